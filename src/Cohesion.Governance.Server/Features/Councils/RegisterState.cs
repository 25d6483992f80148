using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils;

/// <summary>A council with its register as it is now: what a revision is decided upon.</summary>
/// <param name="Council">The council.</param>
/// <param name="Blocs">Its blocs in their order.</param>
/// <param name="Measures">Its measures in order of their codes.</param>
/// <param name="Lines">The lines in force.</param>
/// <param name="Parties">All parties it has ever had.</param>
internal sealed record RegisterState(
    Council Council, IReadOnlyList<Bloc> Blocs, IReadOnlyList<Measure> Measures, IReadOnlyList<SeatEntry> Lines, IReadOnlyList<Party> Parties)
{
    /// <summary>Reads it so that what is changed of it is saved.</summary>
    public static async Task<RegisterState> Read(GovernanceDbContext db, Guid councilId, CancellationToken ct) => new(
        await db.Councils.SingleAsync(c => c.Id == councilId, ct),
        await db.Blocs.Where(b => b.CouncilId == councilId).OrderBy(b => b.Position).ToListAsync(ct),
        await db.Measures.Where(m => m.CouncilId == councilId).OrderBy(m => m.Code).ToListAsync(ct),
        await db.SeatEntries.Where(s => s.CouncilId == councilId && s.ToVersion == null).ToListAsync(ct),
        await db.Parties.Where(p => p.CouncilId == councilId).ToListAsync(ct));

    /// <summary>Decides on a revision; changes nothing here.</summary>
    /// <param name="basedOn">The version its author had before him.</param>
    /// <param name="changes">Seats to add, to change, to remove.</param>
    /// <param name="now">The time.</param>
    public Domain.Outcome<RevisedRegister> Decide(int basedOn, RegisterChanges changes, DateTimeOffset now) =>
        RegisterRevision.Decide(Council, Blocs, Measures, Lines, Parties, basedOn, changes, now);
}
