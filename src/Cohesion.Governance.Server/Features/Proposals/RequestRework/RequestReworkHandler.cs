using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.RequestRework;

internal sealed class RequestReworkHandler(
    GovernanceDbContext db, CurrentMember member, ProcessOutbox process, LiveFeed live, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<RequestReworkCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RequestReworkCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        var allowed = member.Holds(Office.CouncilSecretary) || proposal.RaisedByPersonId == member.Id;
        if (proposal.RequestRework(allowed, clock.GetUtcNow()).Refused(out var refusal))
        {
            return refusal;
        }

        process.Signal(ProposalProcess.ReworkRequested, proposal.CouncilId, proposal.Id);
        await live.AnnounceStage(proposal, cancellationToken);
        notices.TellAuthor(
            proposal, "proposal.rework",
            new LocalText("{0} is to be reworked. Please write a new version.", "{0}将修改后再议，请提交新版本。").With(ProposalNews.NameOf(proposal)));
        return default(Done);
    }
}
