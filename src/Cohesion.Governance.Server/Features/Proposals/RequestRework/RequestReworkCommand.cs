using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Proposals.RequestRework;

/// <summary>After a vote that did not adopt it, the author or the secretary has a proposal reworked instead of letting it rest.</summary>
[Title("asks for rework", "要求重新修改")]
[RequiresMembership]
[Refuses<NotYourProposal>]
[Refuses<NotOpenToRework>]
internal sealed record RequestReworkCommand(Guid ProposalId) : ICommand<Done>, IConcernsProposal;
