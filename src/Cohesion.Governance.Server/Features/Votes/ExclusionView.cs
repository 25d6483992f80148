using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>An exclusion with who decided it, the objection to it and what became of that.</summary>
/// <param name="Upheld">Whether the objection was upheld; null while nobody has decided.</param>
/// <param name="EndedAt">When the seat was readmitted; null while it is excluded.</param>
internal sealed record ExclusionView(
    Guid SeatId, string Seat, string Ground, string Reason, LocalText DecidedBy, DateTimeOffset DecidedAt, string? Objection, DateTimeOffset? ObjectedAt, bool? Upheld,
    string? Finding, LocalText? ObjectionDecidedBy, DateTimeOffset? EndedAt)
{
    /// <summary>Every exclusion of the vote, those that ended included, oldest first.</summary>
    public static async Task<List<ExclusionView>> Of(GovernanceDbContext db, Guid voteId, CancellationToken ct)
    {
        var exclusions = await db.SeatExclusions.AsNoTracking().Where(e => e.VoteId == voteId).OrderBy(e => e.DecidedAt).ToListAsync(ct);
        if (exclusions.Count == 0)
        {
            return [];
        }

        var seats = exclusions.Select(e => e.SeatId).Distinct().ToList();
        var labels = await db.RollEntries.Where(r => r.VoteId == voteId && seats.Contains(r.SeatId)).ToDictionaryAsync(r => r.SeatId, r => r.Label, ct);
        var people = await PeopleNames.Of(db, exclusions.SelectMany(e => new[] { e.DecidedByPersonId, e.ObjectionDecidedByPersonId ?? e.DecidedByPersonId }), ct);
        return exclusions.ConvertAll(e => new ExclusionView(
            e.SeatId, labels[e.SeatId], e.Ground, e.Reason, people[e.DecidedByPersonId], e.DecidedAt, e.Objection, e.ObjectedAt, e.Upheld, e.Finding,
            e.ObjectionDecidedByPersonId is { } by ? people[by] : null, e.EndedAt));
    }
}
