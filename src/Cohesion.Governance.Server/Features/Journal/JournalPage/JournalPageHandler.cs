using System.Globalization;
using System.Text.Json;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Journal.JournalPage;

internal sealed class JournalPageHandler(GovernanceDbContext db) : IRequestHandler<JournalPageQuery, Outcome<Page<JournalLine>>>
{
    public async Task<Outcome<Page<JournalLine>>> Handle(JournalPageQuery request, CancellationToken cancellationToken)
    {
        var before = request.After ?? long.MaxValue;
        var rows = await db.Journal.AsNoTracking()
            .Where(e => e.CouncilId == request.CouncilId && e.Sequence < before && (request.SubjectId == null || e.SubjectId == request.SubjectId))
            .OrderByDescending(e => e.Sequence)
            .Take(request.Size + 1)
            .ToListAsync(cancellationToken);
        var shown = rows.Take(request.Size).ToList();
        var hidden = await Hidden(shown, cancellationToken);
        var people = await PeopleNames.Of(db, shown.Select(e => e.PersonId).OfType<Guid>(), cancellationToken);
        return new Page<JournalLine>(
            [
                .. shown.Select(e => hidden.Contains(e.Sequence)
                    ? new JournalLine(
                        e.Sequence, e.At, null, null, e.Command, RequestCatalogue.Title(e.Command), e.SubjectId, JsonSerializer.SerializeToElement(new { }), e.PreviousHash, e.Hash)
                    : new JournalLine(
                        e.Sequence, e.At, e.PersonId, e.PersonId is { } id ? people.GetValueOrDefault(id) : null, e.Command, RequestCatalogue.Title(e.Command),
                        e.SubjectId, JsonSerializer.Deserialize<JsonElement>(e.Content), e.PreviousHash, e.Hash)),
            ],
            rows.Count > shown.Count ? shown[^1].Sequence.ToString(CultureInfo.InvariantCulture) : null);
    }

    private static readonly HashSet<string> Telling = new(["CastBallot", "EnterBallot", "CheckBallot", "SettleBallotEntry"], StringComparer.Ordinal);

    // Which seat has voted in a secret vote is not told while it is open: it would tell of small blocs how many of them have.
    private async Task<HashSet<long>> Hidden(List<JournalEntry> shown, CancellationToken ct)
    {
        var subjects = shown.Where(e => Telling.Contains(e.Command)).Select(e => e.SubjectId).Distinct().ToList();
        if (subjects.Count == 0)
        {
            return [];
        }

        // What enters a ballot is about the entry it makes.
        var open = db.Votes.Where(v => v.Secret && v.Stage == VoteStage.Open);
        var secret = await open.Where(v => subjects.Contains(v.Id)).Select(v => v.Id)
            .Concat(db.BallotEntries.Where(e => subjects.Contains(e.Id) && open.Any(v => v.Id == e.VoteId)).Select(e => e.Id)).ToListAsync(ct);
        return [.. shown.Where(e => Telling.Contains(e.Command) && secret.Contains(e.SubjectId)).Select(e => e.Sequence)];
    }
}
