using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.LatestVote;

/// <summary>The last vote on a proposal and what it came to, for the proposal's process.</summary>
[Title("reads the latest vote", "查看最近一次表决")]
[ProcessOnly]
internal sealed record LatestVoteQuery(Guid ProposalId) : IQuery<LatestVoteView>, IConcernsProposal;

/// <summary>A vote and what it came to.</summary>
/// <param name="Outcome">Adopted, Rejected, NoQuorum or Undecided once counted; Undecided when cancelled; null before.</param>
internal sealed record LatestVoteView(Guid VoteId, VoteStage Stage, string? Outcome, string? NextSession);
