using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Councils.CouncilCalendar;
using Cohesion.Governance.Server.Features.FollowUps.CancelFollowUp;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Councils;

public sealed class CouncilCalendarTests
{
    private static async Task<CouncilCalendarView> Calendar(Promise p, DateOnly? from = null, int days = 31) =>
        (await p.App.Send(p.Town.Observer, new CouncilCalendarQuery(p.Town.CouncilId, from, days))).Value;

    private static Task Meet(Promise p, int number, DateTimeOffset at, MeetingStage stage = MeetingStage.Noticed) => p.App.Db(db =>
    {
        db.Meetings.Add(new Meeting
        {
            Id = Guid.CreateVersion7(p.Now), CouncilId = p.Town.CouncilId, Number = number, Title = $"Meeting {number}", Place = "Lobby", StartsAt = at,
            ConvenedByPersonId = p.Town.Convenor, Stage = stage,
        });
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Everything_that_has_a_day_comes_in_its_order_with_what_happens_then()
    {
        await using var p = await Promise.Resolved();
        var action = await p.Assign(days: 5);
        await Meet(p, 1, p.Now.AddDays(3));
        await p.App.Db(async db =>
        {
            var vote = await db.Votes.SingleAsync();
            vote.ClosesAt = p.Now.AddDays(2);
            db.Postings.Add(new Posting { Id = Guid.CreateVersion7(p.Now), ProposalId = p.ProposalId, VoteId = vote.Id, From = p.Now, Until = p.Now.AddDays(4) });
            (await db.Proposals.SingleAsync()).Enter(ProposalStage.Consultation, p.Now, p.Now.AddDays(1));
        });

        var calendar = await Calendar(p);

        Assert.Equal(
            [CalendarKind.StageEnds, CalendarKind.VoteEnds, CalendarKind.Meeting, CalendarKind.PostingEnds, CalendarKind.ActionDue], calendar.Entries.Select(e => e.Kind));
        Assert.Equal((p.ProposalId, "in consultation ends"), (calendar.Entries[0].SubjectId, calendar.Entries[0].What.En));
        Assert.Equal(("Meeting 1", "Lobby"), (calendar.Entries[2].Title, calendar.Entries[2].What.Zh));
        Assert.Equal((action, "Order the elevator"), (calendar.Entries[4].SubjectId, calendar.Entries[4].Title));
        Assert.False(calendar.More);
    }

    [Fact]
    public async Task A_meeting_is_there_once_not_again_for_each_proposal_on_its_agenda()
    {
        await using var p = await Promise.Adopted();
        await Meet(p, 1, p.Now.AddDays(3));
        await p.App.Db(async db => (await db.Proposals.SingleAsync()).Enter(ProposalStage.OnAgenda, p.Now, p.Now.AddDays(3)));

        Assert.Equal([CalendarKind.Meeting], (await Calendar(p)).Entries.Select(e => e.Kind));
    }

    [Fact]
    public async Task A_day_begins_and_ends_at_the_councils_midnight()
    {
        await using var p = await Promise.Adopted();
        // Midnight in Shanghai is 16:00 of the day before in Greenwich.
        await Meet(p, 1, new(2026, 11, 9, 15, 59, 0, TimeSpan.Zero));
        await Meet(p, 2, new(2026, 11, 9, 16, 0, 0, TimeSpan.Zero));
        await Meet(p, 3, new(2026, 11, 10, 16, 0, 0, TimeSpan.Zero));

        var tenth = await Calendar(p, new DateOnly(2026, 11, 10), days: 1);

        Assert.Equal(["Meeting 2"], tenth.Entries.Select(e => e.Title));
        Assert.Equal(new DateOnly(2026, 11, 2), tenth.Today);
    }

    [Fact]
    public async Task What_was_called_off_or_is_kept_has_no_day_any_more()
    {
        await using var p = await Promise.Resolved();
        Assert.Null((await p.App.Send(p.Town.Secretary, new CancelFollowUpCommand(await p.Assign(), "Not needed"))).Refusal);
        await p.Assign(title: "Paint it");
        await p.App.Db(db => db.FollowUps.Where(f => f.Title == "Paint it").ExecuteUpdateAsync(set => set.SetProperty(f => f.Stage, FollowUpStage.Kept)));
        await Meet(p, 1, p.Now.AddDays(3), MeetingStage.Cancelled);

        Assert.Empty((await Calendar(p)).Entries);
    }

    [Fact]
    public async Task More_than_can_be_shown_of_a_kind_is_said()
    {
        await using var p = await Promise.Adopted();
        await p.App.Db(db =>
        {
            db.Meetings.AddRange(Enumerable.Range(1, CouncilCalendarView.Most + 1).Select(n => new Meeting
            {
                Id = Guid.CreateVersion7(p.Now), CouncilId = p.Town.CouncilId, Number = n, Title = $"Meeting {n}", Place = "Lobby", StartsAt = p.Now.AddHours(n),
                ConvenedByPersonId = p.Town.Convenor, Stage = MeetingStage.Planned,
            }));
            return Task.CompletedTask;
        });

        var calendar = await Calendar(p);

        Assert.Equal((CouncilCalendarView.Most, true), (calendar.Entries.Count, calendar.More));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(367)]
    public async Task A_span_that_is_none_or_longer_than_a_year_is_refused(int days)
    {
        await using var p = await Promise.Adopted();

        Assert.IsType<InvalidRequest>((await p.App.Send(p.Town.Observer, new CouncilCalendarQuery(p.Town.CouncilId, Days: days))).Refusal);
    }

    [Fact]
    public async Task Somebody_of_another_council_finds_nothing()
    {
        await using var p = await Promise.Adopted();

        Assert.IsType<NotFound>((await p.App.Send(p.Town.Outsider, new CouncilCalendarQuery(p.Town.CouncilId))).Refusal);
    }
}
