using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Journal.LatestSeal;

internal sealed class LatestSealHandler(GovernanceDbContext db) : IRequestHandler<LatestSealQuery, Outcome<SealView>>
{
    public async Task<Outcome<SealView>> Handle(LatestSealQuery request, CancellationToken cancellationToken)
    {
        var seal = await db.JournalSeals.AsNoTracking().Where(s => s.CouncilId == request.CouncilId)
            .OrderByDescending(s => s.Day).FirstOrDefaultAsync(cancellationToken);
        return new SealView(seal?.Day, seal?.Sequence, seal?.Line, seal?.KeyId, seal?.Signature);
    }
}
