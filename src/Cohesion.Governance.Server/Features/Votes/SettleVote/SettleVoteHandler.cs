using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.SettleVote;

internal sealed class SettleVoteHandler(GovernanceDbContext db, VoteDecision decisions, ProcessOutbox process, LiveFeed live, TimeProvider clock)
    : IRequestHandler<SettleVoteCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SettleVoteCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (!await db.Councils.Where(c => c.Id == vote.CouncilId).Select(c => c.EarlyDecision).SingleAsync(cancellationToken))
        {
            return new EarlyDecisionNotAllowed();
        }

        var now = clock.GetUtcNow();
        if (vote.BallotWindow.RefusalAt(now) is { } notOpen)
        {
            return notOpen;
        }

        // A secret vote that ended early on what was said would tell what was said: it ends early only when nobody is left to be heard.
        if (vote.Secret
            ? await SilentSeats.Of(db, vote.Id).AnyAsync(cancellationToken)
            : (await decisions.Of(vote, open: true, cancellationToken)).Decision.CanStillChange)
        {
            return new OutcomeCanStillChange();
        }

        vote.Settle(now);
        process.Signal("vote.settled", vote.CouncilId, vote.Id, new { VoteId = vote.Id }, keepUntil: vote.ClosesAt);
        await live.Announce(Topics.Vote(vote.Id), "vote.settled", new { VoteId = vote.Id, At = now }, cancellationToken);
        return default(Done);
    }
}
