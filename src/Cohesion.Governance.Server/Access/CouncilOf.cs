using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Access;

/// <summary>Finds the council that a request concerns, from whatever it names.</summary>
internal static class CouncilOf
{
    /// <returns>The council's id; null when the subject does not exist.</returns>
    public static Task<Guid?> Find(GovernanceDbContext db, IConcerns request, CancellationToken ct)
    {
        if (request is IConcernsTopic topic)
        {
            return Live.Topics.SubjectOf(topic.Topic) is { } subject ? Find(db, subject, ct) : Task.FromResult<Guid?>(null);
        }

        var id = request.SubjectId;
        return request switch
        {
            IConcernsCouncil => db.Councils.Where(c => c.Id == id).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct),
            IConcernsNeed => db.Needs.Where(n => n.Id == id).Select(n => (Guid?)n.CouncilId).SingleOrDefaultAsync(ct),
            IConcernsProposal => db.Proposals.Where(p => p.Id == id).Select(p => (Guid?)p.CouncilId).SingleOrDefaultAsync(ct),
            IConcernsObjection => db.Objections.Where(o => o.Id == id)
                .Join(db.Proposals, o => o.ProposalId, p => p.Id, (o, p) => (Guid?)p.CouncilId).SingleOrDefaultAsync(ct),
            IConcernsMeeting => db.Meetings.Where(m => m.Id == id).Select(m => (Guid?)m.CouncilId).SingleOrDefaultAsync(ct),
            IConcernsVote => db.Votes.Where(v => v.Id == id).Select(v => (Guid?)v.CouncilId).SingleOrDefaultAsync(ct),
            IConcernsResolution => db.Resolutions.Where(r => r.Id == id).Select(r => (Guid?)r.CouncilId).SingleOrDefaultAsync(ct),
            IConcernsFollowUp => db.FollowUps.Where(f => f.Id == id).Select(f => (Guid?)f.CouncilId).SingleOrDefaultAsync(ct),
            _ => throw new InvalidOperationException($"{request.GetType().Name} concerns something whose council nobody knows how to find."),
        };
    }
}
