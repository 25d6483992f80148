using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.ScreenProposal;

internal sealed class ScreenProposalHandler(
    GovernanceDbContext db, ProcessOutbox process, LiveFeed live, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<ScreenProposalCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ScreenProposalCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        var target = request.MergeIntoId is { } into ? await db.Proposals.SingleOrDefaultAsync(p => p.Id == into, cancellationToken) : null;
        if (proposal.Screen(request.Decision, request.Reason, target, clock.GetUtcNow()).Refused(out var refusal))
        {
            return refusal;
        }

        if (request.Decision == ScreeningDecision.Merged)
        {
            await PassNeeds(proposal, target!, cancellationToken);
        }

        process.Signal(ProposalProcess.Screened, proposal.CouncilId, proposal.Id, new { request.Decision });
        await live.AnnounceStage(proposal, cancellationToken);
        notices.TellAuthor(proposal, "proposal.screened", Sentence(proposal, target));
        return default(Done);
    }

    // The needs follow at once, while it is certain that the other proposal is still open to them; marking it changed makes its own end notice that.
    private async Task PassNeeds(Proposal proposal, Proposal target, CancellationToken ct)
    {
        foreach (var need in await db.Needs.Where(n => n.ProposalId == proposal.Id).ToListAsync(ct))
        {
            need.PassTo(target.Id);
        }

        db.Entry(target).Property(p => p.Version).IsModified = true;
    }

    private static LocalText Sentence(Proposal proposal, Proposal? target) => proposal.Stage switch
    {
        ProposalStage.Returned => new LocalText("{0} is returned to you: {1}", "{0}退回修改：{1}").With(ProposalNews.NameOf(proposal), proposal.Reason!),
        ProposalStage.Merged => new LocalText("{0} is merged into {1}: {2}", "{0}并入{1}：{2}")
            .With(ProposalNews.NameOf(proposal), ProposalNews.NameOf(target!), proposal.Reason!),
        _ => new LocalText("{0} has been accepted and goes to consultation.", "{0}已受理，进入征求意见。").With(ProposalNews.NameOf(proposal)),
    };
}
