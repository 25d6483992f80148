using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.FollowUpState;

internal sealed class FollowUpStateHandler(GovernanceDbContext db) : IRequestHandler<FollowUpStateQuery, Outcome<FollowUpStanding>>
{
    public async Task<Outcome<FollowUpStanding>> Handle(FollowUpStateQuery request, CancellationToken cancellationToken) =>
        await db.FollowUps
            .Where(f => f.Id == request.FollowUpId)
            .Select(f => new FollowUpStanding(f.Stage, f.DueAt, f.StageUntil, f.FoundKept))
            .SingleAsync(cancellationToken);
}
