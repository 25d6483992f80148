using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.SettleVote;

internal sealed class SettleVoteHandler(GovernanceDbContext db, VoteDecision decisions, VoteCounts counts, ProcessOutbox process, LiveFeed live, TimeProvider clock)
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

        if (await CanStillChange(vote, cancellationToken))
        {
            return new OutcomeCanStillChange();
        }

        // What the council holds in its hands is read before it closes the box: no paper is cut off by an end that nobody could foresee.
        var waiting = await db.BallotEntries.CountAsync(
            e => e.VoteId == vote.Id && (e.Stage == BallotEntryStage.AwaitingCheck || e.Stage == BallotEntryStage.Disputed), cancellationToken);
        if (waiting > 0)
        {
            return new PapersStillWait(waiting);
        }

        vote.Settle(now);
        process.Signal("vote.settled", vote.CouncilId, vote.Id, new { VoteId = vote.Id }, keepUntil: vote.ClosesAt);
        await live.Announce(Topics.Vote(vote.Id), "vote.settled", new { VoteId = vote.Id, At = now }, cancellationToken);
        return default(Done);
    }

    // A secret vote that ended early on what was said would tell what was said: it ends early only when nobody is left to be heard. Of any other a kept count says yes
    // often and cheaply; only every ballot says no.
    private async Task<bool> CanStillChange(Vote vote, CancellationToken ct) => vote.Secret
        ? await SilentSeats.Of(db, vote.Id).AnyAsync(ct)
        : (await counts.Of(vote, ct)).Decision.CanStillChange || (await decisions.Of(vote, open: true, ct)).Decision.CanStillChange;
}
