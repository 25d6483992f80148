using System.Globalization;
using System.Reflection;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Journal.JournalPage;

internal sealed class JournalPageHandler(GovernanceDbContext db) : IRequestHandler<JournalPageQuery, Outcome<JournalView>>
{
    private static readonly Dictionary<string, LocalText> Words = RequestCatalogue.All
        .Where(t => t.Name.EndsWith("Command", StringComparison.Ordinal) && t.GetCustomAttribute<TitleAttribute>() is not null)
        .ToDictionary(t => t.Name[..^"Command".Length], t => t.GetCustomAttribute<TitleAttribute>()!.Text, StringComparer.Ordinal);

    public async Task<Outcome<JournalView>> Handle(JournalPageQuery request, CancellationToken cancellationToken)
    {
        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == request.CouncilId, cancellationToken);
        var entries = await db.Journal.AsNoTracking()
            .Where(j => j.CouncilId == request.CouncilId && (request.After == null || j.Sequence < request.After))
            .Where(j => request.SubjectId == null || j.SubjectId == request.SubjectId)
            .OrderByDescending(j => j.Sequence)
            .Take(request.Size + 1)
            .ToListAsync(cancellationToken);
        Guid[] people = [.. entries.Where(e => e.PersonId is not null).Select(e => e.PersonId!.Value).Distinct()];
        var names = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        var hashes = await HashesBefore(request.CouncilId, entries, cancellationToken);
        var shown = entries.Take(request.Size).ToList();
        return new JournalView(council.Name, council.TimeZone, new Page<JournalLine>(
            [
                .. shown.Select(e => new JournalLine(
                    e.Sequence, e.At, e.Command, Words.GetValueOrDefault(e.Command, LocalText.Same(e.Command)),
                    e.PersonId is { } person ? names[person] : null, e.SubjectId, e.Content, e.PreviousHash, e.Hash,
                    e.Hash == e.ComputeHash() && e.PreviousHash == (e.Sequence == 1 ? JournalEntry.Genesis : hashes.GetValueOrDefault(e.Sequence - 1)))),
            ],
            entries.Count > request.Size ? shown[^1].Sequence.ToString(CultureInfo.InvariantCulture) : null));
    }

    private Task<Dictionary<long, string>> HashesBefore(Guid councilId, List<JournalEntry> entries, CancellationToken ct)
    {
        long[] before = [.. entries.Select(e => e.Sequence - 1)];
        return db.Journal.Where(j => j.CouncilId == councilId && before.Contains(j.Sequence)).ToDictionaryAsync(j => j.Sequence, j => j.Hash, ct);
    }
}
