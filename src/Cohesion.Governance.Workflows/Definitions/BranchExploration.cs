namespace Cohesion.Governance.Workflows.Definitions;

/// <summary>
/// Tries every order in which parallel branches can go, and finds what the map's author would find out in production: an activity that more
/// than one branch comes to (Elsa would hold the first back and run it once, we would run it twice), and a WaitAll join that one of its
/// arrows can never reach (Elsa then skips the join and the process ends silently). Only maps with parallel branches are explored.
/// </summary>
internal sealed class BranchExploration
{
    /// <summary>Beyond so many situations nobody can foresee what the map does, and neither do we.</summary>
    public const int MaxSituations = 50_000;

    private readonly List<DraftActivity> drafts;
    private readonly FlowGraph graph;
    private readonly ProblemList problems;
    private readonly WorkflowConnection[][][] endings;
    private readonly int[] slots;
    private readonly int[] places;
    private readonly Situation[] reachers;
    private readonly Situation instant;
    private readonly int words;
    private readonly HashSet<Situation> seen = [];
    private readonly Queue<Situation> open = new();

    private BranchExploration(List<DraftActivity> drafts, FlowGraph graph, ProblemList problems)
    {
        this.drafts = drafts;
        this.graph = graph;
        this.problems = problems;

        // A situation's members are the activities under way, and slots in which arrows have arrived at a join: one an arrow where every
        // one counts, one a join where it does not matter which.
        var all = Enumerable.Range(0, graph.Count).ToList();
        slots = new int[graph.Connections.Length];
        foreach (var arrow in graph.Connections.Where(Parks))
        {
            var shared = JoinMode(arrow.Target) == Definitions.JoinMode.WaitAllActive ? all.IndexOf(arrow.Target, graph.Count) : -1;
            slots[arrow.Index] = shared >= 0 ? shared : all.Count;
            if (shared < 0)
                all.Add(arrow.Target);
        }

        places = [.. all];
        words = (places.Length + 63) / 64;
        reachers = [.. drafts.Select(draft => Of(Enumerable.Range(0, places.Length).Where(member => graph.CanReach(places[member], draft.Index))))];
        instant = Of(drafts.Where(draft => !draft.Waits).Select(draft => draft.Index));
        endings = [.. drafts.Select(draft => Endings(draft).ToArray())];
    }

    public static void Check(List<DraftActivity> drafts, FlowGraph graph, ProblemList problems)
    {
        var parallel = drafts.Exists(draft => draft.Kind is ActivityKind.Fork or ActivityKind.Join || draft.MatchAny)
            || graph.Connections.GroupBy(connection => (connection.Source, connection.Port)).Any(port => port.Count() > 1);
        if (parallel)
            new BranchExploration(drafts, graph, problems).Explore();
    }

    private void Explore()
    {
        Note(Of([graph.Start]));
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
                foreach (var taken in endings[activity])
                    Follow(situation, activity, taken);
            }
        }
    }

    /// <summary>
    /// What can end next. Activities that do not wait end within the turn, so their order among waiting ones does not matter, and among
    /// themselves those go first that lead to others.
    /// </summary>
    private IEnumerable<int> Next(Situation situation)
    {
        var now = situation.And(instant);
        var members = now.IsEmpty ? situation.Members().TakeWhile(member => member < graph.Count) : now.Members();
        return now.IsEmpty ? members : [members.First(member => !now.Overlaps(reachers[member]))];
    }

    /// <summary>The sets of arrows that one completion can take.</summary>
    private IEnumerable<WorkflowConnection[]> Endings(DraftActivity draft)
    {
        var arrows = graph.Connections.Where(connection => connection.Source == draft.Index).ToArray();
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

    private void Follow(Situation situation, int ended, WorkflowConnection[] arrows)
    {
        var next = situation.Copy();
        next.Remove(ended);
        foreach (var arrow in arrows)
        {
            if (Parks(arrow))
                next.Add(slots[arrow.Index]);
        }

        foreach (var arrow in arrows)
        {
            if (Parks(arrow))
                continue;
            if (JoinMode(arrow.Target) == Definitions.JoinMode.WaitAny)
                next.RemoveAll(reachers[arrow.Target]);
            if (!next.Add(arrow.Target))
                Meet(arrow.Target);
        }

        foreach (var arrow in arrows)
        {
            // Where another branch may still come along, Elsa holds the first one back and runs the activity once; we would run it twice.
            if (!Parks(arrow) && !arrow.Backward && next.Overlaps(reachers[arrow.Target]))
                Meet(arrow.Target);
        }

        Settle(next);
        Note(next);
    }

    private void Meet(int activity)
    {
        if (drafts[activity].Kind != ActivityKind.Finish)
        {
            problems.Add(drafts[activity].Id, ProblemCodes.BranchesMeet, "more than one branch can come here: put an Elsa.FlowJoin before it, or lead only one of them here",
                "可能有不止一个分支到达这里：请在前面加 Elsa.FlowJoin，或只让其中一个分支到此");
        }
    }

    /// <summary>Joins that nothing more can reach go on.</summary>
    private void Settle(Situation situation)
    {
        for (var settled = true; settled;)
        {
            settled = false;
            foreach (var member in situation.Members().Where(member => member >= graph.Count && !situation.Overlaps(reachers[places[member]])))
            {
                var join = places[member];
                var inbound = graph.Connections.Where(arrow => arrow.Target == join && !arrow.Backward).ToList();
                foreach (var missing in inbound.Where(arrow => JoinMode(join) == Definitions.JoinMode.WaitAll && !situation.Has(slots[arrow.Index])))
                {
                    problems.Add(drafts[join].Id, ProblemCodes.JoinNeverComplete,
                        $"it waits for all, but the branch through {drafts[missing.Source].Id} ({missing.Port}) may never come; use WaitAllActive, or bring the alternatives together before it",
                        $"它等待所有分支，但经过 {drafts[missing.Source].Id}（{missing.Port}）的分支可能永远不来；请改用 WaitAllActive，或先合并各种情况");
                }

                foreach (var arrow in inbound)
                    situation.Remove(slots[arrow.Index]);
                situation.Add(join);
                settled = true;
                break;
            }
        }
    }

    private void Note(Situation situation)
    {
        if (!situation.IsEmpty && seen.Add(situation))
            open.Enqueue(situation);
    }

    private JoinMode? JoinMode(int activity) => drafts[activity].Kind == ActivityKind.Join ? drafts[activity].JoinMode : null;

    private bool Parks(WorkflowConnection arrow) => !arrow.Backward && JoinMode(arrow.Target) is Definitions.JoinMode.WaitAll or Definitions.JoinMode.WaitAllActive;

    private Situation Of(IEnumerable<int> members)
    {
        var situation = new Situation(new ulong[words]);
        foreach (var member in members)
            situation.Add(member);
        return situation;
    }
}
