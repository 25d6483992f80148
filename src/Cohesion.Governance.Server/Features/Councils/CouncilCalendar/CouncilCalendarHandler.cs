using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils.CouncilCalendar;

internal sealed class CouncilCalendarHandler(GovernanceDbContext db, TimeProvider clock) : IRequestHandler<CouncilCalendarQuery, Outcome<CouncilCalendarView>>
{
    private static readonly LocalText VoteEnds = new("vote ends", "投票截止");
    private static readonly LocalText PostingEnds = new("posting ends", "公示截止");
    private static readonly LocalText StageEnds = new("{0} ends", "{0}截止");
    private static readonly LocalText ActionDue = new("due", "到期");

    public async Task<Outcome<CouncilCalendarView>> Handle(CouncilCalendarQuery request, CancellationToken cancellationToken)
    {
        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == request.CouncilId, cancellationToken);
        var zone = MeetingTime.ZoneOf(council);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        var first = request.From ?? today;
        var span = new Span(council.Id, Begin(first, zone), Begin(first.AddDays(request.Days), zone));
        List<List<CalendarEntry>> kinds =
        [
            await Meetings(span, cancellationToken), await Votes(span, cancellationToken), await Postings(span, cancellationToken),
            await Stages(span, cancellationToken), await Actions(span, cancellationToken),
        ];
        return new CouncilCalendarView(
            council.Id, council.Name, council.TimeZone, first, today,
            [.. kinds.SelectMany(k => k.Take(CouncilCalendarView.Most)).OrderBy(e => e.At).ThenBy(e => e.Kind)],
            kinds.Exists(k => k.Count > CouncilCalendarView.Most));
    }

    private static DateTimeOffset Begin(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, zone.GetUtcOffset(midnight));
    }

    private async Task<List<CalendarEntry>> Meetings(Span span, CancellationToken ct) =>
    [
        .. (await db.Meetings
            .Where(m => m.CouncilId == span.Council && m.StartsAt >= span.Begin && m.StartsAt < span.End && m.Stage != MeetingStage.Cancelled)
            .OrderBy(m => m.StartsAt).Take(CouncilCalendarView.Most + 1)
            .Select(m => new { m.Id, m.StartsAt, m.Title, m.Place }).ToListAsync(ct))
            .Select(m => new CalendarEntry(CalendarKind.Meeting, m.StartsAt, m.Id, m.Title, LocalText.Same(m.Place))),
    ];

    private async Task<List<CalendarEntry>> Votes(Span span, CancellationToken ct) =>
    [
        .. (await db.Votes
            .Where(v => v.CouncilId == span.Council && v.ClosesAt >= span.Begin && v.ClosesAt < span.End && v.Stage != VoteStage.Cancelled)
            .OrderBy(v => v.ClosesAt).Take(CouncilCalendarView.Most + 1)
            .Select(v => new { v.Id, v.ClosesAt, v.Question }).ToListAsync(ct))
            .Select(v => new CalendarEntry(CalendarKind.VoteEnds, v.ClosesAt!.Value, v.Id, v.Question, VoteEnds)),
    ];

    private async Task<List<CalendarEntry>> Postings(Span span, CancellationToken ct) =>
    [
        .. (await db.Postings
            .Where(p => p.Until >= span.Begin && p.Until < span.End)
            .Join(db.Proposals.Where(p => p.CouncilId == span.Council), p => p.ProposalId, p => p.Id, (posting, proposal) => new { posting.Until, proposal.Id, proposal.Title })
            .OrderBy(p => p.Until).Take(CouncilCalendarView.Most + 1)
            .ToListAsync(ct))
            .Select(p => new CalendarEntry(CalendarKind.PostingEnds, p.Until, p.Id, p.Title, PostingEnds)),
    ];

    // Meetings, votes and postings have entries of their own.
    private async Task<List<CalendarEntry>> Stages(Span span, CancellationToken ct) =>
    [
        .. (await db.Proposals
            .Where(p => p.CouncilId == span.Council && p.StageUntil >= span.Begin && p.StageUntil < span.End
                && p.Stage != ProposalStage.OnAgenda && p.Stage != ProposalStage.Voting && p.Stage != ProposalStage.Posting)
            .OrderBy(p => p.StageUntil).Take(CouncilCalendarView.Most + 1)
            .Select(p => new { p.Id, p.Title, p.Stage, p.StageUntil }).ToListAsync(ct))
            .Select(p => new CalendarEntry(CalendarKind.StageEnds, p.StageUntil!.Value, p.Id, p.Title, StageEnds.With(ProposalStageNames.Of(p.Stage)))),
    ];

    private async Task<List<CalendarEntry>> Actions(Span span, CancellationToken ct) =>
    [
        .. (await db.FollowUps
            .Where(f => f.CouncilId == span.Council && f.DueAt >= span.Begin && f.DueAt < span.End && f.Stage != FollowUpStage.Kept && f.Stage != FollowUpStage.Cancelled)
            .OrderBy(f => f.DueAt).Take(CouncilCalendarView.Most + 1)
            .Select(f => new { f.Id, f.DueAt, f.Title }).ToListAsync(ct))
            .Select(f => new CalendarEntry(CalendarKind.ActionDue, f.DueAt, f.Id, f.Title, ActionDue)),
    ];

    private readonly record struct Span(Guid Council, DateTimeOffset Begin, DateTimeOffset End);
}
