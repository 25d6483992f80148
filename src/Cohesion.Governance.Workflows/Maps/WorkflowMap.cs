using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Running;

namespace Cohesion.Governance.Workflows.Maps;

/// <summary>How a node is drawn.</summary>
public enum MapShape
{
    /// <summary>Something is done.</summary>
    Activity,

    /// <summary>Something is waited for.</summary>
    Wait,

    /// <summary>One of several ways is taken.</summary>
    Decision,

    /// <summary>Several ways are taken at once.</summary>
    Fork,

    /// <summary>Several ways come together.</summary>
    Join,

    /// <summary>The process ends.</summary>
    End,
}

/// <summary>What a process has to do with a node.</summary>
public enum MapState
{
    /// <summary>Not reached, or no process is shown.</summary>
    Untouched,

    /// <summary>Done, and not under way again.</summary>
    Done,

    /// <summary>The process is here.</summary>
    Here,

    /// <summary>The process is stuck here until somebody retries it or moves it on.</summary>
    Faulted,

    /// <summary>It was under way and something else came first.</summary>
    Cancelled,
}

/// <param name="Id">The activity's id.</param>
/// <param name="DisplayName">What to write in the box.</param>
/// <param name="Type">The activity's type.</param>
/// <param name="Shape">How to draw it.</param>
/// <param name="X">Left edge, from the map's left edge, in designer units (CSS pixels).</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">In the same units.</param>
/// <param name="Height">In the same units.</param>
/// <param name="State">What the process has to do with it.</param>
/// <param name="MayComeNext">Whether it may be what follows where the process is now.</param>
/// <param name="Visit">When it was entered and left, how often and how; null when never.</param>
/// <param name="DueAt">When it goes on by itself, if it waits for a time.</param>
/// <param name="Fault">What went wrong here.</param>
public sealed record MapNode(
    string Id, BilingualText DisplayName, string Type, MapShape Shape, double X, double Y, double Width, double Height,
    MapState State, bool MayComeNext, ActivityVisit? Visit, DateTimeOffset? DueAt, Fault? Fault);

/// <param name="From">The activity it leaves.</param>
/// <param name="To">The activity it leads to.</param>
/// <param name="Port">The outcome's name.</param>
/// <param name="Label">What to write beside it; null for the plain completion of an activity with one outcome.</param>
/// <param name="Backward">Whether it closes a loop.</param>
/// <param name="Taken">Whether the last time its source was left it was this way.</param>
public sealed record MapEdge(string From, string To, string Port, BilingualText? Label, bool Backward, bool Taken);

/// <summary>A definition ready to be drawn, alone or with one process on it. Immutable.</summary>
/// <param name="DefinitionId">The definition.</param>
/// <param name="Name">Its name.</param>
/// <param name="Width">Of everything, with a margin, in designer units.</param>
/// <param name="Height">Of everything.</param>
/// <param name="Nodes">In reading order: what comes first on the way stands first.</param>
/// <param name="Edges">In the order of the file.</param>
public sealed record WorkflowMap(string DefinitionId, string Name, double Width, double Height, ImmutableArray<MapNode> Nodes, ImmutableArray<MapEdge> Edges)
{
    private const double Margin = 20;

    /// <summary>The map, with where a process is when one is given.</summary>
    /// <exception cref="ArgumentException">The process pins another version of the definition.</exception>
    public static WorkflowMap Of(WorkflowDefinition definition, ProcessView? process = null)
    {
        if (process is not null && !string.Equals(process.DefinitionHash, definition.Hash, StringComparison.Ordinal))
            throw new ArgumentException($"Process {process.InstanceId} pins version {process.DefinitionHash}, not {definition.Hash}.", nameof(process));
        var boxes = MapLayout.Boxes(definition);
        var left = boxes.Min(box => box.X) - Margin;
        var top = boxes.Min(box => box.Y) - Margin;
        var next = process is null ? [] : Next(definition, process);
        return new(
            definition.Id,
            definition.Name,
            boxes.Max(box => box.X + box.Width) - left + Margin,
            boxes.Max(box => box.Y + box.Height) - top + Margin,
            [.. MapLayout.ReadingOrder(definition).Select(node => Node(node, boxes[node.Index], left, top, process, next.Contains(node.Index)))],
            [.. definition.Connections.Select(connection => Edge(definition, connection, process))]);
    }

    private static MapNode Node(ActivityNode node, DesignerBox box, double left, double top, ProcessView? process, bool next)
    {
        var visit = process?.Visits.FirstOrDefault(visit => string.Equals(visit.ActivityId, node.Id, StringComparison.Ordinal));
        var here = process?.Here.FirstOrDefault(here => string.Equals(here.ActivityId, node.Id, StringComparison.Ordinal));
        var fault = process?.Faults.FirstOrDefault(fault => string.Equals(fault.ActivityId, node.Id, StringComparison.Ordinal));
        var state = fault is not null ? MapState.Faulted
            : here is not null ? MapState.Here
            : visit is null ? MapState.Untouched
            : visit.Outcome is null ? MapState.Cancelled
            : MapState.Done;
        return new(node.Id, node.DisplayName, node.Descriptor.Type, Shape(node), box.X - left, box.Y - top, box.Width, box.Height, state, next, visit, here?.DueAt, fault);
    }

    private static MapShape Shape(ActivityNode node) => node.Kind switch
    {
        ActivityKind.Decision or ActivityKind.Switch => MapShape.Decision,
        ActivityKind.Fork => MapShape.Fork,
        ActivityKind.Join => MapShape.Join,
        ActivityKind.Finish => MapShape.End,
        _ => node.Descriptor.Waits ? MapShape.Wait : MapShape.Activity,
    };

    private static MapEdge Edge(WorkflowDefinition definition, WorkflowConnection connection, ProcessView? process)
    {
        var source = definition.Activities[connection.Source];
        var label = source.Outcomes.Length == 1 ? null : source.Outcomes.First(outcome => string.Equals(outcome.Name, connection.Port, StringComparison.Ordinal)).DisplayName;
        var outcome = process?.Visits.FirstOrDefault(visit => string.Equals(visit.ActivityId, source.Id, StringComparison.Ordinal))?.Outcome;
        var taken = outcome is not null && outcome.Split(", ").Contains(connection.Port, StringComparer.Ordinal);
        return new(source.Id, definition.Activities[connection.Target].Id, connection.Port, label, connection.Backward, taken);
    }

    /// <summary>What may follow where the process is: the next activities, and those behind steps that decide, part or count and take no time.</summary>
    private static HashSet<int> Next(WorkflowDefinition definition, ProcessView process)
    {
        var next = new HashSet<int>();
        var open = new Stack<ActivityNode>(process.Here.Select(here => definition.Find(here.ActivityId)).OfType<ActivityNode>());
        while (open.TryPop(out var node))
        {
            foreach (var connection in node.Outbound)
            {
                var target = definition.Activities[connection.Target];
                if (next.Add(target.Index) && target.Kind is ActivityKind.Decision or ActivityKind.Switch or ActivityKind.Fork or ActivityKind.Join or ActivityKind.SetVariable or ActivityKind.WriteLine)
                    open.Push(target);
            }
        }

        return next;
    }
}
