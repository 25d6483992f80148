using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.RemindSilent;

internal sealed class RemindSilentHandler(GovernanceDbContext db, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<RemindSilentCommand, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(RemindSilentCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        var now = clock.GetUtcNow();
        var isReminded = (request.Moment == VoteMoment.Half ? vote.HalfTimeReminderAt : vote.LastReminderAt) is not null;
        if (isReminded || !vote.IsOpenAt(now))
        {
            return 0;
        }

        if (request.Moment == VoteMoment.Half)
        {
            vote.HalfTimeReminderAt = now;
        }
        else
        {
            vote.LastReminderAt = now;
        }

        var silent = SilentSeats.Of(db, vote.Id);
        var seats = await silent.CountAsync(cancellationToken);
        var timeZone = await db.Councils.Where(c => c.Id == vote.CouncilId).Select(c => c.TimeZone).SingleAsync(cancellationToken);
        await notices.TellSeats(
            vote.CouncilId, silent, "vote.reminder", VoteWords.Reminder(vote, VoteWords.Moment(vote.ClosesAt!.Value, timeZone)),
            VoteWords.BallotPageOf(vote.Id), cancellationToken);
        if (request.Moment == VoteMoment.LastDay)
        {
            await RemindOfEntries(vote, cancellationToken);
        }

        return seats;
    }

    // What is not checked and settled before the end does not count, so those who can do it hear of it in time.
    private async Task RemindOfEntries(Vote vote, CancellationToken ct)
    {
        var waiting = await db.BallotEntries.CountAsync(
            e => e.VoteId == vote.Id && (e.Stage == BallotEntryStage.AwaitingCheck || e.Stage == BallotEntryStage.Disputed), ct);
        if (waiting > 0)
        {
            await notices.TellOffices(
                vote.CouncilId, [Office.CouncilSecretary, Office.VisitingWorker], "vote.entriesWaiting", VoteWords.EntriesWaiting(vote, waiting),
                VoteWords.EntriesPageOf(vote.Id), ct);
        }
    }
}
