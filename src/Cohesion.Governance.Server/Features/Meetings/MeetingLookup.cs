using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings;

/// <summary>Loads what every slice about a meeting begins with. The access step has made sure that it exists.</summary>
internal static class MeetingLookup
{
    public static Task<Meeting> LoadMeeting(this GovernanceDbContext db, Guid meetingId, CancellationToken ct) =>
        db.Meetings.SingleAsync(m => m.Id == meetingId, ct);

    public static Task<Council> LoadCouncil(this GovernanceDbContext db, Guid councilId, CancellationToken ct) =>
        db.Councils.SingleAsync(c => c.Id == councilId, ct);

    /// <summary>The agenda in its order.</summary>
    public static Task<List<AgendaItem>> LoadAgenda(this GovernanceDbContext db, Guid meetingId, CancellationToken ct) =>
        db.AgendaItems.Where(i => i.MeetingId == meetingId).OrderBy(i => i.Position).ThenBy(i => i.Id).ToListAsync(ct);

    /// <summary>The lines of the register version in force.</summary>
    public static IQueryable<SeatEntry> SeatsInForce(this GovernanceDbContext db, Council council) =>
        db.SeatEntries.Where(s => s.CouncilId == council.Id
            && s.FromVersion <= council.RegisterVersion && (s.ToVersion == null || s.ToVersion > council.RegisterVersion));
}
