using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Persistence;

namespace Cohesion.Governance.Server.Features.Proposals;

/// <summary>Keeping the versions of a proposal.</summary>
internal static class ProposalVersions
{
    /// <summary>Adds a version with its items and cost shares.</summary>
    public static void Keep(this GovernanceDbContext db, ProposalVersion version)
    {
        db.ProposalTexts.Add(version.Text);
        db.ProposalItems.AddRange(version.Items);
        db.CostShares.AddRange(version.Shares);
    }
}
