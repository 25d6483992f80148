using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>Which seats were in the room when the meeting sent the question to the vote: they are present, whether or not they vote.</summary>
internal sealed class VoteAttendance(GovernanceDbContext db)
{
    public async Task<List<Guid>> Of(Vote vote, CancellationToken ct)
    {
        if (vote.MeetingId is not { } meetingId)
        {
            return [];
        }

        var decidedAt = await db.AgendaItems
            .Where(i => i.MeetingId == meetingId && i.ProposalId == vote.ProposalId)
            .Select(i => i.DecidedAt)
            .FirstOrDefaultAsync(ct);
        return await db.Attendances.AsNoTracking()
            .Where(a => a.MeetingId == meetingId && a.ArrivedAt <= decidedAt && (a.LeftAt == null || a.LeftAt > decidedAt))
            .Select(a => a.SeatId)
            .Distinct()
            .ToListAsync(ct);
    }
}
