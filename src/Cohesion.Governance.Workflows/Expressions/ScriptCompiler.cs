using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Acornima;
using Acornima.Ast;
using Jint;

namespace Cohesion.Governance.Workflows.Expressions;

/// <summary>
/// Parses a JavaScript expression and checks every name it uses, so that a typing mistake is found when the file is loaded and not
/// weeks later in a running process.
/// </summary>
internal static class ScriptCompiler
{
    /// <summary>Characters one script may have.</summary>
    private const int MaxLength = 10_000;

    private static readonly ScriptPreparationOptions Options = new()
    {
        CollectReferencedGlobals = true,
        ParsingOptions = new ScriptParsingOptions { RegexTimeout = TimeSpan.FromMilliseconds(200) },
    };

    // The part of the language that gives the same answer every time and cannot leave the sandbox.
    private static readonly FrozenSet<string> Allowed = FrozenSet.ToFrozenSet(
        ["Array", "BigInt", "Boolean", "Date", "Error", "Infinity", "JSON", "Map", "Math", "NaN", "Number", "Object", "RangeError", "RegExp",
            "Set", "String", "TypeError", "decodeURIComponent", "encodeURIComponent", "isFinite", "isNaN", "parseFloat", "parseInt", "undefined"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> GrowsText =
        FrozenSet.ToFrozenSet(["repeat", "padStart", "padEnd", "join", "replaceAll", "concat"], StringComparer.Ordinal);

    /// <summary>Compiles, or reports each thing that is wrong with the script through <paramref name="report"/> and returns null.</summary>
    public static ScriptExpression? Compile(string code, Declarations declared, Action<string, BilingualText> report)
    {
        if (code.Length > MaxLength)
        {
            report(Definitions.ProblemCodes.ScriptDoesNotParse, new($"JavaScript of more than {MaxLength} characters belongs into an activity", $"JavaScript 超过 {MaxLength} 个字符，应改写为活动"));
            return null;
        }

        Prepared<Script> script;
        var walk = new Walk(declared);
        try
        {
            script = Jint.Engine.PrepareScript(code, strict: true, options: Options);
            walk.Visit(script.Program!);
        }
        catch (InsufficientExecutionStackException)
        {
            report(Definitions.ProblemCodes.ScriptDoesNotParse, new("JavaScript is nested too deeply", "JavaScript 嵌套过深"));
            return null;
        }
        catch (ScriptPreparationException exception)
        {
            var message = exception.InnerException?.Message ?? exception.Message;
            report(Definitions.ProblemCodes.ScriptDoesNotParse, new($"JavaScript does not parse: {message}", $"JavaScript 无法解析：{message}"));
            return null;
        }

        foreach (var global in script.ReferencedGlobals!)
            walk.Global(global);
        foreach (var (problem, reason) in walk.Problems)
            report(problem, reason);
        return walk.Problems.Count > 0 ? null : new ScriptExpression(script, walk.References());
    }

    private sealed class Walk(Declarations declared)
    {
        private readonly SortedSet<int> variables = [];
        private readonly Dictionary<string, ScriptFunction> functions = new(StringComparer.Ordinal);
        private bool usesVariables;
        private bool growsText;

        public List<(string Code, BilingualText Reason)> Problems { get; } = [];

        public ScriptReferences References() => new()
        {
            UsesVariables = usesVariables,
            Variables = [.. variables],
            Functions = [.. functions.Values],
            NeedsTextCaps = growsText,
        };

        public void Visit(Node node)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            switch (node)
            {
                case MemberExpression { Object: Identifier { Name: "variables" } } member:
                    ReadVariable(member);
                    break;
                case MemberExpression { Object: Identifier { Name: "Math" } } member when NameOf(member) is "random":
                    Add(Definitions.ProblemCodes.ScriptNotDeterministic, new("Math.random gives another answer on a retry; take numbers from inputs or variables",
                        "Math.random 每次结果不同，重试时会变；请改用输入或变量"));
                    break;
                case MemberExpression member when NameOf(member) is not { } name || GrowsText.Contains(name):
                    growsText = true;
                    break;
                case AssignmentExpression { Left: MemberExpression { Object: Identifier { Name: "variables" } } }:
                case UpdateExpression { Argument: MemberExpression { Object: Identifier { Name: "variables" } } }:
                    Add(Definitions.ProblemCodes.ScriptWritesVariables, new("variables is read only; use setVariable('Name', value)", "variables 只读；请用 setVariable('名称', 值)"));
                    break;
                case CallExpression { Callee: Identifier { Name: "getInput" or "getVariable" or "setVariable" } callee } call
                    when call.Arguments is [StringLiteral name, ..]:
                    CheckNamed(callee.Name, name.Value);
                    break;
            }

            foreach (var child in node.ChildNodes)
            {
                if (child is not null)
                    Visit(child);
            }
        }

        public void Global(string name)
        {
            if (Allowed.Contains(name))
                return;
            if (string.Equals(name, "variables", StringComparison.Ordinal))
            {
                if (!usesVariables)
                    AllVariables();
                return;
            }

            if (Function(name) is { } function)
                functions.TryAdd(name, function);
            else
                Add(Definitions.ProblemCodes.ScriptUnknownName, new($"nothing is called {name} here; there are getInput('X'), getX(), variables.X, getVariable('X'), setVariable('X', value) and getCorrelationId()",
                    $"这里没有 {name}；可用的有 getInput('X')、getX()、variables.X、getVariable('X')、setVariable('X', 值) 和 getCorrelationId()"));
        }

        private ScriptFunction? Function(string name)
        {
            switch (name)
            {
                case "getInput": return new(name, ScriptFunctionKind.GetInput);
                case "getVariable": return new(name, ScriptFunctionKind.GetVariable);
                case "setVariable": return new(name, ScriptFunctionKind.SetVariable);
                case "getCorrelationId": return new(name, ScriptFunctionKind.GetCorrelationId);
                case "getWorkflowInstanceId": return new(name, ScriptFunctionKind.GetInstanceId);
                case "getWorkflowDefinitionId": return new(name, ScriptFunctionKind.GetDefinitionId);
            }

            if (name.Length <= 3 || !(name.StartsWith("get", StringComparison.Ordinal) || name.StartsWith("set", StringComparison.Ordinal)))
                return null;
            var wanted = name[3..];
            for (var i = 0; i < declared.Variables.Length; i++)
            {
                if (string.Equals(Declarations.Accessor(declared.VariableNames[i]), wanted, StringComparison.Ordinal))
                    return new(name, name[0] == 'g' ? ScriptFunctionKind.VariableGetter : ScriptFunctionKind.VariableSetter, i);
            }

            for (var i = 0; i < declared.Inputs.Length && name[0] == 'g'; i++)
            {
                if (string.Equals(Declarations.Accessor(declared.InputNames[i]), wanted, StringComparison.Ordinal))
                    return new(name, ScriptFunctionKind.InputAccessor, i);
            }

            return null;
        }

        private void ReadVariable(MemberExpression member)
        {
            usesVariables = true;
            if (NameOf(member) is not { } name)
                AllVariables();
            else if (declared.Variable(name) is >= 0 and var index)
                variables.Add(index);
            else
                Undeclared("variable", "变量", name);
        }

        private void CheckNamed(string function, string name)
        {
            if (function is "getInput" ? declared.Input(name) < 0 : declared.Variable(name) < 0)
                Undeclared(function is "getInput" ? "input" : "variable", function is "getInput" ? "输入" : "变量", name);
        }

        private void AllVariables()
        {
            usesVariables = true;
            for (var i = 0; i < declared.Variables.Length; i++)
                variables.Add(i);
        }

        private void Undeclared(string kind, string kindZh, string name) => Add(
            kind is "input" ? Definitions.ProblemCodes.UndeclaredInput : Definitions.ProblemCodes.UndeclaredVariable,
            new($"the {kind} {name} is not declared in this file", $"本文件没有声明{kindZh} {name}"));

        private void Add(string code, BilingualText reason)
        {
            if (!Problems.Contains((code, reason)))
                Problems.Add((code, reason));
        }

        private static string? NameOf(MemberExpression member) => member switch
        {
            { Computed: false, Property: Identifier property } => property.Name,
            { Computed: true, Property: StringLiteral literal } => literal.Value,
            { Computed: true, Property: NumericLiteral } => "0",
            _ => null,
        };
    }
}
