using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings;

/// <summary>Who may check in or out for a seat, and for whom.</summary>
internal sealed class Attendees(GovernanceDbContext db, CurrentMember member, TimeProvider clock)
{
    /// <summary>Whether the caller may record this seat: his own, or any as secretary.</summary>
    public bool MayRecord(Guid seatId) => member.ActsFor(seatId) || member.Holds(Office.CouncilSecretary);

    /// <summary>Who came for the seat: the caller for his own, whoever the secretary names for another's.</summary>
    public async Task<Outcome<Guid>> WhoCame(Meeting meeting, Guid seatId, Guid? named, CancellationToken ct)
    {
        if (named is null || named == member.Id)
        {
            return member.ActsFor(seatId) ? member.Id : member.Holds(Office.CouncilSecretary) && named is null ? new WhoCameNeeded() : new OwnSeatOnly();
        }

        if (!member.Holds(Office.CouncilSecretary))
        {
            return new OwnSeatOnly();
        }

        var now = clock.GetUtcNow();
        var street = await db.Councils.Where(c => c.Id == meeting.CouncilId).Select(c => c.StreetId).SingleAsync(ct);
        return await db.OfficeHoldings.AnyAsync(
            h => h.PersonId == named && (h.CouncilId == meeting.CouncilId || h.StreetId == street) && h.Since <= now && (h.Until == null || h.Until > now), ct)
            ? named.Value
            : new AttendeeUnknown();
    }
}
