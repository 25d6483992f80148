using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;

namespace Cohesion.Governance.Server.Features.FollowUps;

/// <summary>Writes down what happened to an action and lets everybody who watches its council or proposal see it.</summary>
internal sealed class FollowUpHistory(GovernanceDbContext db, LiveFeed live, CurrentMember member, TimeProvider clock)
{
    public async Task Write(FollowUpAction action, FollowUpChangeKind kind, string? note, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.FollowUpChanges.Add(new FollowUpChange
        {
            Id = Guid.CreateVersion7(now),
            FollowUpId = action.Id,
            Kind = kind,
            At = now,
            ByPersonId = member.PersonId,
            Note = note,
            OwnerPersonId = action.OwnerPersonId,
            DueAt = action.DueAt,
        });
        await Announce(action, ct);
    }

    /// <summary>Only shows the action's present state to those who watch.</summary>
    public async Task Announce(FollowUpAction action, CancellationToken ct)
    {
        var state = new { action.Id, action.Number, action.ProposalId, action.Stage, action.OwnerPersonId, action.DueAt, action.ChaseLevel, action.Reopened };
        await live.Announce(Topics.Council(action.CouncilId), "followup.changed", state, ct);
        await live.Announce(Topics.Proposal(action.ProposalId), "followup.changed", state, ct);
    }
}
