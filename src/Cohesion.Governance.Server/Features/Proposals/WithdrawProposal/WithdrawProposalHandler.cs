using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.WithdrawProposal;

internal sealed class WithdrawProposalHandler(
    GovernanceDbContext db, CurrentMember member, ProcessOutbox process, LiveFeed live, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<WithdrawProposalCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(WithdrawProposalCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        if (proposal.Withdraw(member.Id, request.Reason, clock.GetUtcNow()).Refused(out var refusal))
        {
            return refusal;
        }

        process.Signal(ProposalProcess.Withdrawn, proposal.CouncilId, proposal.Id);
        await live.AnnounceStage(proposal, cancellationToken);
        await notices.TellOffices(
            proposal.CouncilId, [Office.CouncilSecretary], "proposal.withdrawn",
            new LocalText("{0} was withdrawn by whoever raised it.", "{0}已由提出人撤回。").With(ProposalNews.NameOf(proposal)),
            ProposalNews.PathOf(proposal.Id), cancellationToken);
        return default(Done);
    }
}
