using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.DecideExclusionObjection;

internal sealed class DecideExclusionObjectionHandler(
    GovernanceDbContext db, CurrentMember member, NoticeBoard notices, TallyAnnouncer announcer, TimeProvider clock)
    : IRequestHandler<DecideExclusionObjectionCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DecideExclusionObjectionCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        var now = clock.GetUtcNow();
        if (vote.RollChangeRefusalAt(now) is { } tooLate)
        {
            return tooLate;
        }

        var exclusion = await db.SeatExclusions
            .Where(e => e.VoteId == vote.Id && e.SeatId == request.SeatId)
            .OrderByDescending(e => e.DecidedAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (exclusion is null)
        {
            return new SeatNotExcluded();
        }

        if (exclusion.ObjectionDecidedByPersonId == member.Id && exclusion.Upheld == request.Upheld && exclusion.Finding == request.Finding)
        {
            return default(Done);
        }

        if (exclusion.EndedAt is not null && exclusion.Upheld is null)
        {
            return new SeatNotExcluded();
        }

        if (exclusion.DecideObjection(member.Id, request.Upheld, request.Finding, now).Refused(out var refusal))
        {
            return refusal;
        }

        if (request.Upheld)
        {
            var line = await db.RollEntries.SingleAsync(r => r.VoteId == vote.Id && r.SeatId == request.SeatId, cancellationToken);
            (line.ExcludedFor, line.ExclusionNote) = (null, null);
            vote.BallotCount++;
            announcer.Touch(vote.Id);
        }

        await notices.TellSeats(
            vote.CouncilId, [request.SeatId], "vote.exclusionDecided", VoteWords.ExclusionDecided(vote, request.Upheld, request.Finding), VoteWords.BallotPageOf(vote.Id),
            cancellationToken);
        return default(Done);
    }
}
