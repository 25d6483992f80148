using System.Net;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Tests.Features.Meetings;
using Cohesion.Governance.Server.Tests.Harness;
using Cohesion.Governance.Server.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

public sealed class MeetingPagesTests
{
    [Fact]
    public async Task Whoever_acts_for_a_seat_checks_in_with_one_button()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        using var visitor = await Visitor.SignedIn(town.App, town.People.TenantA);
        var (page, form) = await visitor.Form($"/meetings/{meeting}", $"CheckIn-{town.People.SeatA}");

        var answer = await visitor.Submit(form);

        Assert.Contains("Check in for Galaxy Tech", page.Words, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, $"/meetings/{meeting}"), (answer.Status, answer.Location));
        Assert.Equal(town.People.SeatA, await town.App.Db(db => db.Attendances.Select(a => a.SeatId).SingleAsync()));
        Assert.Contains("1 of 3 seats", (await visitor.Get($"/meetings/{meeting}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretary_records_at_the_door_who_came_for_a_seat()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        using var visitor = await Visitor.SignedIn(town.App, town.People.Secretary);
        var (_, form) = await visitor.Form($"/meetings/{meeting}", $"Door-{town.People.SeatB}-{town.People.TenantB}");

        var answer = await visitor.Submit(form);

        Assert.Equal($"/meetings/{meeting}#door", answer.Location);
        Assert.Equal(
            (town.People.SeatB, town.People.TenantB),
            await town.App.Db(async db => await db.Attendances.Select(a => ValueTuple.Create(a.SeatId, a.PersonId)).SingleAsync()));
    }

    [Fact]
    public async Task The_door_is_not_for_those_who_may_record_only_themselves()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        using var visitor = await Visitor.SignedIn(town.App, town.People.TenantA);

        var page = await visitor.Get($"/meetings/{meeting}");

        Assert.Null(page.Document.GetElementById("door"));
        Assert.Null(page.Document.GetElementById("StartMeeting"));
    }

    [Fact]
    public async Task The_chair_takes_up_an_item_and_records_what_was_decided()
    {
        await using var town = await MeetingTown.Start();
        var proposal = await town.Proposal();
        var meeting = await town.InSession(proposal);
        var item = await town.App.Db(db => db.AgendaItems.Where(i => i.MeetingId == meeting).Select(i => i.Id).SingleAsync());
        using var visitor = await Visitor.SignedIn(town.App, town.People.Convenor);
        await visitor.Submit((await visitor.Form($"/meetings/{meeting}", $"TakeUpAgendaItem-{item}")).Form);
        var (page, form) = await visitor.Form($"/meetings/{meeting}", $"DecideAgendaItem-{item}");

        var withoutReason = await visitor.Submit(form, ("decision", "rework"));
        var done = await visitor.Submit(withoutReason.Form($"DecideAgendaItem-{item}"), ("note", "The price is open"));

        Assert.Contains("Now: Freight elevator", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, withoutReason.Status);
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Equal(
            (AgendaDecision.Rework, "The price is open"),
            await town.App.Db(async db => await db.AgendaItems.Select(i => ValueTuple.Create(i.Decision, i.DecisionNote)).SingleAsync()));
    }

    [Fact]
    public async Task A_meeting_planned_too_soon_is_refused_with_the_earliest_day_and_keeps_what_was_typed()
    {
        await using var town = await MeetingTown.Start();
        using var visitor = await Visitor.SignedIn(town.App, town.People.Secretary, "zh-CN");
        var (page, form) = await visitor.Form($"/councils/{town.People.CouncilId}/meetings", "PlanMeeting");

        var refused = await visitor.Submit(form, ("title", "电梯专题会"), ("place", "一楼大厅"), ("startsAt", "2026-11-09T14:00"));
        var again = refused.Form("PlanMeeting");
        var planned = await visitor.Submit(again, ("startsAt", MeetingTown.FirstLawful));

        Assert.Contains("11月10日", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("11月10日", refused.Document.QuerySelector("#PlanMeeting .trouble")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("电梯专题会", again.QuerySelector("input[name=title]")!.GetAttribute("value"));
        Assert.Equal("2026-11-09T14:00", again.QuerySelector("input[name=startsAt]")!.GetAttribute("value"));
        Assert.StartsWith("/meetings/", planned.Location, StringComparison.Ordinal);
        Assert.Equal(MeetingTown.Hour, await town.App.Db(db => db.Meetings.Select(m => m.StartsAt).SingleAsync()));
    }

    [Fact]
    public async Task Proposals_ticked_on_the_plan_come_on_the_agenda()
    {
        await using var town = await MeetingTown.Start();
        var proposal = await town.Proposal();
        using var visitor = await Visitor.SignedIn(town.App, town.People.Secretary);
        var (_, form) = await visitor.Form($"/councils/{town.People.CouncilId}/meetings", "PlanMeeting");

        await visitor.Submit(
            form, ("title", "Lifts"), ("place", "Lobby"), ("startsAt", MeetingTown.FirstLawful), ("proposalIds", proposal.ToString()));

        Assert.Equal(proposal, await town.App.Db(db => db.AgendaItems.Select(i => i.ProposalId).SingleAsync()));
    }

    [Fact]
    public async Task Minutes_are_shown_and_corrected_by_form()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.WithDraftMinutes();
        using var tenant = await Visitor.SignedIn(town.App, town.People.TenantA);
        using var secretary = await Visitor.SignedIn(town.App, town.People.Secretary);
        var (page, ask) = await tenant.Form($"/meetings/{meeting}", "CorrectMinutes");

        await tenant.Submit(ask, ("text", "I said ten, not twelve"));
        var correction = await town.App.Db(db => db.MinutesCorrections.Select(c => c.Id).SingleAsync());
        var (_, takeUp) = await secretary.Form($"/meetings/{meeting}", $"TakeUpCorrection-{correction}");
        await secretary.Submit(takeUp, ("text", "# Put right <script>alert(1)</script> [x](javascript:alert(1))"));
        var after = await tenant.Get($"/meetings/{meeting}");

        Assert.NotNull(page.Document.QuerySelector("#minutes table"));
        Assert.Equal("Put right <script>alert(1)</script> x", after.Document.QuerySelector(".minutes h3")!.TextContent);
        Assert.Null(after.Document.QuerySelector(".minutes script, .minutes a"));
        Assert.Contains("taken up", after.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "check-in is open", "Attendance")]
    [InlineData("zh-CN", "签到中", "到会情况")]
    public async Task Attendance_is_a_live_region_in_both_languages(string language, string stage, string heading)
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        using var visitor = await Visitor.SignedIn(town.App, town.People.Observer, language);

        var page = await visitor.Get($"/meetings/{meeting}");
        var regions = await town.App.Services.GetRequiredService<RegionRenderer>()
            .RenderFor(Topics.Meeting(meeting), language == "en" ? Domain.Language.English : Domain.Language.Chinese);

        Assert.Contains(stage, page.Words, StringComparison.Ordinal);
        Assert.Contains(heading, page.Words, StringComparison.Ordinal);
        foreach (var region in regions)
        {
            Assert.Equal(Squeeze(page.Document.QuerySelector($"[data-live-region={region.Name}]")!.InnerHtml), Squeeze(Parsed(region.Html)));
        }

        Assert.Equal(["meeting-now", "meeting-attendance"], regions.Select(r => r.Name));
    }

    [Theory]
    [InlineData("/meetings/{0}")]
    [InlineData("/councils/{1}/meetings")]
    public async Task Somebody_of_another_council_finds_nothing(string path)
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Planned();
        using var visitor = await Visitor.SignedIn(town.App, town.People.Outsider);

        var page = await visitor.Get(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, meeting, town.People.CouncilId));

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.DoesNotContain("Lift meeting", page.Text, StringComparison.Ordinal);
    }

    private static string Parsed(string html) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).Body!.InnerHtml;

    private static string Squeeze(string html) => string.Concat(html.Where(c => !char.IsWhiteSpace(c)));
}
