using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Features.Councils;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Registers.RenameParty;

internal sealed class RenamePartyHandler(GovernanceDbContext db, LiveFeed live) : IRequestHandler<RenamePartyCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RenamePartyCommand request, CancellationToken cancellationToken)
    {
        var seat = await db.SeatEntries.AsNoTracking()
            .SingleOrDefaultAsync(s => s.CouncilId == request.CouncilId && s.SeatId == request.SeatId && s.ToVersion == null, cancellationToken);
        if (seat is null)
        {
            return new SeatNotRegistered(request.SeatId);
        }

        var parties = await db.Parties.Where(p => p.CouncilId == request.CouncilId).ToListAsync(cancellationToken);
        var party = parties.Single(p => p.Id == seat.PartyId);
        if (party.Name == request.Name)
        {
            return new PartyHasThatName();
        }

        // One that no seat belongs to any longer stands in nobody's way.
        var seated = await db.SeatEntries.Where(s => s.CouncilId == request.CouncilId && s.ToVersion == null).Select(s => s.PartyId).Distinct().ToListAsync(cancellationToken);
        if (parties.Exists(p => p.Id != party.Id && seated.Contains(p.Id) && SharesName(p.Name, request.Name)))
        {
            return new PartyNameTaken(request.Name);
        }

        party.Name = request.Name;
        await live.Announce(Topics.Council(request.CouncilId), "council.party", new { party.Id, party.Name }, cancellationToken);
        return default(Done);
    }

    private static bool SharesName(LocalText one, LocalText other) =>
        (one.En.Length > 0 && string.Equals(one.En, other.En, StringComparison.OrdinalIgnoreCase)) || (one.Zh.Length > 0 && string.Equals(one.Zh, other.Zh, StringComparison.Ordinal));
}
