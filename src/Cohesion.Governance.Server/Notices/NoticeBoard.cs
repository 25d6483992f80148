using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Notifications;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Notices;

/// <summary>Where a handler leaves what people are to be told. The row is saved with its cause; a job delivers it.</summary>
internal sealed class NoticeBoard(GovernanceDbContext db, ManyRows many, TimeProvider clock)
{
    /// <summary>Tells one person.</summary>
    /// <param name="personId">Who is told.</param>
    /// <param name="councilId">In which council it happened.</param>
    /// <param name="kind">What it is about: <c>vote.reminder</c> …</param>
    /// <param name="text">What is said.</param>
    /// <param name="path">Page it leads to.</param>
    public void Tell(Guid personId, Guid councilId, string kind, LocalText text, string path) => db.Notifications.Add(NoticeTo(personId, councilId, kind, text, path));

    /// <summary>Tells everybody who holds one of these offices in the council or its street, each once; not <paramref name="except"/>, who was told
    /// otherwise or is not to be asked.</summary>
    /// <returns>How many were told.</returns>
    public async Task<int> TellOffices(
        Guid councilId, IReadOnlyCollection<Office> offices, string kind, LocalText text, string path, CancellationToken ct, Guid? except = null)
    {
        var people = await (await Holders(councilId, ct)).Where(h => offices.Contains(h.Office) && h.PersonId != except)
            .Select(h => h.PersonId).Distinct().ToListAsync(ct);
        return await Tell(people, councilId, kind, text, path, ct);
    }

    /// <summary>Tells everybody who acts for one of these seats, each once.</summary>
    /// <returns>How many were told.</returns>
    public async Task<int> TellSeats(Guid councilId, IReadOnlyCollection<Guid> seats, string kind, LocalText text, string path, CancellationToken ct) =>
        await TellHolders((await Holders(councilId, ct)).Where(h => h.SeatId != null && seats.Contains(h.SeatId.Value)), councilId, kind, text, path, ct);

    /// <summary>Tells everybody who acts for one of the seats that a query finds, which may be all of a town's, each once.</summary>
    /// <returns>How many were told.</returns>
    public async Task<int> TellSeats(Guid councilId, IQueryable<Guid> seats, string kind, LocalText text, string path, CancellationToken ct) =>
        await TellHolders((await Holders(councilId, ct)).Where(h => h.SeatId != null && seats.Contains(h.SeatId.Value)), councilId, kind, text, path, ct);

    /// <summary>Tells everybody with any office or seat in the council, each once.</summary>
    /// <returns>How many were told.</returns>
    public async Task<int> TellAll(Guid councilId, string kind, LocalText text, string path, CancellationToken ct) =>
        await TellHolders(await Holders(councilId, ct), councilId, kind, text, path, ct);

    private async Task<int> TellHolders(IQueryable<OfficeHolding> holders, Guid councilId, string kind, LocalText text, string path, CancellationToken ct) =>
        await Tell(await holders.Select(h => h.PersonId).Distinct().ToListAsync(ct), councilId, kind, text, path, ct);

    private async Task<int> Tell(List<Guid> people, Guid councilId, string kind, LocalText text, string path, CancellationToken ct)
    {
        await many.Add(people.Select(person => NoticeTo(person, councilId, kind, text, path)), ct);
        return people.Count;
    }

    private Notification NoticeTo(Guid personId, Guid councilId, string kind, LocalText text, string path)
    {
        var now = clock.GetUtcNow();
        return new Notification { Id = Guid.CreateVersion7(now), PersonId = personId, CouncilId = councilId, Kind = kind, Text = text, Path = path, CreatedAt = now };
    }

    // The street is read first: with both conditions on columns of the holding a database uses an index for each.
    private async Task<IQueryable<OfficeHolding>> Holders(Guid councilId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var street = await db.Councils.Where(c => c.Id == councilId).Select(c => (Guid?)c.StreetId).SingleOrDefaultAsync(ct);
        return db.OfficeHoldings
            .Where(h => h.Since <= now && (h.Until == null || h.Until > now))
            .Where(h => h.CouncilId == councilId || (h.StreetId != null && h.StreetId == street));
    }
}
