using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Features.Proposals;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Postings.BeginMediation;

internal sealed class BeginMediationHandler(GovernanceDbContext db, LiveFeed live, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<BeginMediationCommand, Outcome<MediationState>>
{
    public async Task<Outcome<MediationState>> Handle(BeginMediationCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        var posting = await db.Postings.Where(p => p.ProposalId == proposal.Id).OrderByDescending(p => p.From).FirstAsync(cancellationToken);
        var objections = await db.Objections.Where(o => o.PostingId == posting.Id).ToListAsync(cancellationToken);
        var open = objections.Where(o => o.Stage == ObjectionStage.Open).ToList();
        if (open.Count > 0 && proposal.Stage == ProposalStage.Posting)
        {
            proposal.BeginMediation(clock.GetUtcNow());
            await live.AnnounceStage(proposal, cancellationToken);
            await Tell(proposal, open, cancellationToken);
        }

        return new MediationState(open.Count, objections.Exists(o => o.Stage == ObjectionStage.Upheld));
    }

    private async Task Tell(Proposal proposal, List<Objection> open, CancellationToken ct)
    {
        var path = ProposalNews.PathOf(proposal.Id);
        await notices.TellOffices(
            proposal.CouncilId, [Office.CouncilSecretary, Office.StreetConvenor], "objection.mediation",
            new LocalText("{0}: {1} objection(s) wait for your finding. Hear both sides first.", "{0}：有 {1} 项异议待处理，请先听取双方意见。")
                .With(ProposalNews.NameOf(proposal), open.Count),
            path, ct);
        foreach (var person in open.Select(o => o.ByPersonId).Distinct())
        {
            notices.Tell(
                person, proposal.CouncilId, "objection.mediation",
                new LocalText("{0}: the street will speak with you about your objection.", "{0}：街道将就您的异议与您沟通。").With(ProposalNews.NameOf(proposal)),
                path);
        }
    }
}
