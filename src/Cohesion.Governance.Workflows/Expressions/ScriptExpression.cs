using System.Collections.Immutable;
using Jint;

namespace Cohesion.Governance.Workflows.Expressions;

/// <summary>A JavaScript expression, parsed once with all it refers to resolved.</summary>
internal sealed class ScriptExpression(Prepared<Acornima.Ast.Script> script, ScriptReferences references) : Expression
{
    public Prepared<Acornima.Ast.Script> Script => script;

    public ScriptReferences References => references;

    public override WorkflowValue Evaluate(EvaluationScope scope) => scope.Sandbox.Evaluate(this);
}

/// <summary>What the host must put in place before a script runs; anything else stays undefined, which keeps a turn quick.</summary>
internal sealed class ScriptReferences
{
    /// <summary>Positions of the variables read as <c>variables.X</c>.</summary>
    public ImmutableArray<int> Variables { get; init; } = [];

    /// <summary>Whether <c>variables</c> is used at all.</summary>
    public bool UsesVariables { get; init; }

    /// <summary>The functions called, by name: getInput, getX, setVariable and so on.</summary>
    public ImmutableArray<ScriptFunction> Functions { get; init; } = [];

    /// <summary>Whether text can grow quickly here (repeat, padStart, join, replaceAll), so that those are capped.</summary>
    public bool NeedsTextCaps { get; init; }
}

internal enum ScriptFunctionKind
{
    GetInput,
    GetVariable,
    SetVariable,
    GetCorrelationId,
    GetInstanceId,
    GetDefinitionId,
    InputAccessor,
    VariableGetter,
    VariableSetter,
}

/// <param name="Index">The variable's or input's position for an accessor; -1 for the general functions.</param>
internal sealed record ScriptFunction(string Name, ScriptFunctionKind Kind, int Index = -1);
