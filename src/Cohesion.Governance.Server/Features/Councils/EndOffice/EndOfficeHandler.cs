using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils.EndOffice;

internal sealed class EndOfficeHandler(GovernanceDbContext db, CurrentMember member, LiveFeed live, TimeProvider clock)
    : IRequestHandler<EndOfficeCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(EndOfficeCommand request, CancellationToken cancellationToken)
    {
        var holding = await db.OfficeHoldings.SingleOrDefaultAsync(h => h.Id == request.HoldingId && h.CouncilId == request.CouncilId, cancellationToken);
        if (holding is null)
        {
            return new NotFound();
        }

        if (holding.Until is not null)
        {
            return new OfficeEndedAlready();
        }

        if (holding.Office is Office.CouncilSecretary or Office.Auditor && !member.Holds(Office.StreetConvenor))
        {
            return new ConvenorRelieves();
        }

        holding.Until = clock.GetUtcNow();
        await live.Announce(Topics.Council(request.CouncilId), "council.offices", new { holding.Office }, cancellationToken);
        return default(Done);
    }
}
