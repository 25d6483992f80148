using System.Collections.Frozen;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Definitions;

/// <summary>How the engine treats an activity.</summary>
internal enum ActivityKind
{
    Governance,
    Decision,
    Switch,
    Fork,
    Join,
    SetVariable,
    Delay,
    StartAt,
    Event,
    Dispatch,
    Finish,
    WriteLine,
}

/// <summary>Elsa 3's own activities that both engines run, as observed on Elsa 3.7.1. Any other of Elsa's types is refused at load.</summary>
internal static class ElsaActivities
{
    public const string Flowchart = "Elsa.Flowchart";

    /// <summary>Properties that Elsa and its Studio write on any activity and that say nothing about what it does here.</summary>
    public static readonly FrozenSet<string> CommonProperties = FrozenSet.ToFrozenSet(
        ["id", "nodeId", "name", "type", "version", "metadata", "customProperties", "canStartWorkflow", "runAsynchronously", "displayName",
            "description", "notes", "source", "_type", "applicationProperties", "synthetic", "mergeMode"],
        StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, ActivityKind> Kinds = new Dictionary<string, ActivityKind>(StringComparer.Ordinal)
    {
        ["Elsa.FlowDecision"] = ActivityKind.Decision,
        ["Elsa.FlowSwitch"] = ActivityKind.Switch,
        ["Elsa.FlowFork"] = ActivityKind.Fork,
        ["Elsa.FlowJoin"] = ActivityKind.Join,
        ["Elsa.SetVariable"] = ActivityKind.SetVariable,
        ["Elsa.Delay"] = ActivityKind.Delay,
        ["Elsa.StartAt"] = ActivityKind.StartAt,
        ["Elsa.Event"] = ActivityKind.Event,
        ["Elsa.DispatchWorkflow"] = ActivityKind.Dispatch,
        ["Elsa.Finish"] = ActivityKind.Finish,
        ["Elsa.End"] = ActivityKind.Finish,
        ["Elsa.WriteLine"] = ActivityKind.WriteLine,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly IReadOnlyList<ActivityDescriptor> All =
    [
        New("Elsa.FlowDecision", "Decide", "判断", "Branching") with
        {
            Inputs = [Input("condition", WorkflowType.Truth, "Condition", "条件", required: true)],
            Outcomes = [Outcome("True", "yes", "是"), Outcome("False", "no", "否")],
        },
        // Its outcomes are the labels of its cases, and Default.
        New("Elsa.FlowSwitch", "Choose a case", "分情况", "Branching") with
        {
            Inputs = [Input("cases", WorkflowType.Any, "Cases", "各种情况", required: true), Input("mode", WorkflowType.Text, "Mode", "方式")],
        },
        // Its outcomes are its branches.
        New("Elsa.FlowFork", "Do in parallel", "同时进行", "Branching") with
        {
            Inputs = [Input("branches", WorkflowType.List, "Branches", "分支", required: true)],
        },
        New("Elsa.FlowJoin", "Bring together", "汇合", "Branching") with
        {
            Inputs = [Input("mode", WorkflowType.Text, "Mode", "方式", required: true)],
        },
        New("Elsa.SetVariable", "Set a variable", "设置变量", "Primitives") with
        {
            Inputs = [Input("variable", WorkflowType.Any, "Variable", "变量", required: true), Input("value", WorkflowType.Any, "Value", "值")],
        },
        New("Elsa.Delay", "Wait a while", "等待一段时间", "Scheduling") with
        {
            Inputs = [Input("timeSpan", WorkflowType.Duration, "How long", "时长", required: true)],
            Waits = true,
        },
        New("Elsa.StartAt", "Wait until", "等到某时", "Scheduling") with
        {
            Inputs = [Input("dateTime", WorkflowType.Instant, "Until", "时间", required: true)],
            Waits = true,
        },
        New("Elsa.Event", "Wait for an event", "等待事件", "Primitives") with
        {
            Inputs = [Input("eventName", WorkflowType.Text, "Event", "事件", required: true)],
            Outputs = [new("result", WorkflowType.Any, new("What came with it", "事件内容"))],
            Waits = true,
        },
        New("Elsa.DispatchWorkflow", "Start another process", "启动另一流程", "Composition") with
        {
            Inputs =
            [
                Input("workflowDefinitionId", WorkflowType.Text, "Process", "流程", required: true),
                Input("correlationId", WorkflowType.Text, "Correlation", "关联编号"),
                Input("input", WorkflowType.Map, "Inputs", "输入"),
                Input("waitForCompletion", WorkflowType.Truth, "Wait until it ends", "等它结束"),
            ],
            Outputs = [new("result", WorkflowType.Map, new("What it gave back", "返回内容"))],
            Waits = true,
        },
        New("Elsa.Finish", "Finish", "结束", "Primitives") with { Outcomes = [Outcome("Done", "done", "完成", isEnd: true)] },
        New("Elsa.End", "End", "结束", "Primitives") with { Outcomes = [Outcome("Done", "done", "完成", isEnd: true)] },
        New("Elsa.WriteLine", "Write to the log", "写入日志", "Console") with
        {
            Inputs = [Input("text", WorkflowType.Text, "Text", "文字", required: true)],
        },
    ];

    private static ActivityDescriptor New(string type, string en, string zh, string category) => new(type, new(en, zh), category);

    private static InputDescriptor Input(string name, WorkflowType type, string en, string zh, bool required = false) => new(name, type, new(en, zh), required);

    private static OutcomeDescriptor Outcome(string name, string en, string zh, bool isEnd = false) => new(name, new(en, zh), isEnd);
}
