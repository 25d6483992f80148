using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.ProposalState;

internal sealed class ProposalStateHandler(GovernanceDbContext db) : IRequestHandler<ProposalStateQuery, Outcome<ProposalStage>>
{
    public async Task<Outcome<ProposalStage>> Handle(ProposalStateQuery request, CancellationToken cancellationToken) =>
        await db.Proposals.Where(p => p.Id == request.ProposalId).Select(p => p.Stage).SingleAsync(cancellationToken);
}
