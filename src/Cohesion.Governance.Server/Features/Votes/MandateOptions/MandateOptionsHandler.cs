using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Councils;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.MandateOptions;

internal sealed class MandateOptionsHandler(GovernanceDbContext db, CurrentMember member, TimeProvider clock)
    : IRequestHandler<MandateOptionsQuery, Outcome<MandateOptionsView>>
{
    public async Task<Outcome<MandateOptionsView>> Handle(MandateOptionsQuery request, CancellationToken cancellationToken)
    {
        var (ct, now) = (cancellationToken, clock.GetUtcNow());
        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == request.CouncilId, ct);
        var own = member.Holdings.Where(h => h.SeatId is not null).Select(h => h.SeatId!.Value).Distinct().ToList();
        var standing = db.SeatEntries.AsNoTracking().Where(s => s.CouncilId == council.Id && s.ToVersion == null);
        var ownLines = await standing.Where(s => own.Contains(s.SeatId)).ToListAsync(ct);
        var otherLines = member.Holds(Office.CouncilSecretary)
            ? await standing.Matching(db, request.Seat, bloc: null).Where(s => !own.Contains(s.SeatId)).OrderBy(s => s.Id).Take(MandateHolders.Most + 1).ToListAsync(ct)
            : [];
        var areMoreSeats = otherLines.Count > MandateHolders.Most;
        if (areMoreSeats)
        {
            otherLines.Clear();
        }

        var coOwners = await CoOwners([.. ownLines.Concat(otherLines).Select(s => s.SeatId)], now, ct);
        MandateSeat[] Seats(List<SeatEntry> lines) => [.. lines.OrderBy(s => s.Label, StringComparer.Ordinal).Select(s => new MandateSeat(s.SeatId, s.Label, [.. coOwners[s.SeatId]]))];

        // Whoever only looks on speaks for nobody. Who else may not, the rule and the register say when the mandate is given.
        var (councilId, streetId, me) = (council.Id, council.StreetId, member.Id);
        var holders = await MandateHolders.Among(
            db,
            h => (h.CouncilId == councilId || h.StreetId == streetId) && h.Since <= now && (h.Until == null || h.Until > now) && h.PersonId != me
                && h.Office != Office.Observer && h.Office != Office.Auditor,
            request.Holder,
            ct);
        var votes = await db.Votes.AsNoTracking()
            .Where(v => v.CouncilId == council.Id && (v.Stage == VoteStage.Planned || v.Stage == VoteStage.RollFrozen || (v.Stage == VoteStage.Open && v.ClosesAt > now)))
            .OrderBy(v => v.ClosesAt).Select(v => new MandateSubject(v.Id, v.Question, v.ClosesAt)).ToListAsync(ct);
        var meetings = await db.Meetings.AsNoTracking()
            .Where(m => m.CouncilId == council.Id && (m.Stage == MeetingStage.Planned || m.Stage == MeetingStage.Noticed || m.Stage == MeetingStage.CheckIn || m.Stage == MeetingStage.InSession))
            .OrderBy(m => m.StartsAt).Select(m => new MandateSubject(m.Id, m.Title, m.StartsAt)).ToListAsync(ct);
        return new MandateOptionsView(
            council.Id, council.Name, council.TimeZone, Seats(ownLines), Seats(otherLines), areMoreSeats, holders, votes, meetings);
    }

    private async Task<ILookup<Guid, MandatePerson>> CoOwners(List<Guid> seats, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await db.OfficeHoldings.AsNoTracking()
            .Where(h => h.CoOwner && h.SeatId != null && seats.Contains(h.SeatId.Value) && h.Since <= now && (h.Until == null || h.Until > now))
            .Join(db.People, h => h.PersonId, p => p.Id, (h, p) => new { SeatId = h.SeatId!.Value, p.Id, p.Name }).ToListAsync(ct);
        return rows.ToLookup(r => r.SeatId, r => new MandatePerson(r.Id, r.Name));
    }
}
