using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Resolutions;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Resolutions.RecordResolutions;

internal sealed class RecordResolutionsHandler(GovernanceDbContext db, NoticeBoard notices, LiveFeed live, TimeProvider clock)
    : IRequestHandler<RecordResolutionsCommand, Outcome<IReadOnlyList<Guid>>>
{
    public async Task<Outcome<IReadOnlyList<Guid>>> Handle(RecordResolutionsCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        var vote = await db.Votes
            .Where(v => v.ProposalId == proposal.Id && v.TextVersion == proposal.TextVersion && v.Outcome == "Adopted")
            .OrderByDescending(v => v.Session)
            .FirstOrDefaultAsync(cancellationToken);
        if (vote is null)
        {
            return new NotAdopted();
        }

        var items = await db.ProposalItems
            .Where(i => i.ProposalId == proposal.Id && i.TextVersion == vote.TextVersion)
            .OrderBy(i => i.Position)
            .ToListAsync(cancellationToken);
        if (items.Count == 0)
        {
            return new NothingToResolve();
        }

        var recorded = await db.Resolutions.Where(r => r.ProposalId == proposal.Id).ToDictionaryAsync(r => r.ProposalItemId, cancellationToken);
        var council = await db.Councils.SingleAsync(c => c.Id == proposal.CouncilId, cancellationToken);
        var now = clock.GetUtcNow();
        List<Guid> answer = [];
        List<Resolution> added = [];
        foreach (var item in items)
        {
            if (!recorded.TryGetValue(item.Id, out var resolution))
            {
                resolution = new Resolution
                {
                    Id = Guid.CreateVersion7(now),
                    CouncilId = council.Id,
                    ProposalId = proposal.Id,
                    ProposalItemId = item.Id,
                    VoteId = vote.Id,
                    Number = ++council.LastResolutionNumber,
                    Title = item.Title,
                    Text = item.Text,
                    AdoptedAt = vote.ClosedAt ?? now,
                };
                added.Add(resolution);
            }

            answer.Add(resolution.Id);
        }

        if (added.Count > 0)
        {
            db.Resolutions.AddRange(added);
            proposal.Enter(ProposalStage.Resolved, now);
            await Tell(council.Id, proposal.Id, added, cancellationToken);
        }

        return answer;
    }

    private async Task Tell(Guid councilId, Guid proposalId, List<Resolution> added, CancellationToken ct)
    {
        foreach (var resolution in added)
        {
            await notices.TellAll(
                councilId,
                "resolution.recorded",
                new LocalText("Resolution {0} has been recorded: {1}", "决议 {0} 已生效：{1}").With(resolution.Number, resolution.Title),
                $"/proposals/{proposalId:D}",
                ct);
            await live.Announce(Topics.Council(councilId), "resolution.recorded", new { resolution.Id, resolution.Number, resolution.Title }, ct);
        }

        await live.Announce(Topics.Proposal(proposalId), "proposal.stage", new { ProposalId = proposalId, Stage = ProposalStage.Resolved }, ct);
    }
}
