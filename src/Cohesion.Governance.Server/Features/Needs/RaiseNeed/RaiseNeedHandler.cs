using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Needs.RaiseNeed;

internal sealed class RaiseNeedHandler(GovernanceDbContext db, CurrentMember member, LiveFeed live, TimeProvider clock)
    : IRequestHandler<RaiseNeedCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(RaiseNeedCommand request, CancellationToken cancellationToken)
    {
        var council = await db.Councils.SingleAsync(c => c.Id == request.CouncilId, cancellationToken);
        var now = clock.GetUtcNow();
        var need = new Need
        {
            Id = Guid.CreateVersion7(now),
            CouncilId = council.Id,
            Number = ++council.LastNeedNumber,
            Text = request.Text,
            AskedByPersonId = member.Id,
            AskedAt = now,
        };
        db.Needs.Add(need);
        await live.Announce(Topics.Council(council.Id), "need.raised", new { need.Id, need.Number }, cancellationToken);
        return need.Id;
    }
}
