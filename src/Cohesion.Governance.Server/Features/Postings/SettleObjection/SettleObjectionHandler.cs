using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Postings.SettleObjection;

internal sealed class SettleObjectionHandler(
    GovernanceDbContext db, CurrentMember member, ProcessOutbox process, LiveFeed live, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<SettleObjectionCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SettleObjectionCommand request, CancellationToken cancellationToken)
    {
        var objection = await db.Objections.SingleAsync(o => o.Id == request.ObjectionId, cancellationToken);
        if (objection.Settle(request.Upheld, request.Finding, member.Id, clock.GetUtcNow()).Refused(out var refusal))
        {
            return refusal;
        }

        var proposal = await ObjectionsOfPosting.Settled(db, process, objection, cancellationToken);
        var text = (request.Upheld
                ? new LocalText("{0}: an objection was upheld. {1}", "{0}：异议成立。{1}")
                : new LocalText("{0}: an objection was dismissed. {1}", "{0}：异议不成立。{1}"))
            .With(ProposalNews.NameOf(proposal), request.Finding);
        foreach (var person in new[] { objection.ByPersonId, proposal.RaisedByPersonId }.Distinct())
        {
            notices.Tell(person, proposal.CouncilId, "objection.settled", text, ProposalNews.PathOf(proposal.Id));
        }

        await live.Announce(Topics.Proposal(proposal.Id), "objection.settled", new { objection.Id, objection.Stage }, cancellationToken);
        return default(Done);
    }
}
