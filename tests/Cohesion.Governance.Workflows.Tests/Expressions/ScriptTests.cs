using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Tests.Support;
using Xunit;
using static Cohesion.Governance.Workflows.Tests.Support.Flow;

namespace Cohesion.Governance.Workflows.Tests.Expressions;

/// <summary>What scripts see, give, and may use up.</summary>
public sealed class ScriptTests
{
    private static Driver Run(string code) => new Driver(
        new Flow("f").In("Who").In("Count", "Int32").Var("Word", value: "好").Var("List", "Object").Var("Result", "Object")
            .Add("set", "Elsa.SetVariable", ("variable", new System.Text.Json.Nodes.JsonObject { ["id"] = "v-Result" }), ("value", Js(code)))
            .Add("end", "Elsa.Finish").Path("set", "end").Read(), ValueMap.Of(("Who", "王"), ("Count", 3))).Start();

    [Theory]
    [InlineData("getInput('Who') + getWho() + variables.Word + getWord() + getVariable('Word')", "\"王王好好好\"")]
    [InlineData("getCount() * 2", "6")]
    [InlineData("getCount() / 2", "1.5")]
    [InlineData("getCorrelationId() + getWorkflowInstanceId() + getWorkflowDefinitionId()", "\"c-1i-1f\"")]
    [InlineData("variables.List === null", "true")]
    [InlineData("[1, 'a', { b: [null, false] }]", "[1,\"a\",{\"b\":[null,false]}]")]
    [InlineData("undefined", "null")]
    [InlineData("setVariable('Word', 'x'), variables.Word + getWord()", "\"好x\"")]
    [InlineData("setWord('y'); getVariable('Word')", "\"y\"")]
    [InlineData("return 1", "1")]
    [InlineData("Object.keys(variables).length", "3")]
    public void Gives(string code, string expected) => Assert.Equal(expected, Run(code).State.Variables["Result"].ToString());

    [Theory]
    [InlineData("new Date().toISOString()", "\"2026-03-01T01:00:00.000Z\"")]
    [InlineData("Date.now()", "1772326800000")]
    [InlineData("new Date('2026-03-01T09:00:00+08:00')", "\"2026-03-01T01:00:00Z\"")]
    [InlineData("new Date(2026, 0, 31).getTimezoneOffset()", "0")]
    public void Knows_only_the_time_of_the_turn_in_utc(string code, string expected) => Assert.Equal(expected, Run(code).State.Variables["Result"].ToString());

    [Theory]
    [InlineData("for (;;) {}", "statements")]
    [InlineData("let a = 'a'; for (;;) a += a", "bytes")]
    [InlineData("const f = () => f(); f()", "recursion")]
    [InlineData("new Array(100000000).fill(1).length", "array")]
    [InlineData("'a'.repeat(200000000).length", "repeat")]
    [InlineData("'a'['re' + 'peat'](200000000).length", "repeat")]
    [InlineData("new Array(9999).fill('a'.repeat(99999)).join('').length", "join")]
    [InlineData("/(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')", "")]
    [InlineData("throw new Error('不行')", "不行")]
    [InlineData("null.x", "")]
    [InlineData("() => 1", "")]
    [InlineData("0 / 0", "NaN")]
    [InlineData("const a = []; a.push(a); a", "deep")]
    [InlineData("[].constructor.constructor('return 1')()", "")]
    [InlineData("getVariable('Wo' + 'rt')", "Wort")]
    public void Faults_instead_of_harming_the_host(string code, string reason)
    {
        var run = Run(code);

        Assert.Equal("expression", run.State.Fault?.Code);
        Assert.Contains(reason, run.State.Fault!.Reason.En, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Nothing_leaks_from_one_process_to_another()
    {
        Run("Object.prototype.leak = 'x'; Array.prototype.map = null; 1");
        Assert.Equal("true", Run("({}).leak === undefined && [1].map(x => x).length === 1").State.Variables["Result"].ToString());
    }
}
