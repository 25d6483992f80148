using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.ExcludeSeat;

internal sealed class ExcludeSeatHandler(GovernanceDbContext db, CurrentMember member, NoticeBoard notices, TallyAnnouncer announcer, TimeProvider clock)
    : IRequestHandler<ExcludeSeatCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ExcludeSeatCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        var now = clock.GetUtcNow();
        if (vote.RollChangeRefusalAt(now) is { } tooLate)
        {
            return tooLate;
        }

        var seat = await db.RollEntries.SingleOrDefaultAsync(r => r.VoteId == vote.Id && r.SeatId == request.SeatId, cancellationToken);
        if (seat is null)
        {
            return new SeatNotOnRoll();
        }

        if (seat.ExcludedFor is not null)
        {
            return new SeatAlreadyExcluded();
        }

        // A rule that lists its grounds counts no other: the seat would be kept from voting and still be in the base.
        var rule = RulePacks.Read(vote.RulePackJson, vote.RulePack);
        if (rule.Exclude is { } listed && !listed.Any(e => e.Reason == request.Ground))
        {
            return new GroundNotInRule([.. listed.Select(e => e.Reason).OfType<string>()]);
        }

        (seat.ExcludedFor, seat.ExclusionNote) = (request.Ground, request.Reason);
        db.SeatExclusions.Add(new SeatExclusion
        {
            Id = Guid.CreateVersion7(now), VoteId = vote.Id, SeatId = seat.SeatId, Ground = request.Ground, Reason = request.Reason, DecidedByPersonId = member.Id,
            DecidedAt = now,
        });
        vote.BallotCount++;
        announcer.Touch(vote.Id);
        await notices.TellSeats(
            vote.CouncilId, [seat.SeatId], "vote.excluded", VoteWords.Excluded(vote, request.Reason), VoteWords.BallotPageOf(vote.Id), cancellationToken);
        return default(Done);
    }
}
