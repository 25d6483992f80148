using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.CloseProposal;

internal sealed class CloseProposalHandler(GovernanceDbContext db, LiveFeed live, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<CloseProposalCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(CloseProposalCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        if (!proposal.End(request.Result, clock.GetUtcNow()))
        {
            return default(Done);
        }

        var asked = await ProposalNews.ThoseWhoAsked(db, proposal, cancellationToken);
        foreach (var need in await db.Needs.Where(n => n.ProposalId == proposal.Id).ToListAsync(cancellationToken))
        {
            need.End(request.Result);
        }

        await live.AnnounceStage(proposal, cancellationToken);
        var text = Sentence(request.Result).With(ProposalNews.NameOf(proposal));
        foreach (var person in asked)
        {
            notices.Tell(person, proposal.CouncilId, "proposal.ended", text, ProposalNews.PathOf(proposal.Id));
        }

        return default(Done);
    }

    private static LocalText Sentence(ProposalResult result) => result switch
    {
        ProposalResult.Closed => new("{0} is closed: it was adopted and carried out.", "{0}已办结：通过并已落实。"),
        ProposalResult.Merged => new("{0} is closed here: another proposal takes it further.", "{0}在此结束，由另一议题继续办理。"),
        ProposalResult.Withdrawn => new("{0} was withdrawn. The needs it answered are open again.", "{0}已撤回，所回应的诉求重新开放。"),
        ProposalResult.NoQuorum => new("{0} has ended: too few took part for a decision.", "{0}已终止：参与人数不足。"),
        ProposalResult.Undecided => new("{0} has ended: its rule could not decide.", "{0}已终止：按规则无法得出结果。"),
        ProposalResult.Lapsed => new("{0} has ended: no new version came in time.", "{0}已终止：未按时提交新版本。"),
        ProposalResult.Rejected => new("{0} has ended: it was not adopted.", "{0}已终止：未获通过。"),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "A result without a sentence"),
    };
}
