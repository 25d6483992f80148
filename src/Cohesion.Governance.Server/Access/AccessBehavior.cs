using System.Reflection;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Access;

/// <summary>The first step of every request: who is asking, what is he here, and may he.</summary>
internal sealed class AccessBehavior<TRequest, TResponse>(GovernanceDbContext db, CurrentMember member, KnownPlaces places, HoldingsReader reader)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    private static readonly AccessAttribute Declared = typeof(TRequest).GetCustomAttribute<AccessAttribute>()
        ?? throw new InvalidOperationException($"{typeof(TRequest).Name} does not declare who may send it.");

    // Whoever runs the server belongs to no council by that; only requests that name the administrator know him inside one.
    private static readonly bool AdministratorMay = Declared is RequiresOfficeAttribute office && office.Offices.Contains(Office.Administrator);

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var refusal = await Check(request, cancellationToken);
        return refusal is null ? await next() : TResponse.Refuse(refusal);
    }

    private async Task<Refusal?> Check(TRequest request, CancellationToken ct)
    {
        if (member.PersonId is null && !member.IsProcess && Declared is not AnyoneAttribute)
        {
            return new SignInNeeded();
        }

        Guid? councilId = null;
        Guid? streetId = null;
        if (request is IConcernsStreet street)
        {
            streetId = street.StreetId;
        }
        else if (request is IConcerns concerned)
        {
            if (await PlaceOf(concerned, ct) is not { } place)
            {
                return new NotFound();
            }

            (councilId, streetId) = (place.CouncilId, place.StreetId);
        }

        var holdings = member.PersonId is { } person ? await HoldingsOf(person, councilId, streetId, ct) : [];
        member.Enter(councilId, holdings);
        return await ByMandate(councilId, ct) ? null : Decide(request);
    }

    private Refusal? Decide(TRequest request)
    {
        if (member.IsProcess)
        {
            return Declared.OrProcess || Declared is ProcessOnlyAttribute || request is not ICommand
                ? null
                : throw new InvalidOperationException($"A process sent {typeof(TRequest).Name}, which does not say OrProcess.");
        }

        if (Declared is AnyoneAttribute or RequiresSignInAttribute)
        {
            return null;
        }

        // Outsiders learn nothing, not even that the thing exists.
        if (request is IConcerns && member.Holdings.Count == 0)
        {
            return new NotFound();
        }

        return Declared switch
        {
            RequiresMembershipAttribute => null,
            RequiresSeatAttribute => member.Holdings.Any(h => h.SeatId is not null) ? null : new OfficeNeeded([], OrSeat: true),
            RequiresOfficeAttribute office => member.Holds([.. office.Offices]) || (office.OrSeat && member.Holdings.Any(h => h.SeatId is not null))
                ? null
                : new OfficeNeeded(office.Offices, office.OrSeat),
            ProcessOnlyAttribute => new ProcessNeeded(),
            _ => throw new InvalidOperationException($"Unknown access declaration {Declared.GetType().Name}"),
        };
    }

    private async Task<bool> ByMandate(Guid? councilId, CancellationToken ct) =>
        Declared is RequiresSeatAttribute { OrMandate: true } && member.PersonId is { } person && !member.Holdings.Any(h => h.SeatId is not null)
            && await db.Mandates.AnyAsync(m => m.CouncilId == councilId && m.HolderPersonId == person, ct);

    private async Task<IReadOnlyList<Holding>> HoldingsOf(Guid person, Guid? councilId, Guid? streetId, CancellationToken ct)
    {
        var serverWide = (councilId is null && streetId is null) || AdministratorMay;
        var held = !db.IsInTransaction ? await reader.Of(person) : await reader.Of(db, person, ct);
        return [.. held
            .Where(h => (councilId is not null && h.CouncilId == councilId) || (streetId is not null && h.StreetId == streetId)
                || (serverWide && h is { CouncilId: null, StreetId: null }))
            .Select(h => new Holding(h.Office, h.SeatId))];
    }

    private async Task<Place?> PlaceOf(IConcerns concerned, CancellationToken ct)
    {
        var (kind, subject) = (typeof(TRequest), concerned.SubjectId);
        if (places.Find(kind, subject) is { } known)
        {
            return known;
        }

        if (await CouncilOf.Find(db, concerned, ct) is not { } councilId)
        {
            return null;
        }

        var place = new Place(councilId, await db.Councils.Where(c => c.Id == councilId).Select(c => c.StreetId).SingleAsync(ct));

        // What this transaction has only just made may yet be undone; and a topic names its subject by more than the id.
        if (!db.IsInTransaction && concerned is not IConcernsTopic)
        {
            places.Remember(kind, subject, place);
        }

        return place;
    }
}
