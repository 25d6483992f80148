using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Journal.SealJournals;

internal sealed class SealJournalsHandler(GovernanceDbContext db, JournalKeys keys, TimeProvider clock)
    : IRequestHandler<SealJournalsCommand, Outcome<SealedJournals>>
{
    public async Task<Outcome<SealedJournals>> Handle(SealJournalsCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ends = await db.JournalHeads.AsNoTracking()
            .Join(db.Councils, h => h.CouncilId, c => c.Id, (h, c) => new
            {
                h.CouncilId,
                h.Sequence,
                h.Hash,
                c.TimeZone,
                Sealed = db.JournalSeals.Where(s => s.CouncilId == h.CouncilId).Max(s => (long?)s.Sequence) ?? 0,
                LastDay = db.JournalSeals.Where(s => s.CouncilId == h.CouncilId).Max(s => s.Day),
            })
            .ToListAsync(cancellationToken);
        var lines = new List<string>();
        foreach (var end in ends)
        {
            var day = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(end.TimeZone)).AddDays(-1)
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (end.Sequence > end.Sealed && string.CompareOrdinal(day, end.LastDay) > 0)
            {
                var seal = JournalSeal.Create(end.CouncilId, day, end.Sequence, end.Hash, now, keys.Current);
                db.JournalSeals.Add(seal);
                lines.Add(seal.Line);
            }
        }

        return new SealedJournals(lines);
    }
}
