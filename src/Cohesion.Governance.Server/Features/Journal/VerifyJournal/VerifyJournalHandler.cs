using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Journal.VerifyJournal;

internal sealed class VerifyJournalHandler(GovernanceDbContext db, JournalKeys keys, TimeProvider clock) : IRequestHandler<VerifyJournalQuery, Outcome<JournalVerdict>>
{
    /// <summary>How often rows are read again when commands came in meanwhile.</summary>
    private const int Tries = 4;

    private const int MostFindings = 1_000;

    public async Task<Outcome<JournalVerdict>> Handle(VerifyJournalQuery request, CancellationToken cancellationToken)
    {
        var reading = new ChainReading(db, keys, request.CouncilId, request.Noted is { } line ? NotedSeal.Read(line) : null);
        await reading.Run(cancellationToken);

        // A row that a command changes while this reads looks tampered with, but only once: what is found every time was.
        var rows = new RowReading(db, request.CouncilId);
        await rows.Run(reading.Rows, cancellationToken);
        for (var again = 1; again < Tries && rows.Findings.Count > 0 && await HasGrown(request.CouncilId, reading.Entries, cancellationToken); again++)
        {
            var suspects = rows.Findings.Select(f => (f.Table, f.Key)).ToHashSet();
            reading = new ChainReading(db, keys, request.CouncilId, reading.Noted);
            await reading.Run(cancellationToken);
            rows = new RowReading(db, request.CouncilId);
            await rows.Run(reading.Rows, cancellationToken);
            rows.Findings.RemoveAll(f => !suspects.Contains((f.Table, f.Key)));
        }

        JournalFinding[] findings = [.. reading.Findings, .. rows.Findings];
        return new JournalVerdict(
            findings.Length == 0, reading.Entries, rows.Count, reading.FirstBroken, reading.LastHash, reading.Seals, reading.SealedUpTo,
            reading.OldestUnsealed is { } at && clock.GetUtcNow() - at > TimeSpan.FromDays(3) ? at : null, [.. findings.Take(MostFindings)]);
    }

    private async Task<bool> HasGrown(Guid councilId, long entries, CancellationToken ct) =>
        await db.JournalHeads.Where(h => h.CouncilId == councilId).Select(h => h.Sequence).SingleOrDefaultAsync(ct) > entries;
}
