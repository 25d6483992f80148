using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Notifications;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Notices;

/// <summary>Where a handler leaves what people are to be told. The row is saved with its cause; a job delivers it.</summary>
internal sealed class NoticeBoard(GovernanceDbContext db, TimeProvider clock)
{
    /// <summary>Tells one person.</summary>
    /// <param name="personId">Who is told.</param>
    /// <param name="councilId">In which council it happened.</param>
    /// <param name="kind">What it is about: <c>vote.reminder</c> …</param>
    /// <param name="text">What is said.</param>
    /// <param name="path">Page it leads to.</param>
    public void Tell(Guid personId, Guid councilId, string kind, LocalText text, string path)
    {
        var now = clock.GetUtcNow();
        db.Notifications.Add(new Notification
        {
            Id = Guid.CreateVersion7(now), PersonId = personId, CouncilId = councilId, Kind = kind, Text = text, Path = path, CreatedAt = now,
        });
    }

    /// <summary>Tells everybody who holds one of these offices in the council or its street, each once; not <paramref name="except"/>, who was told
    /// otherwise or is not to be asked.</summary>
    /// <returns>How many were told.</returns>
    public async Task<int> TellOffices(
        Guid councilId, IReadOnlyCollection<Office> offices, string kind, LocalText text, string path, CancellationToken ct, Guid? except = null)
    {
        var people = await Holders(councilId).Where(h => offices.Contains(h.Office) && h.PersonId != except)
            .Select(h => h.PersonId).Distinct().ToListAsync(ct);
        people.ForEach(person => Tell(person, councilId, kind, text, path));
        return people.Count;
    }

    /// <summary>Tells everybody who acts for one of these seats, each once.</summary>
    /// <returns>How many were told.</returns>
    public async Task<int> TellSeats(Guid councilId, IReadOnlyCollection<Guid> seats, string kind, LocalText text, string path, CancellationToken ct)
    {
        var people = await Holders(councilId).Where(h => h.SeatId != null && seats.Contains(h.SeatId.Value)).Select(h => h.PersonId).Distinct().ToListAsync(ct);
        people.ForEach(person => Tell(person, councilId, kind, text, path));
        return people.Count;
    }

    /// <summary>Tells everybody with any office or seat in the council, each once.</summary>
    /// <returns>How many were told.</returns>
    public async Task<int> TellAll(Guid councilId, string kind, LocalText text, string path, CancellationToken ct)
    {
        var people = await Holders(councilId).Select(h => h.PersonId).Distinct().ToListAsync(ct);
        people.ForEach(person => Tell(person, councilId, kind, text, path));
        return people.Count;
    }

    private IQueryable<OfficeHolding> Holders(Guid councilId)
    {
        var now = clock.GetUtcNow();
        return db.OfficeHoldings
            .Where(h => h.Since <= now && (h.Until == null || h.Until > now))
            .Where(h => h.CouncilId == councilId || db.Councils.Any(c => c.Id == councilId && c.StreetId == h.StreetId));
    }
}
