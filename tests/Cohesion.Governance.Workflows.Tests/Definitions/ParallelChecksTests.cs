using System.Text.Json.Nodes;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;
using Cohesion.Governance.Workflows.Tests.Support;
using Xunit;
using static Cohesion.Governance.Workflows.Tests.Support.Flow;

namespace Cohesion.Governance.Workflows.Tests.Definitions;

/// <summary>Mistakes that only show when branches run side by side, and mistakes between files.</summary>
public sealed class ParallelChecksTests
{
    private static Flow Fork() => new Flow("f")
        .Add("fork", "Elsa.FlowFork", ("branches", Literal(new JsonArray("A", "B"))))
        .Add("a", "Elsa.Delay", ("timeSpan", Literal("P1D"))).Add("b", "Elsa.Delay", ("timeSpan", Literal("P2D"))).Add("end", "Elsa.Finish")
        .Path("fork:A", "a").Path("fork:B", "b");

    private static IEnumerable<(string, string?)> Codes(Flow flow) => flow.Problems().Select(problem => (problem.Code, problem.ActivityId));

    [Fact]
    public void Two_branches_that_meet_without_a_join_are_refused() =>
        Assert.Equal([("branches-meet", "say")], Codes(Fork().Add("say", "Elsa.WriteLine", ("text", Literal("x"))).Path("a", "say", "end").Path("b", "say")));

    [Fact]
    public void A_branch_that_another_can_still_follow_is_refused_even_if_they_never_meet_in_time() =>
        Assert.Equal([("branches-meet", "say")], Codes(new Flow("f").Add("s", "Elsa.WriteLine", ("text", Literal("x"))).Add("say", "Elsa.WriteLine", ("text", Literal("x"))).Add("a", "Elsa.Delay", ("timeSpan", Literal("P1D"))).Add("end", "Elsa.Finish")
            .Path("s", "say", "end").Path("s", "a", "say")));

    [Fact]
    public void Two_branches_may_both_lead_to_the_end() => Fork().Path("a", "end").Path("b", "end").Read();

    [Fact]
    public void Alternatives_may_meet() => new Flow("f")
        .Add("d", "Elsa.FlowDecision", ("condition", Js("true"))).Add("a", "Elsa.WriteLine", ("text", Literal("x"))).Add("b", "Elsa.WriteLine", ("text", Literal("y"))).Add("end", "Elsa.Finish")
        .Path("d:True", "a", "end").Path("d:False", "b", "end").Read();

    [Fact]
    public void A_branch_that_goes_back_before_its_fork_while_the_other_still_runs_is_refused() =>
        Assert.Contains(("branches-meet", "a"), Codes(Fork().Add("long", "Elsa.Delay", ("timeSpan", Literal("P9D"))).Path("a", "long", "end").Path("b", "fork").Root("start", "fork")));

    [Fact]
    public void A_join_that_waits_for_an_arrow_that_may_never_be_taken_is_refused()
    {
        Flow With(string mode) => Fork().Add("d", "Elsa.FlowDecision", ("condition", Js("true"))).Add("join", "Elsa.FlowJoin", ("mode", Literal(mode)))
            .Path("a", "d").Path("d:True", "join", "end").Path("d:False", "join").Path("b", "join");

        Assert.All(Codes(With("WaitAll")), problem => Assert.Equal(("join-never-complete", "join"), problem));
        Assert.NotEmpty(Codes(With("WaitAll")));
        Assert.Empty(Codes(With("WaitAllActive")));
        Assert.Empty(Codes(With("WaitAny")));
    }

    [Fact]
    public void The_losers_of_a_race_cannot_meet_the_winner() =>
        Fork().Add("join", "Elsa.FlowJoin", ("mode", Literal("WaitAny"))).Path("a", "join", "end").Path("b", "join").Read();

    [Theory]
    [InlineData("""["A","A"]""")]
    [InlineData("[]")]
    [InlineData("""["A",""]""")]
    public void Branches_need_different_names(string branches) =>
        Assert.Contains(Codes(new Flow("f").Add("fork", "Elsa.FlowFork", ("branches", Literal(branches))).Add("end", "Elsa.Finish").Path("fork:A", "end")), problem => problem is ("bad-input", "fork"));

