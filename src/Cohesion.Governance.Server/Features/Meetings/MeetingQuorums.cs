using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings;

/// <summary>Reads the quorum of a meeting from its attendance, the register in force and the council's rule.</summary>
internal sealed class MeetingQuorums(GovernanceDbContext db, IRulePackCatalogue rules)
{
    /// <summary>Whether the council's rule provides a further call after the present one.</summary>
    public async Task<bool> MayCallAgain(Meeting meeting, CancellationToken ct) =>
        QuorumRule.HasCall(PackOf(await db.LoadCouncil(meeting.CouncilId, ct)), meeting.Call + 1);

    /// <summary>The quorum of the present call with those who were there at a moment; null: now.</summary>
    public async Task<QuorumReading> Read(Meeting meeting, DateTimeOffset? at, CancellationToken ct)
    {
        var council = await db.LoadCouncil(meeting.CouncilId, ct);
        var stays = await db.Attendances.Where(a => a.MeetingId == meeting.Id && a.Call == meeting.Call).ToListAsync(ct);
        var present = stays
            .Where(a => at is null ? a.LeftAt is null : a.ArrivedAt <= at && (a.LeftAt is null || a.LeftAt > at))
            .Select(a => a.SeatId).ToHashSet();
        var seats = await db.SeatsInForce(council).AsNoTracking().ToListAsync(ct);
        var measures = await db.Measures.AsNoTracking().Where(m => m.CouncilId == council.Id).OrderBy(m => m.Code).ToListAsync(ct);
        var blocs = await db.Blocs.AsNoTracking().Where(b => b.CouncilId == council.Id).OrderBy(b => b.Position).ToListAsync(ct);
        var codes = blocs.ToDictionary(b => b.Id, b => b.Code);
        var roll = new QuorumRoll([.. seats.Select(s => new QuorumSeat(s.SeatId, s.PartyId, codes[s.BlocId], s.Measures, present.Contains(s.SeatId)))], measures, blocs);
        return QuorumRule.Read(PackOf(council), meeting.Call, roll);
    }

    private RulePack? PackOf(Council council) => council.MeetingQuorumPack is { } id
        ? rules.Find(id) ?? throw new InvalidOperationException($"The council {council.Id} has the meeting quorum rule '{id}', which is in no rule file.")
        : null;
}
