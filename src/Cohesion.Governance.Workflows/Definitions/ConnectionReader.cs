using System.Text.Json;

namespace Cohesion.Governance.Workflows.Definitions;

/// <summary>Reads the arrows and checks that every way through the map leads somewhere.</summary>
internal static class ConnectionReader
{
    /// <summary>The graph, or null when there is no single start.</summary>
    public static FlowGraph? Read(JsonElement flow, List<DraftActivity> drafts, ProblemList problems)
    {
        var byId = drafts.ToDictionary(draft => draft.Id, StringComparer.Ordinal);
        var arrows = new List<(int Source, string Port, int Target)>();
        foreach (var json in flow.Elements("connections"))
        {
            var (source, port) = End(json, "source");
            var (target, targetPort) = End(json, "target");
            var from = Find(byId, source, target, problems);
            var to = Find(byId, target, source, problems);
            if (from is null || to is null)
                continue;
            if (!string.IsNullOrEmpty(targetPort) && targetPort is not "In")
                problems.Add(to.Id, ProblemCodes.BadConnection, $"the connection from {from.Id} arrives at the port {targetPort}; activities are entered at In", $"来自 {from.Id} 的连线接到端口 {targetPort}；活动只能从 In 进入");
            var outcome = string.IsNullOrEmpty(port) ? ActivityDescriptor.Done : port;
            if (from.Outcomes is { } outcomes && !outcomes.Any(known => string.Equals(known.Name, outcome, StringComparison.Ordinal)))
            {
                var list = string.Join(", ", outcomes.Select(known => known.Name));
                problems.Add(from.Id, ProblemCodes.UnknownOutcome, $"a connection leaves at {outcome}, but {from.Type} ends with {list} (upper and lower case count)",
                    $"有连线从 {outcome} 引出，但 {from.Type} 的结果只有 {list}（区分大小写）");
            }

            if (from.Kind == ActivityKind.Finish)
                problems.Add(from.Id, ProblemCodes.BadConnection, "nothing comes after the end of the process", "流程结束之后不能再有连线");
            if (arrows.Contains((from.Index, outcome, to.Index)))
                problems.Add(from.Id, ProblemCodes.BadConnection, $"two connections lead from {outcome} to {to.Id}", $"从 {outcome} 到 {to.Id} 有两条连线");
            else
                arrows.Add((from.Index, outcome, to.Index));
        }

        CheckOutcomes(drafts, arrows, problems);
        if (drafts.Count == 0 || FindStart(flow, drafts, arrows, problems) is not { } start)
            return null;
        var graph = new FlowGraph(drafts.Count, start, arrows);
        GraphChecks.Check(drafts, graph, problems);
        return graph;
    }

    private static (string? Activity, string? Port) End(JsonElement json, string property)
    {
        var end = json.Property(property);
        return (end?.Text("activity"), end?.Text("port"));
    }

    private static DraftActivity? Find(Dictionary<string, DraftActivity> byId, string? id, string? other, ProblemList problems)
    {
        if (id is not null && byId.TryGetValue(id, out var draft))
            return draft;
        problems.Add(other, ProblemCodes.DanglingConnection, $"a connection names the activity {id ?? "(none)"}, which is not there", $"有连线指向不存在的活动 {id ?? "（无）"}");
        return null;
    }

    private static void CheckOutcomes(List<DraftActivity> drafts, List<(int Source, string Port, int Target)> arrows, ProblemList problems)
    {
        foreach (var draft in drafts)
        {
            if (draft.Outcomes is not { } outcomes || draft.Kind == ActivityKind.Finish)
                continue;
            var open = outcomes.Where(outcome => !outcome.IsEnd && !arrows.Exists(arrow => arrow.Source == draft.Index && string.Equals(arrow.Port, outcome.Name, StringComparison.Ordinal))).ToList();
            if (draft.Waits && open.Count == outcomes.Length)
            {
                problems.Add(draft.Id, ProblemCodes.WaitWithoutExit, "it waits, and nothing follows: connect its outcomes", "它会等待，但之后没有下一步：请连接它的结果");
                continue;
            }

            foreach (var outcome in open)
            {
                problems.Add(draft.Id, ProblemCodes.OutcomeNotConnected, $"the outcome {outcome.Name} leads nowhere; Elsa would silently end the process there",
                    $"结果 {outcome.Name} 没有连线；Elsa 会在此悄悄结束流程");
            }
        }
    }

    private static int? FindStart(JsonElement flow, List<DraftActivity> drafts, List<(int Source, string Port, int Target)> arrows, ProblemList problems)
    {
        var named = flow.Text("start") ?? flow.Property("start")?.Text("id");
        if (named is not null)
        {
            if (drafts.Find(draft => string.Equals(draft.Id, named, StringComparison.Ordinal)) is { } chosen)
                return chosen.Index;
            problems.Add(null, ProblemCodes.NoStart, $"start names the activity {named}, which is not there", $"start 指向不存在的活动 {named}");
            return null;
        }

        var starters = drafts.Where(draft => draft.CanStart).ToList();
        var first = drafts.Where(draft => !arrows.Exists(arrow => arrow.Target == draft.Index && arrow.Source != draft.Index)).ToList();
        var candidates = starters.Count > 0 ? starters : first;
        if (candidates.Count == 1)
            return candidates[0].Index;
        if (candidates.Count == 0)
        {
            problems.Add(null, ProblemCodes.NoStart, "every activity has something before it: mark one with canStartWorkflow", "每个活动之前都有其他活动：请用 canStartWorkflow 标明起点");
            return null;
        }

        var list = string.Join(", ", candidates.Select(draft => draft.Id));
        problems.Add(null, ProblemCodes.ManyStarts, $"the process could start at {list}: connect all but one", $"流程可能从 {list} 开始：请只保留一个起点");
        return null;
    }
}
