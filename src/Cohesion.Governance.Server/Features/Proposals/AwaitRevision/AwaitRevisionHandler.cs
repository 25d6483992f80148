using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.AwaitRevision;

internal sealed class AwaitRevisionHandler(GovernanceDbContext db, LiveFeed live, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<AwaitRevisionCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AwaitRevisionCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        proposal.AwaitRevision(clock.GetUtcNow(), request.Until);
        if (proposal.Stage is not (ProposalStage.Returned or ProposalStage.Rework))
        {
            // The author was faster: the new version, or the withdrawal, is there already.
            return default(Done);
        }

        await live.AnnounceStage(proposal, cancellationToken);
        notices.TellAuthor(
            proposal, "proposal.revisionAwaited",
            new LocalText("{0} waits for your new version, until {1}.", "{0}等待您提交新版本，截止 {1}。")
                .With(ProposalNews.NameOf(proposal), await CouncilDays.Name(db, proposal.CouncilId, request.Until, cancellationToken)));
        return default(Done);
    }
}
