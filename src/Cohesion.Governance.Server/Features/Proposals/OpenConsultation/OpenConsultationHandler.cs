using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.OpenConsultation;

internal sealed class OpenConsultationHandler(GovernanceDbContext db, LiveFeed live, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<OpenConsultationCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(OpenConsultationCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        if (!proposal.OpenConsultation(clock.GetUtcNow(), request.Until))
        {
            return default(Done);
        }

        await live.AnnounceStage(proposal, cancellationToken);
        await notices.TellAll(
            proposal.CouncilId, "proposal.consultation",
            new LocalText("{0}: say what you think of it, until {1}.", "{0}正在征求意见，{1} 前请发表看法。")
                .With(ProposalNews.NameOf(proposal), await CouncilDays.Name(db, proposal.CouncilId, request.Until, cancellationToken)),
            ProposalNews.PathOf(proposal.Id), cancellationToken);
        return default(Done);
    }
}
