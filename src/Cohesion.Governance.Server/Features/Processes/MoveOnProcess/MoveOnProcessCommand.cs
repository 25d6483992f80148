using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Processes.MoveOnProcess;

/// <summary>The secretary has a process leave a faulted activity as if it had ended with one of its outcomes, because it was settled by other means.</summary>
[Title("moves a faulted process on", "让故障流程继续")]
[RequiresOffice(Office.CouncilSecretary, Office.StreetConvenor)]
[Refuses<ProcessIsNotFaulted>]
[Refuses<CannotMoveOnSo>]
internal sealed record MoveOnProcessCommand(Guid CouncilId, string InstanceId, string ActivityId, string Outcome) : ICommand<Done>, IConcernsCouncil;
