using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Proposals.ProposalPage;

/// <summary>Everything the page of one proposal shows.</summary>
[Title("reads a proposal", "查看议题")]
[RequiresMembership]
internal sealed record ProposalPageQuery(Guid ProposalId) : IQuery<ProposalPageAnswer>, IConcernsProposal;
