using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Proposals.LapseProposal;

/// <summary>The time for a revision or a rework is over. Answers as what the proposal ends; null when somebody acted in the last moment, so that it goes on.</summary>
[Title("lets the proposal lapse", "议题逾期失效")]
[ProcessOnly]
internal sealed record LapseProposalCommand(Guid ProposalId) : ICommand<ProposalResult?>, IConcernsProposal;
