using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Needs.AttachNeedToProposal;

internal sealed class AttachNeedToProposalHandler(GovernanceDbContext db, CurrentMember member, LiveFeed live, NoticeBoard notices)
    : IRequestHandler<AttachNeedToProposalCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AttachNeedToProposalCommand request, CancellationToken cancellationToken)
    {
        var need = await db.Needs.SingleAsync(n => n.Id == request.NeedId, cancellationToken);
        var proposal = await db.Proposals.SingleOrDefaultAsync(p => p.Id == request.ProposalId && p.CouncilId == need.CouncilId, cancellationToken);
        if (proposal is null)
        {
            return new NotFound();
        }

        if (!member.Holds(Office.CouncilSecretary) && proposal.RaisedByPersonId != member.Id)
        {
            return new NotYourProposal();
        }

        if (proposal.HasEnded)
        {
            return new ProposalEnded(proposal.Stage);
        }

        if (need.TakeUp(proposal.Id).Refused(out var refusal))
        {
            return refusal;
        }

        notices.Tell(
            need.AskedByPersonId, need.CouncilId, "need.taken",
            new LocalText("Your need {0} is taken up by proposal {1} “{2}”.", "您的第 {0} 号诉求由第 {1} 号议题“{2}”回应。")
                .With(need.Number, proposal.Number, proposal.Title),
            $"/proposals/{proposal.Id:D}");
        await live.Announce(Topics.Proposal(proposal.Id), "proposal.need", new { NeedId = need.Id, need.Number }, cancellationToken);
        return default(Done);
    }
}
