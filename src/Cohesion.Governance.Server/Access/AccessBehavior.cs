using System.Reflection;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Access;

/// <summary>The first step of every request: who is asking, what is he here, and may he.</summary>
internal sealed class AccessBehavior<TRequest, TResponse>(GovernanceDbContext db, CurrentMember member, TimeProvider clock)
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
            councilId = await CouncilOf.Find(db, concerned, ct);
            if (councilId is null)
            {
                return new NotFound();
            }

            streetId = await db.Councils.Where(c => c.Id == councilId).Select(c => c.StreetId).SingleAsync(ct);
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
        var now = clock.GetUtcNow();
        var serverWide = (councilId is null && streetId is null) || AdministratorMay;
        return await db.OfficeHoldings
            .Where(h => h.PersonId == person && h.Since <= now && (h.Until == null || h.Until > now))
            .Where(h => (councilId != null && h.CouncilId == councilId)
                || (streetId != null && h.StreetId == streetId)
                || (h.CouncilId == null && h.StreetId == null && serverWide))
            .Select(h => new Holding(h.Office, h.SeatId))
            .ToListAsync(ct);
    }
}