    [Fact]
    public void A_join_must_say_what_it_waits_for() =>
        Assert.Contains(("missing-input", "join"), Codes(Fork().Add("join", "Elsa.FlowJoin").Path("a", "join", "end").Path("b", "join")));

    [Fact]
    public void Too_many_situations_are_refused_rather_than_half_checked()
    {
        var flow = new Flow("f").Add("fork", "Elsa.FlowFork", ("branches", Literal(new JsonArray([.. Enumerable.Range(0, 12).Select(i => (JsonNode)$"B{i}")]))))
            .Add("join", "Elsa.FlowJoin", ("mode", Literal("WaitAll"))).Add("end", "Elsa.Finish").Path("join", "end");
        for (var i = 0; i < 12; i++)
            flow.Add($"a{i}", "Elsa.Delay", ("timeSpan", Literal("P1D"))).Add($"b{i}", "Elsa.Delay", ("timeSpan", Literal("P1D"))).Path($"fork:B{i}", $"a{i}", $"b{i}", "join");

        Assert.Equal(("too-parallel", null), Assert.Single(Codes(flow)));
    }

    [Fact]
    public void A_library_finds_processes_that_start_what_is_not_there()
    {
        Flow Parent(string child, string inputs) => new Flow("parent").Add("go", "Elsa.DispatchWorkflow", ("workflowDefinitionId", Literal(child)), ("input", Expression("Object", inputs)))
            .Add("end", "Elsa.Finish").Path("go", "end");
        var child = new Flow("child").In("Who").Add("end", "Elsa.Finish");
        WorkflowLibrary Read(Flow parent) => WorkflowLibrary.Read([(parent.FileName, parent.Json()), (child.FileName, child.Json())], TestActivities.Catalogue);

        Assert.Empty(Read(Parent("child", """{"Who":"x"}""")).Problems);
        Assert.Equal(["child", "parent"], Read(Parent("child", "{}")).Definitions.Select(definition => definition.Id));
        Assert.Equal(("unknown-workflow", "go", "parent.json"), Read(Parent("kid", "{}")).Problems.Select(problem => (problem.Code, problem.ActivityId, problem.File)).Single());
        Assert.Equal("unknown-workflow-input", Read(Parent("child", """{"Whom":"x"}""")).Problems.Single().Code);
    }

    [Fact]
    public async Task Old_versions_are_compiled_once_from_what_the_host_kept()
    {
        var old = new Flow("f").Add("end", "Elsa.Finish");
        var loads = 0;
        var pinned = new PinnedDefinitions(WorkflowLibrary.Read([], TestActivities.Catalogue), TestActivities.Catalogue, (hash, _) =>
        {
            loads++;
            return new(string.Equals(hash, WorkflowReader.HashOf(old.Json()), StringComparison.Ordinal) ? (old.FileName, old.Json()) : null);
        });

        var first = await pinned.ByHashAsync(WorkflowReader.HashOf(old.Json()), TestContext.Current.CancellationToken);
        Assert.Same(first, await pinned.ByHashAsync(first!.Hash, TestContext.Current.CancellationToken));
        Assert.Equal(1, loads);
        Assert.Null(await pinned.ByHashAsync("0", TestContext.Current.CancellationToken));
        Assert.Null(pinned.Current("f"));
    }

    [Fact]
    public void A_catalogue_refuses_descriptors_that_clash()
    {
        BilingualText name = new("x", "甲");
        ActivityDescriptor New(string type, params string[] inputs) => new(type, name, "c") { Inputs = [.. inputs.Select(input => new InputDescriptor(input, WorkflowType.Text, name))] };

        Assert.Throws<ArgumentException>(() => new ActivityCatalogue([New("G.A"), New("G.A")]));
        Assert.Throws<ArgumentException>(() => new ActivityCatalogue([New("Elsa.Delay")]));
        Assert.Throws<ArgumentException>(() => new ActivityCatalogue([New("G.A", "x", "x")]));
        Assert.Throws<ArgumentException>(() => new ActivityCatalogue([New("G.A", "Text")]));
        Assert.Throws<ArgumentException>(() => new ActivityCatalogue([New("G.A", "name")]));
        Assert.Throws<ArgumentException>(() => new ActivityCatalogue([New("G.A") with { Outcomes = [] }]));
        Assert.Equal("G.A", new ActivityCatalogue([New("G.A", "text")]).Governance.Single().Type);
    }
}
