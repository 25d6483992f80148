namespace Cohesion.Governance.Workflows.Definitions;

/// <summary>Checks of the map as a whole.</summary>
internal static class GraphChecks
{
    public static void Check(List<DraftActivity> drafts, FlowGraph graph, ProblemList problems)
    {
        foreach (var draft in drafts.Where(draft => !graph.Reachable[draft.Index]))
            problems.Add(draft.Id, ProblemCodes.Unreachable, "nothing leads here from the start", "从起点无法到达这里");

        var jumps = graph.JumpsIntoLoops().ToList();
        foreach (var jump in jumps)
        {
            problems.Add(drafts[jump.Source].Id, ProblemCodes.JumpIntoLoop,
                $"it goes back to {drafts[jump.Target].Id}, yet there is a way into this loop that does not pass {drafts[jump.Target].Id}; Elsa fails there",
                $"它返回 {drafts[jump.Target].Id}，但有一条路可以绕过 {drafts[jump.Target].Id} 进入此循环；Elsa 会在此出错");
        }

        CheckWayToEnd(drafts, graph, problems);
        CheckLoops(drafts, graph, problems);
        // Forward arrows mean nothing in a loop with two entrances, and unknown outcomes would show ways that are not there.
        if (jumps.Count == 0 && drafts.TrueForAll(draft => draft.Outcomes is not null))
            BranchExploration.Check(drafts, graph, problems);
    }

    private static void CheckWayToEnd(List<DraftActivity> drafts, FlowGraph graph, ProblemList problems)
    {
        var ends = new HashSet<int>(drafts.Where(draft => draft.MayEnd).Select(draft => draft.Index));
        // What is already reported as open leads nowhere for that reason.
        ends.UnionWith(drafts.Where(draft => graph.Connections.All(connection => connection.Source != draft.Index)).Select(draft => draft.Index));
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var connection in graph.Connections)
                grew |= ends.Contains(connection.Target) && ends.Add(connection.Source);
        }

        foreach (var draft in drafts.Where(draft => graph.Reachable[draft.Index] && !ends.Contains(draft.Index)))
            problems.Add(draft.Id, ProblemCodes.NoWayToEnd, "from here the process can never end", "从这里流程永远无法结束");
    }

    /// <summary>A loop in which nothing waits would run for ever in one turn.</summary>
    private static void CheckLoops(List<DraftActivity> drafts, FlowGraph graph, ProblemList problems)
    {
        // Take away whatever cannot be part of such a loop, until nothing more goes.
        var left = new HashSet<int>(drafts.Where(draft => !draft.Waits && draft.Kind != ActivityKind.Finish).Select(draft => draft.Index));
        for (var shrank = true; shrank;)
        {
            shrank = left.RemoveWhere(activity =>
                !graph.Connections.Any(connection => connection.Source == activity && left.Contains(connection.Target))
                || !graph.Connections.Any(connection => connection.Target == activity && left.Contains(connection.Source))) > 0;
        }

        // What is left lies on such a loop or between two of them; name each loop by the arrow that closes it.
        foreach (var connection in graph.Connections.Where(connection => connection.Backward && left.Contains(connection.Source) && left.Contains(connection.Target)))
        {
            problems.Add(drafts[connection.Source].Id, ProblemCodes.LoopWithoutWait, $"it goes back to {drafts[connection.Target].Id} and nothing in between waits: the process would spin",
                $"它返回 {drafts[connection.Target].Id}，其间没有任何等待：流程会空转");
        }
    }
}
