using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings;

/// <summary>The proposals on a meeting's agenda, and what their processes are told.</summary>
internal sealed class Agenda(GovernanceDbContext db, ProcessOutbox process, LiveFeed live, TimeProvider clock)
{
    /// <summary>The proposals of these items, by id.</summary>
    public async Task<Dictionary<Guid, Proposal>> ProposalsOf(IEnumerable<AgendaItem> items, CancellationToken ct)
    {
        Guid[] ids = [.. items.Where(i => i.ProposalId is not null).Select(i => i.ProposalId!.Value)];
        return ids.Length == 0 ? [] : await db.Proposals.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
    }

    /// <summary>The proposal of an item; null where it has none.</summary>
    public async Task<Proposal?> ProposalOf(AgendaItem item, CancellationToken ct) =>
        item.ProposalId is { } id ? await db.Proposals.SingleAsync(p => p.Id == id, ct) : null;

    /// <summary>Tells a proposal's process that it is on an agenda.</summary>
    public Task TellTabled(Proposal proposal, Meeting meeting, CancellationToken ct)
    {
        process.Signal(MeetingEvents.Tabled, proposal.CouncilId, proposal.Id, new { meetingId = meeting.Id });
        return Watchers(proposal, ct);
    }

    /// <summary>Tells a proposal's process what a meeting came to about it.</summary>
    public Task TellDeliberated(Proposal proposal, Meeting meeting, AgendaDecision decision, CancellationToken ct)
    {
        process.Signal(MeetingEvents.Deliberated, proposal.CouncilId, proposal.Id, new { decision, meetingId = meeting.Id });
        return Watchers(proposal, ct);
    }

    /// <summary>Lets the proposals of items that no longer come up wait for another meeting.</summary>
    public async Task SendBack(Meeting meeting, IReadOnlyCollection<AgendaItem> items, CancellationToken ct)
    {
        foreach (var proposal in (await ProposalsOf(items, ct)).Values.Where(p => p.Stage == ProposalStage.OnAgenda))
        {
            proposal.Enter(ProposalStage.AwaitingAgenda, clock.GetUtcNow());
            await TellDeliberated(proposal, meeting, AgendaDecision.Deferred, ct);
        }
    }

    private Task Watchers(Proposal proposal, CancellationToken ct) =>
        live.Announce(Topics.Proposal(proposal.Id), "proposal.stage", new { proposal.Id, proposal.Stage }, ct);
}
