using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.ReviseProposal;

internal sealed class ReviseProposalHandler(
    GovernanceDbContext db, CurrentMember member, IRulePackCatalogue packs, ProcessOutbox process, LiveFeed live, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<ReviseProposalCommand, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(ReviseProposalCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        var now = clock.GetUtcNow();
        var draft = request.ToDraft();
        var allowed = member.Holds(Office.CouncilSecretary) || proposal.RaisedByPersonId == member.Id;
        if (!proposal.Revise(draft, request.BasedOn, allowed, now).Granted(out var awaited, out var refusal))
        {
            return refusal;
        }

        if (!string.IsNullOrWhiteSpace(request.RulePack))
        {
            if (!packs.Exists(request.RulePack))
            {
                return new NoSuchRulePack(request.RulePack);
            }

            proposal.RulePack = request.RulePack;
        }

        var blocs = await db.Blocs.Where(b => b.CouncilId == proposal.CouncilId).OrderBy(b => b.Position).Select(b => b.Code).ToListAsync(cancellationToken);
        if (!draft.ToVersion(proposal.Id, proposal.TextVersion, member.Id, now, blocs).Granted(out var version, out var incomplete))
        {
            return incomplete;
        }

        db.Keep(version);
        if (awaited)
        {
            process.Signal(ProposalProcess.Revised, proposal.CouncilId, proposal.Id, new { Version = proposal.TextVersion });
            await live.AnnounceStage(proposal, cancellationToken);
        }

        await live.Announce(Topics.Proposal(proposal.Id), "proposal.text", new { proposal.Id, Version = proposal.TextVersion }, cancellationToken);
        await notices.TellOffices(
            proposal.CouncilId, [Office.CouncilSecretary], "proposal.revised",
            new LocalText("{0} has a version {1}: {2}", "{0}已提交第 {1} 版：{2}").With(ProposalNews.NameOf(proposal), proposal.TextVersion, request.ChangeNote),
            ProposalNews.PathOf(proposal.Id), cancellationToken);
        return proposal.TextVersion;
    }
}
