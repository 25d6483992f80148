using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.ReadmitSeat;

internal sealed class ReadmitSeatHandler(GovernanceDbContext db, CurrentMember member, NoticeBoard notices, TallyAnnouncer announcer, TimeProvider clock)
    : IRequestHandler<ReadmitSeatCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ReadmitSeatCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (vote.RollChangeRefusalAt(clock.GetUtcNow()) is { } tooLate)
        {
            return tooLate;
        }

        var seat = await db.RollEntries.SingleOrDefaultAsync(r => r.VoteId == vote.Id && r.SeatId == request.SeatId, cancellationToken);
        if (seat is null)
        {
            return new SeatNotOnRoll();
        }

        if (seat.ExcludedFor is null)
        {
            return new SeatNotExcluded();
        }

        (seat.ExcludedFor, seat.ExclusionNote) = (null, null);
        var exclusion = await db.SeatExclusions.SingleOrDefaultAsync(e => e.VoteId == vote.Id && e.SeatId == seat.SeatId && e.EndedAt == null, cancellationToken);
        exclusion?.End(member.Id, clock.GetUtcNow());
        vote.BallotCount++;
        announcer.Touch(vote.Id);
        await notices.TellSeats(
            vote.CouncilId, [seat.SeatId], "vote.readmitted", VoteWords.Readmitted(vote), VoteWords.BallotPageOf(vote.Id), cancellationToken);
        return default(Done);
    }
}
