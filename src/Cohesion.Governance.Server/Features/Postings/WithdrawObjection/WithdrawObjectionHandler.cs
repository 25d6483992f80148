using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Postings.WithdrawObjection;

internal sealed class WithdrawObjectionHandler(
    GovernanceDbContext db, CurrentMember member, ProcessOutbox process, LiveFeed live, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<WithdrawObjectionCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(WithdrawObjectionCommand request, CancellationToken cancellationToken)
    {
        var objection = await db.Objections.SingleAsync(o => o.Id == request.ObjectionId, cancellationToken);
        if (objection.Withdraw(member.Id, request.Agreement, clock.GetUtcNow()).Refused(out var refusal))
        {
            return refusal;
        }

        var proposal = await ObjectionsOfPosting.Settled(db, process, objection, cancellationToken);
        await notices.TellOffices(
            proposal.CouncilId, [Office.CouncilSecretary], "objection.withdrawn",
            new LocalText("{0}: an objection was withdrawn.", "{0}：一项异议已撤回。").With(ProposalNews.NameOf(proposal)),
            ProposalNews.PathOf(proposal.Id), cancellationToken);
        await live.Announce(Topics.Proposal(proposal.Id), "objection.settled", new { objection.Id, objection.Stage }, cancellationToken);
        return default(Done);
    }
}
