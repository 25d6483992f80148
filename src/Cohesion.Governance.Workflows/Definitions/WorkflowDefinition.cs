using System.Collections.Frozen;
using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Definitions;

/// <param name="Id">What memory references name.</param>
/// <param name="Name">What expressions name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Initial">Its value when a process starts.</param>
public sealed record VariableDeclaration(string Id, string Name, WorkflowType Type, WorkflowValue Initial);

/// <param name="Name">What expressions and those who start the process name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="DisplayName">For people.</param>
public sealed record InputDeclaration(string Name, WorkflowType Type, string DisplayName);

/// <summary>An arrow of the map.</summary>
/// <param name="Index">Its position in the file.</param>
/// <param name="Source">The index of the activity it leaves.</param>
/// <param name="Port">The outcome it stands for.</param>
/// <param name="Target">The index of the activity it leads to.</param>
/// <param name="Backward">Whether it closes a loop.</param>
public sealed record WorkflowConnection(int Index, int Source, string Port, int Target, bool Backward);

/// <summary>Where the designer put an activity; null where it never was in one.</summary>
public sealed record DesignerBox(double X, double Y, double Width, double Height);

/// <summary>
/// A checked definition, compiled once: expressions parsed, names resolved, ways through the map computed. Immutable and safe to share
/// between threads. Only <see cref="WorkflowReader"/> makes one, and only from a file without problems.
/// </summary>
public sealed class WorkflowDefinition
{
    private readonly FrozenDictionary<string, ActivityNode> byId;
    private readonly FlowGraph graph;

    internal WorkflowDefinition(Declarations declared, ImmutableArray<ActivityNode> activities, FlowGraph graph)
    {
        Declared = declared;
        Activities = activities;
        this.graph = graph;
        byId = activities.ToFrozenDictionary(activity => activity.Id, StringComparer.Ordinal);
        InitialVariables = [.. declared.Variables.Select(variable => variable.Initial)];
    }

    /// <summary>The definition id; equal to the file's name without its extension.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>The version number in the file, for people. Instances pin <see cref="Hash"/> instead.</summary>
    public required int Version { get; init; }

    /// <summary>The first 128 bits of SHA-256 over the file's text with line ends as LF, in lower-case hex: the version an instance pins.</summary>
    public required string Hash { get; init; }

    /// <summary>The text this was read from, so that a host can keep it for the instances that pin it.</summary>
    public required string Source { get; init; }

    /// <summary>Names of the values a process gives back when it ends: its variables of the same names.</summary>
    public required ImmutableArray<string> Outputs { get; init; }

    public ImmutableArray<VariableDeclaration> Variables => Declared.Variables;

    public ImmutableArray<InputDeclaration> Inputs => Declared.Inputs;

    public ImmutableArray<ActivityNode> Activities { get; }

    public ImmutableArray<WorkflowConnection> Connections => graph.Connections;

    /// <summary>The one activity that everything begins with.</summary>
    public ActivityNode Start => Activities[graph.Start];

    internal Declarations Declared { get; }

    internal ImmutableArray<WorkflowValue> InitialVariables { get; }

    public ActivityNode? Find(string activityId) => byId.GetValueOrDefault(activityId);

    /// <summary>Whether work at one activity can still arrive at another without going round a loop.</summary>
    internal bool CanReach(int from, int to) => graph.CanReach(from, to);
}

/// <summary>One activity of a definition, with everything the engine needs to run it. Immutable.</summary>
public sealed class ActivityNode
{
    internal ActivityNode()
    {
    }

    public required int Index { get; init; }

    public required string Id { get; init; }

    /// <summary>The name or display text given in the file, or null where only the type names it.</summary>
    public required string? GivenName { get; init; }

    public required ActivityDescriptor Descriptor { get; init; }

    /// <summary>Every way it can end; for a switch and a fork these come from the file.</summary>
    public required ImmutableArray<OutcomeDescriptor> Outcomes { get; init; }

    public required ImmutableArray<WorkflowConnection> Outbound { get; init; }

    public required DesignerBox? Box { get; init; }

    /// <summary>The Chinese and English names: metadata.displayText and metadata.displayTextZh, else the type's.</summary>
    public required BilingualText DisplayName { get; init; }

    public bool HasOutcome(string outcome)
    {
        foreach (var known in Outcomes)
        {
            if (string.Equals(known.Name, outcome, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    internal ActivityKind Kind { get; init; }

    internal ImmutableArray<InputBinding> Inputs { get; init; } = [];

    internal ImmutableArray<string> InputNames { get; init; } = [];

    internal ImmutableArray<OutputBinding> OutputBindings { get; init; } = [];

    internal ImmutableArray<SwitchCase> Cases { get; init; } = [];

    internal bool MatchAny { get; init; }

    internal JoinMode JoinMode { get; init; }

    /// <summary>The variable that SetVariable sets.</summary>
    internal int Variable { get; init; } = -1;

    internal Expression? Input(string name)
    {
        foreach (var binding in Inputs)
        {
            if (string.Equals(binding.Name, name, StringComparison.Ordinal))
                return binding.Value;
        }

        return null;
    }
}

internal sealed record InputBinding(string Name, WorkflowType Type, Expression Value);

internal sealed record OutputBinding(string Name, int Variable);

internal sealed record SwitchCase(string Label, Expression Condition);

/// <summary>Elsa's three ways to bring branches together.</summary>
internal enum JoinMode
{
    /// <summary>Every connection into it must have been taken.</summary>
    WaitAll,

    /// <summary>All that is still under way must have arrived; connections not taken do not count.</summary>
    WaitAllActive,

    /// <summary>The first to arrive goes on; the others are cancelled.</summary>
    WaitAny,
}
