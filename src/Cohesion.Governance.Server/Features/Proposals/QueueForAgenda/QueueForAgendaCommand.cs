using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Proposals.QueueForAgenda;

/// <summary>A proposal waits for a meeting that takes it up; secretary and convenor are told.</summary>
[Title("queues the proposal for the agenda", "议题等待列入议程")]
[ProcessOnly]
internal sealed record QueueForAgendaCommand(Guid ProposalId) : ICommand<Done>, IConcernsProposal;
