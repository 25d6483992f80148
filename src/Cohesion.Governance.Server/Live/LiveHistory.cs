using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Live;

/// <summary>Reads what happened in a topic. The rows are the truth that pushes only hurry.</summary>
internal sealed class LiveHistory(GovernanceDbContext db)
{
    /// <summary>The events after <paramref name="since"/>, oldest first; none for <see cref="LiveCatchUp.FromNow"/>.</summary>
    public async Task<LiveCatchUp> Since(string topic, long since, CancellationToken ct)
    {
        // Read before the events: a number that is missing from an answer is then always one that came later.
        var latest = await db.LiveTopics.AsNoTracking().Where(t => t.Topic == topic).Select(t => t.LastSequence).SingleOrDefaultAsync(ct);
        if (since < 0)
        {
            return new LiveCatchUp(topic, [], latest, More: false);
        }

        var rows = await db.LiveEvents.AsNoTracking()
            .Where(e => e.Topic == topic && e.Sequence > since)
            .OrderBy(e => e.Sequence)
            .Take(LiveCatchUp.PageSize + 1)
            .ToListAsync(ct);
        var events = rows.Take(LiveCatchUp.PageSize).Select(LiveMessage.Of).ToList();
        return new LiveCatchUp(topic, events, Math.Max(latest, events.Count > 0 ? events[^1].Sequence : 0), rows.Count > events.Count);
    }
}
