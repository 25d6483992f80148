using Cohesion.Governance.Workflows;
using Cohesion.Governance.Workflows.Definitions;
using Elsa.Workflows.Activities.Flowchart.Activities;
using Elsa.Workflows.Activities.Flowchart.Models;

namespace Cohesion.Governance.Elsa.Engine;

/// <summary>
/// Which of Elsa's two ways through a flowchart suits a definition. Counting visits knows joins that wait only for what is under way, but loses count
/// where a loop goes round a part of the map; following tokens knows loops, but its joins wait for every arrow.
/// </summary>
internal static class FlowMode
{
    public const string Property = Flowchart.ExecutionModePropertyKey;

    /// <summary>Why neither way suits a definition; null where one does.</summary>
    public static BilingualText? Problem(WorkflowDefinition definition) => HasJoin(definition) && definition.Connections.Any(connection => connection.Backward)
        ? new BilingualText(
            "it has a loop and a join, and Elsa loses count of branches taken in a later round; move one of the two into a process of its own, started with Elsa.DispatchWorkflow",
            "其中既有循环又有汇合，Elsa 会数错后一轮才走到的分支；请把其中一部分移到单独的流程，用 Elsa.DispatchWorkflow 启动")
        : null;

    public static string Of(WorkflowDefinition definition) => HasJoin(definition)
        ? nameof(FlowchartExecutionMode.CounterBased)
        : nameof(FlowchartExecutionMode.TokenBased);

    private static bool HasJoin(WorkflowDefinition definition) => definition.Activities.Any(node => node.Kind == ActivityKind.Join);
}
