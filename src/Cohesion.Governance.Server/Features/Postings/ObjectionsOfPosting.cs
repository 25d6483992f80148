using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Features.Proposals;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Postings;

/// <summary>What follows when one objection of a posting is settled.</summary>
internal static class ObjectionsOfPosting
{
    /// <summary>Tells the process when, in mediation, the last open objection was settled.</summary>
    /// <returns>The proposal.</returns>
    public static async Task<Proposal> Settled(GovernanceDbContext db, ProcessOutbox process, Objection objection, CancellationToken ct)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == objection.ProposalId, ct);
        var posting = await db.Postings.SingleAsync(p => p.Id == objection.PostingId, ct);

        // Two last ones settled at once must not both believe that the other is still open.
        db.Entry(posting).Property(p => p.Version).IsModified = true;
        if (proposal.Stage == ProposalStage.Mediation
            && !await db.Objections.AnyAsync(o => o.PostingId == posting.Id && o.Id != objection.Id && o.Stage == ObjectionStage.Open, ct))
        {
            process.Signal(ProposalProcess.ObjectionsSettled, proposal.CouncilId, proposal.Id);
        }

        return proposal;
    }
}
