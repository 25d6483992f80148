using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.LapseProposal;

internal sealed class LapseProposalHandler(GovernanceDbContext db, LiveFeed live, TimeProvider clock)
    : IRequestHandler<LapseProposalCommand, Outcome<ProposalResult?>>
{
    public async Task<Outcome<ProposalResult?>> Handle(LapseProposalCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        var rested = proposal.Stage == ProposalStage.Rejected;
        if (!proposal.Lapse(clock.GetUtcNow()))
        {
            return default(ProposalResult?);
        }

        await live.AnnounceStage(proposal, cancellationToken);
        return rested ? await LastVote.ResultOf(db, proposal.Id, cancellationToken) : ProposalResult.Lapsed;
    }
}
