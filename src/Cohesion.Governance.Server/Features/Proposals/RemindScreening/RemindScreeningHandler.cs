using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.RemindScreening;

internal sealed class RemindScreeningHandler(GovernanceDbContext db, NoticeBoard notices) : IRequestHandler<RemindScreeningCommand, Outcome<bool>>
{
    public async Task<Outcome<bool>> Handle(RemindScreeningCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        if (proposal.Stage != ProposalStage.Raised)
        {
            return false;
        }

        await notices.TellOffices(
            proposal.CouncilId, [Office.CouncilSecretary, Office.StreetConvenor], "proposal.screeningReminder",
            new LocalText("{0} is still waiting to be screened.", "{0}仍待受理，请尽快办理。").With(ProposalNews.NameOf(proposal)),
            ProposalNews.PathOf(proposal.Id), cancellationToken);
        return true;
    }
}
