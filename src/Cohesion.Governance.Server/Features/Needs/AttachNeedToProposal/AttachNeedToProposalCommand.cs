using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Needs.AttachNeedToProposal;

/// <summary>A need is answered by a proposal that exists already; by the secretary or whoever raised the proposal.</summary>
[Title("attaches a need to the proposal", "将诉求并入议题")]
[RequiresMembership]
[Refuses<NotYourProposal>]
[Refuses<ProposalEnded>]
[Refuses<NeedIsSettled>]
internal sealed record AttachNeedToProposalCommand(Guid NeedId, Guid ProposalId) : ICommand<Done>, IConcernsNeed;
