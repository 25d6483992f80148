using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Proposals.ProposalState;

/// <summary>The process looks where its proposal stands.</summary>
[Title("reads where a proposal stands", "查看议题所处阶段")]
[ProcessOnly]
internal sealed record ProposalStateQuery(Guid ProposalId) : IQuery<ProposalStage>, IConcernsProposal;
