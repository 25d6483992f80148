using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.AwaitReconsideration;

internal sealed class AwaitReconsiderationHandler(GovernanceDbContext db, LiveFeed live, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<AwaitReconsiderationCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AwaitReconsiderationCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        if (proposal.AwaitReconsideration(clock.GetUtcNow(), request.Until))
        {
            await live.AnnounceStage(proposal, cancellationToken);
            await Tell(proposal, await LastVote.ResultOf(db, proposal.Id, cancellationToken), request.Until, cancellationToken);
        }

        return default(Done);
    }

    private async Task Tell(Proposal proposal, ProposalResult result, DateTimeOffset until, CancellationToken ct)
    {
        var text = (result switch
        {
            ProposalResult.NoQuorum => new LocalText(
                "{0}: too few took part for a decision. You can have it reworked until {1}.", "{0}：参与人数不足，未能作出决定。{1} 前可申请修改再议。"),
            ProposalResult.Undecided => new LocalText(
                "{0}: the rule could not decide. You can have it reworked until {1}.", "{0}：按规则无法得出结果。{1} 前可申请修改再议。"),
            _ => new LocalText("{0} was not adopted. You can have it reworked until {1}.", "{0}未获通过。{1} 前可申请修改再议。"),
        }).With(ProposalNews.NameOf(proposal), await CouncilDays.Name(db, proposal.CouncilId, until, ct));
        notices.TellAuthor(proposal, "proposal.notAdopted", text);
        await notices.TellOffices(proposal.CouncilId, [Office.CouncilSecretary], "proposal.notAdopted", text, ProposalNews.PathOf(proposal.Id), ct);
    }
}
