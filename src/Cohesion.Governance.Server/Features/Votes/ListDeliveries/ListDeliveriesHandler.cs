using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.ListDeliveries;

internal sealed class ListDeliveriesHandler(GovernanceDbContext db) : IRequestHandler<ListDeliveriesQuery, Outcome<IReadOnlyList<DeliveryView>>>
{
    public async Task<Outcome<IReadOnlyList<DeliveryView>>> Handle(ListDeliveriesQuery request, CancellationToken cancellationToken)
    {
        var lines = await db.DeliveryRecords.AsNoTracking().Where(d => d.VoteId == request.VoteId).OrderBy(d => d.At).ToListAsync(cancellationToken);
        var labels = await db.RollEntries
            .Where(r => r.VoteId == request.VoteId && db.DeliveryRecords.Any(d => d.VoteId == r.VoteId && d.SeatId == r.SeatId))
            .ToDictionaryAsync(r => r.SeatId, r => r.Label, cancellationToken);
        var people = await PeopleNames.Of(db, lines.Select(d => d.ByPersonId), cancellationToken);
        return lines.ConvertAll(d => new DeliveryView(
            d.SeatId, labels[d.SeatId], d.Kind, d.Proof, d.ScanHash, d.Witness, d.Place, d.At, people[d.ByPersonId], d.RecordedAt));
    }
}
