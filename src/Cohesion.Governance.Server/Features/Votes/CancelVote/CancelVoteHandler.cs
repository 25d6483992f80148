using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;
using RuleOutcome = Cohesion.Governance.Domain.Rules.Outcome;

namespace Cohesion.Governance.Server.Features.Votes.CancelVote;

internal sealed class CancelVoteHandler(GovernanceDbContext db, SecretCount secret, ProcessOutbox process, NoticeBoard notices, LiveFeed live, TimeProvider clock)
    : IRequestHandler<CancelVoteCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(CancelVoteCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        var now = clock.GetUtcNow();
        if (vote.Stage == VoteStage.Open && !vote.IsOpenAt(now) && !(vote.Secret && await secret.IsBroken(vote, cancellationToken)))
        {
            // The ballots have ended and only wait for the count: calling the vote off now would be choosing the outcome. (A secret vote that nobody can open any more has none.)
            return new VoteHasClosed();
        }

        if (vote.Cancel(now, request.Reason).Refused(out var refusal))
        {
            return refusal;
        }

        if (vote.Secret)
        {
            await secret.Discard(vote, cancellationToken);
        }

        process.Signal("vote.cancelled", vote.CouncilId, vote.Id, new { VoteId = vote.Id }, keepUntil: vote.ClosesAt ?? now.AddDays(1));
        process.Signal("vote.decided", vote.CouncilId, vote.ProposalId, new { Outcome = nameof(RuleOutcome.Undecided), VoteId = vote.Id });
        await notices.TellAll(
            vote.CouncilId, "vote.cancelled", VoteWords.Cancelled(vote, request.Reason), VoteWords.PageOf(vote.Id), cancellationToken);
        var payload = new { VoteId = vote.Id, vote.ProposalId };
        await live.Announce(Topics.Vote(vote.Id), "vote.cancelled", payload, cancellationToken);
        await live.Announce(Topics.Proposal(vote.ProposalId), "vote.cancelled", payload, cancellationToken);
        await live.Announce(Topics.Council(vote.CouncilId), "vote.cancelled", payload, cancellationToken);
        return default(Done);
    }
}
