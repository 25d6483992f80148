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

namespace Cohesion.Governance.Server.Features.Proposals.RaiseProposal;

internal sealed class RaiseProposalHandler(
    GovernanceDbContext db, CurrentMember member, IRulePackCatalogue packs, ProcessOutbox process, LiveFeed live, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<RaiseProposalCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(RaiseProposalCommand request, CancellationToken cancellationToken)
    {
        var council = await db.Councils.SingleAsync(c => c.Id == request.CouncilId, cancellationToken);
        var pack = string.IsNullOrWhiteSpace(request.RulePack) ? council.DefaultRulePack : request.RulePack;
        if (!packs.Exists(pack))
        {
            return new NoSuchRulePack(pack);
        }

        var now = clock.GetUtcNow();
        var blocs = await db.Blocs.Where(b => b.CouncilId == council.Id).OrderBy(b => b.Position).Select(b => b.Code).ToListAsync(cancellationToken);
        var id = Guid.CreateVersion7(now);
        if (!request.ToDraft().ToVersion(id, 1, member.Id, now, blocs).Granted(out var version, out var refusal))
        {
            return refusal;
        }

        if (await TakeUpNeeds(request.NeedIds ?? [], council.Id, id, cancellationToken) is { } unavailable)
        {
            return unavailable;
        }

        var proposal = new Proposal
        {
            Id = id, CouncilId = council.Id, Number = ++council.LastProposalNumber, Title = request.Title, RaisedByPersonId = member.Id, RaisedAt = now,
            Stage = ProposalStage.Raised, StageSince = now, TextVersion = 1, RulePack = pack,
        };
        db.Proposals.Add(proposal);
        db.Keep(version);
        process.Start(
            ProposalProcess.Definition, council.Id, id,
            new Dictionary<string, string>(StringComparer.Ordinal) { [ProposalProcess.ProposalInput] = id.ToString("D") });
        await live.AnnounceStage(proposal, cancellationToken);
        await notices.TellOffices(
            council.Id, [Office.CouncilSecretary], "proposal.raised",
            new LocalText("{0} has come in. Please screen it.", "{0}已提交，请受理。").With(ProposalNews.NameOf(proposal)),
            ProposalNews.PathOf(id), cancellationToken);
        return id;
    }

    private async Task<Refusal?> TakeUpNeeds(IReadOnlyList<Guid> ids, Guid councilId, Guid proposalId, CancellationToken ct)
    {
        var needs = await db.Needs.Where(n => n.CouncilId == councilId && ids.Contains(n.Id)).ToListAsync(ct);
        foreach (var id in ids)
        {
            if (needs.Find(n => n.Id == id) is not { } need)
            {
                return new Domain.Needs.NeedUnknown(id);
            }

            if (need.TakeUp(proposalId).Refused(out var refusal))
            {
                return refusal;
            }
        }

        return null;
    }
}
