using System.Net;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Features.Meetings.AskToSpeak;
using Cohesion.Governance.Server.Features.Meetings.CheckIn;
using Cohesion.Governance.Server.Features.Meetings.GiveFloor;
using Cohesion.Governance.Server.Features.Meetings.TakeUpAgendaItem;
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

        var answer = await visitor.Submit(form, ("code", town.Wall(meeting)));

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
        foreach (var name in (string[])["meeting-now", "meeting-attendance"])
        {
            Assert.Equal(Markup.Squeeze(page.Document.QuerySelector($"[data-live-region={name}]")!.InnerHtml), Markup.Squeeze(Markup.Parsed(regions.Single(r => r.Name == name).Html)));
        }
    }

    [Theory]
    [InlineData("en", "Scan to check in and to follow", "Has the floor", "Ms Wu for Galaxy Tech", "Next: Mr Qian for Blue Harbour")]
    [InlineData("zh-CN", "扫码签到、查看会议", "正在发言", "吴女士（Galaxy Tech）", "下一位：钱先生（Blue Harbour）")]
    public async Task The_wall_shows_the_item_the_speaker_and_the_quorum_and_keeps_itself_up_to_date(string language, string scan, string floor, string speaker, string next)
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession(await town.Proposal());
        var item = await town.App.Db(db => db.AgendaItems.Where(i => i.MeetingId == meeting).Select(i => i.Id).SingleAsync());
        await town.App.Send(town.People.Convenor, new TakeUpAgendaItemCommand(meeting, item));
        await town.App.Send(town.People.TenantB, new CheckInCommand(meeting, town.People.SeatB, Code: town.Wall(meeting)));
        await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA));
        town.App.Clock.Advance(TimeSpan.FromSeconds(5));
        await town.App.Send(town.People.TenantB, new AskToSpeakCommand(meeting, town.People.SeatB));
        await town.App.Send(town.People.Convenor, new GiveFloorCommand(meeting));
        using var visitor = await Visitor.SignedIn(town.App, town.People.Secretary, language);

        var wall = await visitor.Get($"/meetings/{meeting}/wall");
        var region = (await town.App.Services.GetRequiredService<RegionRenderer>()
            .RenderFor(Topics.Meeting(meeting), language == "en" ? Domain.Language.English : Domain.Language.Chinese)).Single(r => r.Name == "meeting-wall");

        Assert.Equal(HttpStatusCode.OK, wall.Status);
        Assert.All([scan, "Freight elevator", floor, speaker, next], words => Assert.Contains(words, wall.Words, StringComparison.Ordinal));
        // Street and Galaxy Tech opened the session, Blue Harbour came later; five seats in all.
        Assert.Equal("3/5", wall.Document.QuerySelector(".wall-count")!.TextContent);
        Assert.Equal(Markup.Squeeze(wall.Document.QuerySelector("[data-live-region=meeting-wall]")!.InnerHtml), Markup.Squeeze(Markup.Parsed(region.Html)));
    }

    [Fact]
    public async Task The_code_on_the_wall_is_the_address_of_the_meeting_as_the_standard_encodes_it()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        using var visitor = await Visitor.SignedIn(town.App, town.People.Observer);

        var code = (await visitor.Get($"/meetings/{meeting}/wall")).Document.QuerySelector("svg.qr")!;

        // 63 characters at level M need version 5, 37 modules a side; where the id has a row of digits, which take less room, version 4 with 33 (ISO/IEC 18004,
        // table 7). A quiet zone of 4 is around (section 9.1).
        Assert.Equal(63, $"https://localhost/meetings/{meeting}".Length);
        var side = int.Parse(code.GetAttribute("viewBox")!.Split(' ')[3], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains(side, (int[])[33 + (2 * 4), 37 + (2 * 4)]);

        // The finder patterns: seven dark modules in three corners.
        var path = code.QuerySelector("path")!.GetAttribute("d");
        var far = side - 4 - 7;
        Assert.All(["M4 4h7v1h-7z", $"M{far} 4h7v1h-7z", $"M4 {far}h7v1h-7z"], corner => Assert.Contains(corner, path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_digits_on_the_wall_are_shown_to_those_who_run_the_meeting_alone_and_drawn_anew_without_scripts()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        using var secretary = await Visitor.SignedIn(town.App, town.People.Secretary);
        using var tenant = await Visitor.SignedIn(town.App, town.People.TenantA);
        var code = town.Wall(meeting);

        var wall = await secretary.Get($"/meetings/{meeting}/wall");
        var tenants = await tenant.Get($"/meetings/{meeting}/wall");

        Assert.Equal($"{code[..3]} {code[3..]}", wall.Document.QuerySelector(".wall-code")!.TextContent);
        Assert.Contains("http-equiv=\"refresh\"", wall.Text, StringComparison.Ordinal);
        Assert.Null(tenants.Document.QuerySelector(".wall-code"));
        Assert.DoesNotContain(code, tenants.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scanning_the_wall_leaves_one_button_and_an_old_code_can_be_typed_anew()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        using var visitor = await Visitor.SignedIn(town.App, town.People.TenantA);
        var (_, form) = await visitor.Form($"/meetings/{meeting}?code={town.Wall(meeting)}", $"CheckIn-{town.People.SeatA}");
        town.App.Clock.Advance(TimeSpan.FromMinutes(2));

        var late = await visitor.Submit(form);
        var done = await visitor.Submit(late.Form($"CheckIn-{town.People.SeatA}"), ("code", town.Wall(meeting)));

        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("every half minute", late.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
    }

    [Fact]
    public async Task Whoever_is_there_asks_to_speak_and_the_chair_calls_the_next_by_form()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        using var tenant = await Visitor.SignedIn(town.App, town.People.TenantA);
        using var chair = await Visitor.SignedIn(town.App, town.People.Convenor);

        var asked = await tenant.Submit((await tenant.Form($"/meetings/{meeting}", $"AskToSpeak-{town.People.SeatA}")).Form);
        var called = await chair.Submit((await chair.Form($"/meetings/{meeting}", "GiveFloor")).Form);
        var page = await tenant.Get($"/meetings/{meeting}");

        Assert.Equal(($"/meetings/{meeting}#speakers", $"/meetings/{meeting}#speakers"), (asked.Location, called.Location));
        Assert.Contains("Ms Wu for Galaxy Tech", page.Words, StringComparison.Ordinal);
        Assert.Contains("speaking since 14:00", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Document.GetElementById("GiveFloor"));
    }

    [Fact]
    public async Task The_notice_is_printed_with_time_place_agenda_and_what_the_meeting_needs()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession(await town.Proposal());
        using var visitor = await Visitor.SignedIn(town.App, town.People.Observer, "zh-CN");

        var sheet = await visitor.Get($"/meetings/{meeting}/notice");

        Assert.Equal(HttpStatusCode.OK, sheet.Status);
        Assert.All(["会议通知", "2026年11月10日", "14:00", "Freight elevator", "第 1 号议题", "开会条件"], words => Assert.Contains(words, sheet.Words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/meetings/{0}")]
    [InlineData("/meetings/{0}/wall")]
    [InlineData("/meetings/{0}/notice")]
    [InlineData("/meetings/{0}/minutes")]
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
}
