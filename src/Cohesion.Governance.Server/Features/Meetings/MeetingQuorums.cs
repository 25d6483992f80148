using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings;

/// <summary>Reads the quorum of a meeting from its attendance, the register in force and the council's rule.</summary>
internal sealed class MeetingQuorums(GovernanceDbContext db, IQuorumRules rules)
{
    /// <summary>Whether the council's rule provides a further call after the present one.</summary>
    public async Task<bool> MayCallAgain(Meeting meeting, CancellationToken ct) =>
        rules.HasCall((await db.LoadCouncil(meeting.CouncilId, ct)).MeetingQuorumPack, meeting.Call + 1);

    /// <summary>The quorum of the present call with those who were there at a moment; null: now.</summary>
    public async Task<QuorumReading> Read(Meeting meeting, DateTimeOffset? at, CancellationToken ct)
    {
        var council = await db.LoadCouncil(meeting.CouncilId, ct);
        var stays = await db.Attendances.Where(a => a.MeetingId == meeting.Id && a.Call == meeting.Call).ToListAsync(ct);
        var present = stays
            .Where(a => at is null ? a.LeftAt is null : a.ArrivedAt <= at && (a.LeftAt is null || a.LeftAt > at))
            .Select(a => a.SeatId).ToHashSet();
        var seats = await db.SeatsInForce(council)
            .Join(db.Blocs, s => s.BlocId, b => b.Id, (s, b) => new { s.SeatId, s.PartyId, b.Code, s.Measures })
            .ToListAsync(ct);
        var scales = await db.Measures.Where(m => m.CouncilId == council.Id).ToDictionaryAsync(m => m.Code, m => m.Scale, ct);
        var roll = new QuorumRoll([.. seats.Select(s => new QuorumSeat(s.SeatId, s.PartyId, s.Code, s.Measures, present.Contains(s.SeatId)))], scales);
        return rules.Read(council.MeetingQuorumPack, meeting.Call, roll);
    }
}
