namespace Cohesion.Governance.Workflows.Definitions;

/// <summary>
/// Tries every order in which parallel branches can go, and finds what the map's author would find out in production: the same activity
/// reached by two branches at once (Elsa would run it once, other engines twice), and a WaitAll join that one of its arrows can never
/// reach (Elsa then skips the join and the process ends silently). Only maps with parallel branches are explored.
/// </summary>
internal sealed class BranchExploration
{
    /// <summary>Beyond so many situations nobody can foresee what the map does, and neither do we.</summary>
    public const int MaxSituations = 50_000;

    private readonly List<DraftActivity> drafts;
    private readonly FlowGraph graph;
    private readonly ProblemList problems;
    private readonly ILookup<int, WorkflowConnection> outbound;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Queue<SortedSet<int>> open = new();

    private BranchExploration(List<DraftActivity> drafts, FlowGraph graph, ProblemList problems)
    {
        this.drafts = drafts;
        this.graph = graph;
        this.problems = problems;
        outbound = graph.Connections.ToLookup(connection => connection.Source);
    }

    public static void Check(List<DraftActivity> drafts, FlowGraph graph, ProblemList problems)
    {
        var parallel = drafts.Exists(draft => draft.Kind is ActivityKind.Fork or ActivityKind.Join || draft.MatchAny)
            || graph.Connections.GroupBy(connection => (connection.Source, connection.Port)).Any(port => port.Count() > 1);
        if (parallel)
            new BranchExploration(drafts, graph, problems).Explore();
    }

    // A situation is a set of numbers: an activity under way is its index, an arrow that has arrived at a join is Count plus the arrow's index.
    private void Explore()
    {
        Arrive([], [(graph.Start, true)], []);
        while (open.TryDequeue(out var situation))
        {
            if (seen.Count > MaxSituations)
            {
                problems.Add(null, ProblemCodes.TooParallel, $"its parallel branches can be in more than {MaxSituations} different situations; join some of them earlier",
                    $"并行分支的组合超过 {MaxSituations} 种；请提前汇合部分分支");
                return;
            }

            foreach (var activity in Next(situation))
            {
                var rest = new SortedSet<int>(situation);
                rest.Remove(activity);
                foreach (var taken in Endings(drafts[activity]))
                    Follow(rest, taken);
            }
        }
    }

    /// <summary>
    /// What can end next. Activities that do not wait end within the turn, so their order among waiting ones does not matter, and among
    /// themselves those go first that lead to others.
    /// </summary>
    private IEnumerable<int> Next(SortedSet<int> situation)
    {
        var instant = situation.Where(member => member < graph.Count && !drafts[member].Waits).ToList();
        return instant.Count == 0
            ? situation.Where(member => member < graph.Count)
            : [instant.Find(member => !instant.Exists(other => graph.CanReach(other, member)))];
    }

    /// <summary>The sets of arrows that one completion can take.</summary>
    private IEnumerable<IReadOnlyList<WorkflowConnection>> Endings(DraftActivity draft)
    {
        var arrows = outbound[draft.Index].ToList();
        if (draft.Kind == ActivityKind.Finish)
            yield break;
        if (draft.Kind == ActivityKind.Fork)
        {
            yield return arrows;
            yield break;
        }

        if (draft.MatchAny)
            yield return [.. arrows.Where(arrow => arrow.Port is not "Default")];
        foreach (var outcome in draft.Outcomes!.Value)
            yield return [.. arrows.Where(arrow => string.Equals(arrow.Port, outcome.Name, StringComparison.Ordinal))];
    }

    private void Follow(SortedSet<int> rest, IReadOnlyList<WorkflowConnection> arrows)
    {
        var entered = new List<(int, bool)>();
        var parked = new List<int>();
        foreach (var arrow in arrows)
        {
            if (drafts[arrow.Target].Kind == ActivityKind.Join && drafts[arrow.Target].JoinMode != JoinMode.WaitAny && !arrow.Backward)
                parked.Add(graph.Count + arrow.Index);
            else
                entered.Add((arrow.Target, arrow.Backward));
        }

        Arrive(rest, entered, parked);
    }

    private void Arrive(SortedSet<int> rest, List<(int Activity, bool Backward)> entered, List<int> parked)
    {
        var next = new SortedSet<int>(rest);
        next.UnionWith(parked);
        var twice = new HashSet<int>();
        foreach (var (activity, _) in entered)
        {
            if (drafts[activity].Kind == ActivityKind.Join && drafts[activity].JoinMode == JoinMode.WaitAny)
                next.RemoveWhere(member => graph.CanReach(Place(member), activity));
            if (!next.Add(activity))
                twice.Add(activity);
        }

        foreach (var (activity, backward) in entered)
        {
            // Where another branch may still come along, Elsa holds the first one back and runs the activity once; we would run it twice.
            var another = !backward && next.Any(member => graph.CanReach(Place(member), activity));
            if ((another || twice.Contains(activity)) && drafts[activity].Kind != ActivityKind.Finish)
            {
                problems.Add(drafts[activity].Id, ProblemCodes.BranchesMeet, "more than one branch can come here: put an Elsa.FlowJoin before it, or lead only one of them here",
                    "可能有不止一个分支到达这里：请在前面加 Elsa.FlowJoin，或只让其中一个分支到此");
            }
        }

        Settle(next);
        if (next.Count > 0 && seen.Add(string.Join(',', next)))
            open.Enqueue(next);
    }

    private int Place(int member) => member < graph.Count ? member : graph.Connections[member - graph.Count].Target;

    /// <summary>Joins that nothing more can reach go on.</summary>
    private void Settle(SortedSet<int> situation)
    {
        while (true)
        {
            var ready = situation.Where(member => member >= graph.Count).Select(Place).Distinct()
                .Where(join => !situation.Any(member => Place(member) != join && graph.CanReach(Place(member), join)))
                .Cast<int?>().FirstOrDefault();
            if (ready is not { } target)
                return;
            var arrived = situation.Where(member => member >= graph.Count && Place(member) == target).ToList();
            if (drafts[target].JoinMode == JoinMode.WaitAll)
            {
                foreach (var missing in graph.Connections.Where(arrow => arrow.Target == target && !arrow.Backward && !arrived.Contains(graph.Count + arrow.Index)))
                {
                    problems.Add(drafts[target].Id, ProblemCodes.JoinNeverComplete,
                        $"it waits for all, but the branch through {drafts[missing.Source].Id} ({missing.Port}) may never come; use WaitAllActive, or bring the alternatives together before it",
                        $"它等待所有分支，但经过 {drafts[missing.Source].Id}（{missing.Port}）的分支可能永远不来；请改用 WaitAllActive，或先合并各种情况");
                }
            }

            situation.ExceptWith(arrived);
            if (!situation.Add(target))
                return;
        }
    }
}
