using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.OpenAppraisal;

internal sealed class OpenAppraisalHandler(GovernanceDbContext db, LiveFeed live, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<OpenAppraisalCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(OpenAppraisalCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        if (!proposal.OpenAppraisal(clock.GetUtcNow(), request.Until))
        {
            return default(Done);
        }

        await live.AnnounceStage(proposal, cancellationToken);
        var text = new LocalText("{0} is carried out. How satisfied are you? Please say so until {1}.", "{0}已落实。您满意吗？请在 {1} 前评议。")
            .With(ProposalNews.NameOf(proposal), await CouncilDays.Name(db, proposal.CouncilId, request.Until, cancellationToken));
        foreach (var person in await ProposalNews.ThoseWhoAsked(db, proposal, cancellationToken))
        {
            notices.Tell(person, proposal.CouncilId, "proposal.appraisal", text, ProposalNews.PathOf(proposal.Id));
        }

        return default(Done);
    }
}
