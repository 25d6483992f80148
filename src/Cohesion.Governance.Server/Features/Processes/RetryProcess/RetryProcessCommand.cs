using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Processes.RetryProcess;

/// <summary>The secretary, or whoever runs the server, has the faulted activities of a process tried again, after mending what was wrong.</summary>
[Title("retries a faulted process", "重试出现故障的流程")]
[RequiresOffice(Office.CouncilSecretary, Office.StreetConvenor, Office.Administrator)]
[Refuses<ProcessIsNotFaulted>]
internal sealed record RetryProcessCommand(Guid CouncilId, string InstanceId) : ICommand<Done>, IConcernsCouncil;
