using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Streets.StreetFigures;

/// <summary>Finds what does not move in the councils of a street: how much for each reason, and what has stood longest.</summary>
internal sealed class StuckSearch(GovernanceDbContext db, IReadOnlyDictionary<Guid, LocalText> names, DateTimeOffset now)
{
    // Stages that last until somebody does something.
    private static readonly ProposalStage[] Open =
    [
        ProposalStage.Raised, ProposalStage.Returned, ProposalStage.AwaitingAgenda, ProposalStage.Rework, ProposalStage.Rejected, ProposalStage.Mediation, ProposalStage.Resolved,
    ];

    private static readonly ProposalStage[] Ended = [ProposalStage.Closed, ProposalStage.Merged, ProposalStage.Withdrawn, ProposalStage.Failed];

    public async Task<(IReadOnlyList<StuckCount> Counts, IReadOnlyList<StuckThing> Longest)> In(IQueryable<Council> councils, CancellationToken ct)
    {
        var counts = new List<StuckCount>();
        var things = new List<StuckThing>();
        async Task Add(StuckReason reason, IQueryable<Row> rows, Func<Row, string> path)
        {
            if (await rows.CountAsync(ct) is > 0 and var count)
            {
                counts.Add(new(reason, count));
                things.AddRange((await rows.OrderBy(r => r.Since).Take(StreetFiguresQuery.Lines).ToListAsync(ct))
                    .Select(r => new StuckThing(reason, r.CouncilId, names[r.CouncilId], r.Title, path(r), r.Since)));
            }
        }

        var sat = now - Proposal.MeetingSits;
        var patience = now.AddDays(-StreetFiguresQuery.Patience);
        var actions = councils.Join(db.FollowUps, c => c.Id, f => f.CouncilId, (c, f) => f);
        var proposals = councils.Join(db.Proposals, c => c.Id, p => p.CouncilId, (c, p) => p);
        await Add(
            StuckReason.Fault,
            councils.Join(db.ProcessSubjects, c => c.Id, s => s.CouncilId, (c, s) => s)
                .Join(db.ProcessInstances.Where(i => i.Status == ProcessStatus.Faulted), s => s.InstanceId, i => i.Id, (s, i) => new Row { CouncilId = s.CouncilId, Id = s.SubjectId, Title = i.DefinitionId, Since = i.ChangedAt }),
            r => $"/councils/{r.CouncilId}");
        await Add(
            StuckReason.Declined,
            actions.Where(f => f.Stage == FollowUpStage.Declined).Select(f => new Row { CouncilId = f.CouncilId, Id = f.Id, Title = f.Title, Since = f.AssignedAt }),
            r => $"/follow-ups/{r.Id}");
        await Add(
            StuckReason.Undecided,
            actions.Where(f => f.Stage == FollowUpStage.AwaitingRuling && f.FoundKept == null).Select(f => new Row { CouncilId = f.CouncilId, Id = f.Id, Title = f.Title, Since = f.DueAt }),
            r => $"/follow-ups/{r.Id}");
        await Add(
            StuckReason.Chased,
            actions.Where(f => f.DueAt < now && f.ChaseLevel >= StreetFiguresHandler.HighestLevel && (f.Stage == FollowUpStage.Assigned || f.Stage == FollowUpStage.Accepted || f.Stage == FollowUpStage.Evidenced))
                .Select(f => new Row { CouncilId = f.CouncilId, Id = f.Id, Title = f.Title, Since = f.DueAt }),
            r => $"/follow-ups/{r.Id}");
        await Add(
            StuckReason.StageOver,
            proposals.Where(p => p.StageUntil < (p.Stage == ProposalStage.OnAgenda ? sat : now) && !Ended.Contains(p.Stage)).Select(p => new Row { CouncilId = p.CouncilId, Id = p.Id, Title = p.Title, Since = p.StageUntil!.Value }),
            r => $"/proposals/{r.Id}");
        await Add(
            StuckReason.Waiting,
            proposals.Where(p => p.StageSince < patience && p.StageUntil == null && Open.Contains(p.Stage)).Select(p => new Row { CouncilId = p.CouncilId, Id = p.Id, Title = p.Title, Since = p.StageSince }),
            r => $"/proposals/{r.Id}");
        return (counts, [.. things.OrderBy(t => t.Since).Take(StreetFiguresQuery.Lines)]);
    }

    private sealed class Row
    {
        public required Guid CouncilId { get; init; }
        public required Guid Id { get; init; }
        public required string Title { get; init; }
        public required DateTimeOffset Since { get; init; }
    }
}
