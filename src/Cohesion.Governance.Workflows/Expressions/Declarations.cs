using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Definitions;

namespace Cohesion.Governance.Workflows.Expressions;

/// <summary>The variables and inputs a definition declares; expressions refer to them by position.</summary>
internal sealed class Declarations(ImmutableArray<VariableDeclaration> variables, ImmutableArray<InputDeclaration> inputs)
{
    public ImmutableArray<VariableDeclaration> Variables => variables;

    public ImmutableArray<InputDeclaration> Inputs => inputs;

    public ImmutableArray<string> VariableNames { get; } = [.. variables.Select(variable => variable.Name)];

    public ImmutableArray<string> InputNames { get; } = [.. inputs.Select(input => input.Name)];

    public int Variable(string? name) => name is null ? -1 : VariableNames.IndexOf(name);

    public int VariableById(string? id)
    {
        for (var i = 0; i < Variables.Length; i++)
        {
            if (string.Equals(Variables[i].Id, id, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    public int Input(string? name) => name is null ? -1 : InputNames.IndexOf(name);

    /// <summary>The name in Elsa's accessors: getProposalId for ProposalId and for proposalId.</summary>
    public static string Accessor(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}

/// <summary>What an expression sees during one turn of one instance. Used by one thread; lives as long as the turn.</summary>
internal sealed class EvaluationScope
{
    private ScriptSandbox? sandbox;

    public required Declarations Declared { get; init; }

    public required WorkflowValue[] Variables { get; init; }

    public required WorkflowValue[] Inputs { get; init; }

    public required string InstanceId { get; init; }

    public required string DefinitionId { get; init; }

    public required string? CorrelationId { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Made when the first script of the turn runs: most turns run none.</summary>
    public ScriptSandbox Sandbox => sandbox ??= new ScriptSandbox(this);

    /// <exception cref="EvaluationFailure">The value does not have the variable's type.</exception>
    public void SetVariable(int index, WorkflowValue value)
    {
        var variable = Declared.Variables[index];
        if (!ValueConversion.TryConvert(value, variable.Type, out var converted, out var why))
            throw new EvaluationFailure(new($"variable {variable.Name}: {why!.En}", $"变量 {variable.Name}：{why.Zh}"));
        Variables[index] = converted;
    }
}
