using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using Cohesion.Governance.Workflows.Engine;

namespace Cohesion.Governance.Server.Features.Processes.ListProcesses;

/// <summary>The processes of a council; those at fault with their reasons and the ways out.</summary>
[Title("lists processes", "查看流程列表")]
[RequiresMembership]
internal sealed record ListProcessesQuery(Guid CouncilId, ProcessStatus? Status = null, string? After = null, int Size = Page<ProcessInList>.DefaultSize)
    : IQuery<Page<ProcessInList>>, IConcernsCouncil;

/// <param name="InstanceId">The process.</param>
/// <param name="DefinitionId">Which kind: proposal, meeting, vote, follow-up.</param>
/// <param name="SubjectId">What it is about.</param>
/// <param name="Status">Waiting, Faulted, Finished or Cancelled.</param>
/// <param name="ChangedAt">When it last went on.</param>
/// <param name="Here">Activities it stands at.</param>
/// <param name="Faults">What went wrong.</param>
internal sealed record ProcessInList(
    string InstanceId, string DefinitionId, Guid SubjectId, ProcessStatus Status, DateTimeOffset ChangedAt,
    IReadOnlyList<string> Here, IReadOnlyList<FaultInList> Faults);

/// <param name="ActivityId">Where.</param>
/// <param name="Code">Stable code: a refusal's, or the engine's.</param>
/// <param name="Reason">Why, in both languages.</param>
/// <param name="At">When.</param>
/// <param name="Attempt">The how-manieth attempt.</param>
/// <param name="Outcomes">What it may be moved on with.</param>
internal sealed record FaultInList(string ActivityId, string Code, LocalText Reason, DateTimeOffset At, int Attempt, IReadOnlyList<string> Outcomes);
