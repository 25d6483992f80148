using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Resolutions;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Resolutions.OpenFollowUps;

internal sealed class OpenFollowUpsHandler(GovernanceDbContext db, ProposalSettlement settlement, NoticeBoard notices, LiveFeed live, TimeProvider clock)
    : IRequestHandler<OpenFollowUpsCommand, Outcome<bool>>
{
    public async Task<Outcome<bool>> Handle(OpenFollowUpsCommand request, CancellationToken cancellationToken)
    {
        if (await settlement.IsSettled(request.ProposalId, cancellationToken))
        {
            return true;
        }

        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        if (proposal.Stage != ProposalStage.Acting)
        {
            proposal.Enter(ProposalStage.Acting, clock.GetUtcNow());
            await notices.TellOffices(
                proposal.CouncilId,
                [Office.CouncilSecretary, Office.PartyCommitteeMember],
                "resolution.assign",
                new LocalText(
                    "Proposal {0} “{1}” is resolved. Please assign its follow-up actions, each with an owner and a due date.",
                    "议题 {0}“{1}”已形成决议。请指派跟进事项，明确负责人和期限。").With(proposal.Number, proposal.Title),
                $"/proposals/{proposal.Id:D}",
                cancellationToken);
            await live.Announce(Topics.Proposal(proposal.Id), "proposal.stage", new { ProposalId = proposal.Id, proposal.Stage }, cancellationToken);
            await live.Announce(Topics.Council(proposal.CouncilId), "proposal.stage", new { ProposalId = proposal.Id, proposal.Stage }, cancellationToken);
        }

        return false;
    }
}
