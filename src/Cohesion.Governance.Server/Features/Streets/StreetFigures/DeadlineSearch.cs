using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Streets.StreetFigures;

/// <summary>Finds what falls due next in the councils of a street.</summary>
internal sealed class DeadlineSearch(GovernanceDbContext db, IReadOnlyDictionary<Guid, LocalText> names, DateTimeOffset now)
{
    private static readonly MeetingStage[] Ahead = [MeetingStage.Planned, MeetingStage.Noticed, MeetingStage.CheckIn];

    public async Task<IReadOnlyList<Deadline>> In(IQueryable<Council> councils, CancellationToken ct)
    {
        var until = now.AddDays(StreetFiguresQuery.Ahead);
        var actions = await councils.Join(db.FollowUps, c => c.Id, f => f.CouncilId, (c, f) => f)
            .Where(f => f.DueAt >= now && f.DueAt < until && f.Stage != FollowUpStage.Kept && f.Stage != FollowUpStage.Cancelled).OrderBy(f => f.DueAt)
            .Select(f => new { f.CouncilId, f.Id, f.Title, At = f.DueAt }).Take(StreetFiguresQuery.Lines).ToListAsync(ct);
        var votes = await councils.Join(db.Votes, c => c.Id, v => v.CouncilId, (c, v) => v)
            .Where(v => v.Stage == VoteStage.Open && v.ClosesAt >= now && v.ClosesAt < until).OrderBy(v => v.ClosesAt)
            .Select(v => new { v.CouncilId, v.Id, Title = v.Question, At = v.ClosesAt!.Value }).Take(StreetFiguresQuery.Lines).ToListAsync(ct);
        var postings = await councils.Join(db.Proposals, c => c.Id, p => p.CouncilId, (c, p) => p)
            .Join(db.Postings.Where(o => o.ClosedAt == null && o.Until >= now && o.Until < until), p => p.Id, o => o.ProposalId, (p, o) => new { p.CouncilId, p.Id, p.Title, At = o.Until })
            .OrderBy(o => o.At).Take(StreetFiguresQuery.Lines).ToListAsync(ct);
        var meetings = await councils.Join(db.Meetings, c => c.Id, m => m.CouncilId, (c, m) => m)
            .Where(m => m.StartsAt >= now && m.StartsAt < until && Ahead.Contains(m.Stage)).OrderBy(m => m.StartsAt)
            .Select(m => new { m.CouncilId, m.Id, m.Title, At = m.StartsAt }).Take(StreetFiguresQuery.Lines).ToListAsync(ct);

        IEnumerable<Deadline> all =
        [
            .. actions.Select(a => new Deadline(DeadlineKind.Action, a.CouncilId, names[a.CouncilId], a.Title, $"/follow-ups/{a.Id}", a.At)),
            .. votes.Select(v => new Deadline(DeadlineKind.Vote, v.CouncilId, names[v.CouncilId], v.Title, $"/votes/{v.Id}", v.At)),
            .. postings.Select(p => new Deadline(DeadlineKind.Posting, p.CouncilId, names[p.CouncilId], p.Title, $"/proposals/{p.Id}", p.At)),
            .. meetings.Select(m => new Deadline(DeadlineKind.Meeting, m.CouncilId, names[m.CouncilId], m.Title, $"/meetings/{m.Id}", m.At)),
        ];
        return [.. all.OrderBy(d => d.At).Take(StreetFiguresQuery.Lines)];
    }
}
