using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Resolutions.DeclareNoActionNeeded;

internal sealed class DeclareNoActionNeededHandler(GovernanceDbContext db, ProposalSettlement settlement, LiveFeed live)
    : IRequestHandler<DeclareNoActionNeededCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DeclareNoActionNeededCommand request, CancellationToken cancellationToken)
    {
        var resolution = await db.Resolutions.SingleAsync(r => r.Id == request.ResolutionId, cancellationToken);
        var actions = await db.FollowUps.Where(f => f.ResolutionId == resolution.Id).Select(f => f.Stage).ToListAsync(cancellationToken);
        if (resolution.DeclareNoActionNeeded(request.Reason, actions).Refused(out var refusal))
        {
            return refusal;
        }

        await settlement.Check(resolution.ProposalId, cancellationToken);
        await live.Announce(Topics.Proposal(resolution.ProposalId), "resolution.noAction", new { resolution.Id, resolution.Number }, cancellationToken);
        return default(Done);
    }
}
