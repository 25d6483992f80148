using System.Collections;
using System.Collections.Immutable;

namespace Cohesion.Governance.Workflows.Definitions;

/// <summary>
/// The map as a graph: which arrows close loops, and what can still be reached without taking one of those. Like Elsa, joins and
/// cancellations look only along forward arrows, so that a branch of the next round never holds up this one. Immutable.
/// </summary>
internal sealed class FlowGraph
{
    private readonly BitArray[] reach;

    public FlowGraph(int activities, int start, IReadOnlyList<(int Source, string Port, int Target)> arrows)
    {
        Start = start;
        Count = activities;
        var outgoing = new List<int>[activities];
        for (var i = 0; i < activities; i++)
            outgoing[i] = [];
        for (var i = 0; i < arrows.Count; i++)
            outgoing[arrows[i].Source].Add(i);

        var backward = new bool[arrows.Count];
        var finished = MarkBackward(start, arrows, outgoing, backward);
        Connections = [.. arrows.Select((arrow, i) => new WorkflowConnection(i, arrow.Source, arrow.Port, arrow.Target, backward[i]))];

        reach = new BitArray[activities];
        for (var i = 0; i < activities; i++)
            reach[i] = new BitArray(activities);
        // An activity is finished after everything ahead of it, so one pass suffices.
        foreach (var activity in finished)
        {
            foreach (var arrow in outgoing[activity])
            {
                if (backward[arrow])
                    continue;
                reach[activity].Set(arrows[arrow].Target, true);
                reach[activity].Or(reach[arrows[arrow].Target]);
            }
        }

        Reachable = new bool[activities];
        foreach (var activity in finished)
            Reachable[activity] = true;
    }

    public int Start { get; }

    public int Count { get; }

    public ImmutableArray<WorkflowConnection> Connections { get; }

    /// <summary>What can be reached from the start at all.</summary>
    public bool[] Reachable { get; }

    public bool CanReach(int from, int to) => reach[from].Get(to);

    /// <summary>
    /// Loops that can be entered other than through their first activity. Elsa refuses those when it runs into them, and "forward" has no
    /// meaning there.
    /// </summary>
    public IEnumerable<WorkflowConnection> JumpsIntoLoops() =>
        Connections.Where(connection => connection.Backward && ReachableWithout(connection.Target).Contains(connection.Source));

    /// <summary>Everything reachable from the start when one activity is taken out.</summary>
    private HashSet<int> ReachableWithout(int removed)
    {
        var seen = new HashSet<int>();
        var open = new Stack<int>();
        if (Start != removed)
            open.Push(Start);
        while (open.TryPop(out var activity))
        {
            if (!seen.Add(activity))
                continue;
            foreach (var connection in Connections)
            {
                if (connection.Source == activity && connection.Target != removed)
                    open.Push(connection.Target);
            }
        }

        return seen;
    }

    private static List<int> MarkBackward(int start, IReadOnlyList<(int Source, string Port, int Target)> arrows, List<int>[] outgoing, bool[] backward)
    {
        var finished = new List<int>();
        var entered = new bool[outgoing.Length];
        var onPath = new bool[outgoing.Length];
        var path = new Stack<(int Activity, int Next)>();
        path.Push((start, 0));
        entered[start] = onPath[start] = true;
        while (path.TryPop(out var step))
        {
            if (step.Next == outgoing[step.Activity].Count)
            {
                onPath[step.Activity] = false;
                finished.Add(step.Activity);
                continue;
            }

            path.Push((step.Activity, step.Next + 1));
            var arrow = outgoing[step.Activity][step.Next];
            var target = arrows[arrow].Target;
            if (onPath[target])
            {
                backward[arrow] = true;
            }
            else if (!entered[target])
            {
                entered[target] = onPath[target] = true;
                path.Push((target, 0));
            }
        }

        return finished;
    }
}
