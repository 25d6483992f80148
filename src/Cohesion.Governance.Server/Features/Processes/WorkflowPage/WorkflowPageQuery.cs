using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Workflows.Maps;

namespace Cohesion.Governance.Server.Features.Processes.WorkflowPage;

/// <summary>A version of a workflow on its map, with the council's running processes on it, and what differs from an earlier one.</summary>
/// <param name="Version">Hash of the version; absent: the one new processes take.</param>
/// <param name="Against">Hash of the version it is compared with; absent: none.</param>
[Title("looks at a workflow definition", "查看流程定义图")]
[RequiresOffice(Office.CouncilSecretary, Office.StreetConvenor, Office.Administrator)]
[Refuses<WorkflowVersionUnknown>]
internal sealed record WorkflowPageQuery(Guid CouncilId, string DefinitionId, string? Version = null, string? Against = null)
    : IQuery<WorkflowPageView>, IConcernsCouncil;

/// <param name="Shown">The version drawn.</param>
/// <param name="Versions">Every version kept, the one new processes take first.</param>
/// <param name="Steps">The steps in reading order.</param>
/// <param name="Compared">What differs; absent where nothing is compared.</param>
internal sealed record WorkflowPageView(
    string DefinitionId, WorkflowVersionLine Shown, IReadOnlyList<WorkflowVersionLine> Versions, IReadOnlyList<WorkflowStepView> Steps,
    IReadOnlyList<WorkflowWayView> Ways, ComparedWorkflow? Compared);

/// <param name="X">Left edge as the designer placed it, in CSS pixels.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Running">How many processes of the council wait here on this version.</param>
/// <param name="Faulted">How many are stuck here.</param>
/// <param name="Change">Added, Changed or, on the earlier version, Gone; absent where nothing differs.</param>
internal sealed record WorkflowStepView(string Id, LocalText Name, double X, double Y, int Running, int Faulted, StepChangeKind? Change);

internal sealed record WorkflowWayView(string From, string To, LocalText? Label);

/// <summary>What differs from another version.</summary>
/// <param name="With">The earlier version.</param>
/// <param name="Changes">Steps that came, went or changed.</param>
/// <param name="Variables">Values at the start that differ.</param>
/// <param name="Steps">The earlier version's steps.</param>
internal sealed record ComparedWorkflow(
    WorkflowVersionLine With, IReadOnlyList<StepDifference> Changes, IReadOnlyList<VariableChange> Variables, IReadOnlyList<WorkflowStepView> Steps,
    IReadOnlyList<WorkflowWayView> Ways);

/// <param name="What">Names of inputs that differ; <c>name</c>, <c>type</c> and <c>ways</c> mean those.</param>
internal sealed record StepDifference(string Id, LocalText Name, StepChangeKind Kind, IReadOnlyList<string> What);
