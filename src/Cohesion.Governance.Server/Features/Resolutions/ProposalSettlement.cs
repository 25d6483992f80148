using Cohesion.Governance.Domain.Resolutions;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Resolutions;

/// <summary>Notices when everything a proposal promised is settled, and tells its process.</summary>
internal sealed class ProposalSettlement(GovernanceDbContext db, ProcessOutbox outbox, TimeProvider clock)
{
    /// <summary>The event a proposal's process waits for while its actions are being done.</summary>
    public const string Event = "followups.settled";

    /// <summary>Whether every resolution of the proposal is settled, changes not yet saved included.</summary>
    public async Task<bool> IsSettled(Guid proposalId, CancellationToken ct) => (await Load(proposalId, ct)).All(r => r.Settled);

    /// <summary>To be called where an action ends or a resolution is found to need none.</summary>
    public async Task Check(Guid proposalId, CancellationToken ct)
    {
        // Two last actions closed at the same moment would each see the other open: both write the proposal, so one of them tries again.
        var proposal = await db.Proposals.SingleAsync(p => p.Id == proposalId, ct);
        db.Entry(proposal).Property(p => p.Version).IsModified = true;

        var resolutions = await Load(proposalId, ct);
        foreach (var (resolution, kept, settled) in resolutions)
        {
            resolution.KeptAt = settled && kept ? resolution.KeptAt ?? clock.GetUtcNow() : null;
        }

        if (resolutions.Count > 0 && resolutions.All(r => r.Settled))
        {
            outbox.Signal(Event, proposal.CouncilId, proposalId);
        }
    }

    private async Task<List<(Resolution Resolution, bool Kept, bool Settled)>> Load(Guid proposalId, CancellationToken ct)
    {
        var resolutions = await db.Resolutions.Where(r => r.ProposalId == proposalId).ToListAsync(ct);
        var actions = await db.FollowUps.Where(f => f.ProposalId == proposalId).ToListAsync(ct);
        return [.. resolutions.Select(r =>
        {
            var stages = actions.Where(f => f.ResolutionId == r.Id).Select(f => f.Stage).ToList();
            return (r, r.NoActionNeeded is null, r.IsSettled(stages));
        })];
    }
}
