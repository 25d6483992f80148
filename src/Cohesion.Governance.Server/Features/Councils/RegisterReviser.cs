using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils;

/// <summary>Puts the next version of the register in force, from a form or from a file: one revision, all of it or nothing.</summary>
internal sealed class RegisterReviser(GovernanceDbContext db, CurrentMember member, LiveFeed live, TimeProvider clock)
{
    /// <param name="state">The register as it is.</param>
    /// <param name="basedOn">The version its author had before him; another one in force refuses it.</param>
    /// <param name="note">Why it is revised.</param>
    /// <param name="changes">Seats to add, to change, to remove.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<Outcome<RevisedRegister>> Revise(RegisterState state, int basedOn, string note, RegisterChanges changes, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!state.Decide(basedOn, changes, now).Granted(out var revised, out var refusal))
        {
            return refusal;
        }

        var council = state.Council;
        council.RegisterVersion = revised.Number;
        db.RegisterVersions.Add(new RegisterVersion { CouncilId = council.Id, Number = revised.Number, At = now, ByPersonId = member.Id, Note = note });
        db.Parties.AddRange(revised.Parties);
        db.SeatEntries.AddRange(revised.Added);
        foreach (var line in revised.Ended)
        {
            line.ToVersion = revised.Number;
        }

        foreach (var holding in await HoldingsOf(db, council.Id, revised.RemovedSeats, ct))
        {
            holding.Until = now;
        }

        await live.Announce(Topics.Council(council.Id), "council.register", new { version = revised.Number }, ct);
        return revised;
    }

    /// <summary>Whoever acts now for one of these seats.</summary>
    public static async Task<IReadOnlyList<OfficeHolding>> HoldingsOf(GovernanceDbContext db, Guid councilId, IEnumerable<Guid> seats, CancellationToken ct)
    {
        var wanted = seats.ToHashSet();
        return wanted.Count == 0
            ? []
            : [.. (await db.OfficeHoldings.Where(h => h.CouncilId == councilId && h.SeatId != null && h.Until == null).ToListAsync(ct)).Where(h => wanted.Contains(h.SeatId!.Value))];
    }
}
