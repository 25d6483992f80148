using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils.AppointOffice;

internal sealed class AppointOfficeHandler(GovernanceDbContext db, CurrentMember member, LiveFeed live, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<AppointOfficeCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(AppointOfficeCommand request, CancellationToken cancellationToken)
    {
        var council = await db.Councils.SingleAsync(c => c.Id == request.CouncilId, cancellationToken);
        if (await Check(request, council, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var holding = new OfficeHolding
        {
            Id = Guid.CreateVersion7(now), PersonId = request.PersonId, Office = request.Office, CouncilId = council.Id, SeatId = request.SeatId, Since = now,
            CoOwner = request.CoOwner,
        };
        db.OfficeHoldings.Add(holding);
        var office = OfficeNames.Of(request.Office);
        notices.Tell(
            request.PersonId, council.Id, "office.appointed",
            new LocalText("You are now {0} of {1}.", "您已成为{1}的{0}。").With(office, council.Name), $"/councils/{council.Id:D}");
        await live.Announce(Topics.Council(council.Id), "council.offices", new { request.Office }, cancellationToken);
        return holding.Id;
    }

    private async Task<Refusal?> Check(AppointOfficeCommand request, Council council, CancellationToken ct)
    {
        if (!await db.People.AnyAsync(p => p.Id == request.PersonId, ct))
        {
            return new PersonUnknown();
        }

        if (request.Office == Office.Administrator)
        {
            return new OfficeNotOfCouncil();
        }

        if (request.Office is Office.CouncilSecretary or Office.Auditor && !member.Holds(Office.StreetConvenor))
        {
            return new ConvenorAppoints();
        }

        if (request.Office == Office.StreetConvenor && !await db.OfficeHoldings.AnyAsync(
            h => h.StreetId == council.StreetId && h.PersonId == request.PersonId && h.Office == Office.StreetConvenor && h.Until == null, ct))
        {
            return new OfficeNotOfCouncil();
        }

        var withSeat = request.Office is Office.PropertyManager or Office.TenantRepresentative or Office.Owner or Office.StreetConvenor;
        if (!withSeat && request.CoOwner)
        {
            return new SeatUnwanted();
        }

        if (withSeat != (request.SeatId is not null))
        {
            return withSeat ? new SeatNeeded() : new SeatUnwanted();
        }

        if (request.SeatId is { } seat && !await db.SeatEntries.AnyAsync(s => s.CouncilId == council.Id && s.SeatId == seat && s.ToVersion == null, ct))
        {
            return new SeatNotRegistered(seat);
        }

        return await db.OfficeHoldings.AnyAsync(
            h => h.CouncilId == council.Id && h.PersonId == request.PersonId && h.Office == request.Office && h.SeatId == request.SeatId && h.Until == null, ct)
            ? new OfficeHeldAlready()
            : null;
    }
}
