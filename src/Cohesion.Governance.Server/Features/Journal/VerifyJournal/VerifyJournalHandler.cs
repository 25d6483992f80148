using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Journal.VerifyJournal;

internal sealed class VerifyJournalHandler(GovernanceDbContext db) : IRequestHandler<VerifyJournalQuery, Outcome<JournalVerdict>>
{
    public async Task<Outcome<JournalVerdict>> Handle(VerifyJournalQuery request, CancellationToken cancellationToken)
    {
        // The head first: entries written while this reads come after it and are left for the next time.
        var head = await db.JournalHeads.AsNoTracking().SingleOrDefaultAsync(h => h.CouncilId == request.CouncilId, cancellationToken);
        var (expected, previous, entries) = (1L, JournalEntry.Genesis, 0L);
        if (head is null)
        {
            return new JournalVerdict(Intact: true, 0, null, previous);
        }

        await foreach (var entry in db.Journal.AsNoTracking()
            .Where(e => e.CouncilId == request.CouncilId && e.Sequence <= head.Sequence)
            .OrderBy(e => e.Sequence)
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            entries++;
            if (entry.Sequence != expected || entry.PreviousHash != previous || entry.ComputeHash() != entry.Hash)
            {
                return new JournalVerdict(Intact: false, entries, expected, previous);
            }

            (expected, previous) = (expected + 1, entry.Hash);
        }

        return head.Sequence == entries && head.Hash == previous
            ? new JournalVerdict(Intact: true, entries, null, previous)
            : new JournalVerdict(Intact: false, entries, expected, previous);
    }
}
