using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
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
        var holdings = await db.OfficeHoldings.AsNoTracking()
            .Where(h => (h.CouncilId == council.Id || h.StreetId == council.StreetId) && h.Since <= now && (h.Until == null || h.Until > now))
            .ToListAsync(ct);
        var names = await PeopleNames.Of(db, holdings.Select(h => h.PersonId), ct);
        var own = member.Holdings.Where(h => h.SeatId is not null).Select(h => h.SeatId!.Value).ToHashSet();
        var isSecretary = member.Holds(Office.CouncilSecretary);
        var lines = await db.SeatEntries.AsNoTracking()
            .Where(s => s.CouncilId == council.Id && s.ToVersion == null && (isSecretary || own.Contains(s.SeatId)))
            .OrderBy(s => s.Label).Select(s => new { s.SeatId, s.Label }).ToListAsync(ct);
        var coOwners = holdings.Where(h => h.SeatId is not null && h.CoOwner).ToLookup(h => h.SeatId!.Value, h => new MandatePerson(h.PersonId, names[h.PersonId]));
        var seats = lines.ConvertAll(s => new MandateSeat(s.SeatId, s.Label, [.. coOwners[s.SeatId]]));

        // Whoever may only look on may also be asked to vote for somebody; the rule and the register say who may not, and they say so when it is given.
        var people = holdings.Where(h => h.PersonId != member.Id && h.Office is not (Office.Observer or Office.Auditor)).Select(h => h.PersonId).Distinct()
            .Select(id => new MandatePerson(id, names[id])).OrderBy(p => p.Name.En, StringComparer.Ordinal).ToList();
        var votes = await db.Votes.AsNoTracking()
            .Where(v => v.CouncilId == council.Id && (v.Stage == VoteStage.Planned || v.Stage == VoteStage.RollFrozen || (v.Stage == VoteStage.Open && v.ClosesAt > now)))
            .OrderBy(v => v.ClosesAt).Select(v => new MandateSubject(v.Id, v.Question, v.ClosesAt)).ToListAsync(ct);
        var meetings = await db.Meetings.AsNoTracking()
            .Where(m => m.CouncilId == council.Id && (m.Stage == MeetingStage.Planned || m.Stage == MeetingStage.Noticed || m.Stage == MeetingStage.CheckIn || m.Stage == MeetingStage.InSession))
            .OrderBy(m => m.StartsAt).Select(m => new MandateSubject(m.Id, m.Title, m.StartsAt)).ToListAsync(ct);
        return new MandateOptionsView(
            council.Id, council.Name, council.TimeZone, seats.FindAll(s => own.Contains(s.SeatId)), seats.FindAll(s => !own.Contains(s.SeatId)), people, votes, meetings);
    }
}
