using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals;

/// <summary>What the last vote on a proposal, which did not adopt it, makes of it if nobody takes it up again.</summary>
internal static class LastVote
{
    public static async Task<ProposalResult> ResultOf(GovernanceDbContext db, Guid proposalId, CancellationToken ct)
    {
        var outcome = await db.Votes
            .Where(v => v.ProposalId == proposalId && v.ClosedAt != null)
            .OrderByDescending(v => v.ClosedAt)
            .Select(v => v.Outcome)
            .FirstOrDefaultAsync(ct);
        return outcome switch
        {
            "NoQuorum" => ProposalResult.NoQuorum,
            "Rejected" => ProposalResult.Rejected,

            // Undecided by its rule, or cancelled.
            _ => ProposalResult.Undecided,
        };
    }
}
