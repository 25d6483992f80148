using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps;

/// <summary>Who asked for what an action promises: whoever raised its proposal or one of the needs it answers. The owner does not confirm
/// himself.</summary>
internal static class ThoseWhoAsked
{
    public static async Task<IReadOnlyCollection<Guid>> For(GovernanceDbContext db, FollowUpAction action, CancellationToken ct)
    {
        var asked = await db.Needs.Where(n => n.ProposalId == action.ProposalId).Select(n => n.AskedByPersonId).ToListAsync(ct);
        asked.Add(await db.Proposals.Where(p => p.Id == action.ProposalId).Select(p => p.RaisedByPersonId).SingleAsync(ct));
        return [.. asked.Distinct().Where(person => person != action.OwnerPersonId)];
    }
}
