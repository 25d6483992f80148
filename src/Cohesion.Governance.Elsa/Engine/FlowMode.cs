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

    public static string Of(WorkflowDefinition definition) => definition.Activities.Any(node => node.Kind == ActivityKind.Join)
        ? nameof(FlowchartExecutionMode.CounterBased)
        : nameof(FlowchartExecutionMode.TokenBased);
}
