using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.ConfirmVote;

/// <summary>After its posting, an adopted vote is decided again with the objections that seats have raised and not taken back. Answers whether the adoption stands;
/// a vote looked at before answers as it did then.</summary>
[Title("confirms the result", "确认结果")]
[ProcessOnly]
[Refuses<NotAdopted>]
internal sealed record ConfirmVoteCommand(Guid VoteId) : ICommand<bool>, IConcernsVote;
