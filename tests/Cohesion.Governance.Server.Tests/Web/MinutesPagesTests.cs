using Cohesion.Governance.Server.Features.Meetings.CancelMeeting;
using Cohesion.Governance.Server.Features.Meetings.EndWithoutQuorum;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Tests.Features.Meetings;
using Cohesion.Governance.Server.Tests.Harness;
using Cohesion.Governance.Server.Web.Live;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

/// <summary>The minutes' page: while they grow, as a draft, and where there will never be any.</summary>
public sealed class MinutesPagesTests
{
    [Fact]
    public async Task Draft_minutes_are_printed_as_a_draft_with_lines_to_sign()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.WithDraftMinutes();
        using var visitor = await Visitor.SignedIn(town.App, town.People.Observer);

        var sheet = await visitor.Get($"/meetings/{meeting}/minutes");

        Assert.Contains("Draft", sheet.Words, StringComparison.Ordinal);
        Assert.Contains("Council secretary, date", sheet.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "The minutes so far, as of 14:20", "The minutes so far")]
    [InlineData("zh-CN", "截至 14:20 的草稿", "截至目前的纪要")]
    public async Task While_the_meeting_goes_on_its_minutes_so_far_are_a_live_region_without_lines_to_sign(string language, string asOf, string link)
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession(await town.Proposal());
        town.App.Clock.Advance(TimeSpan.FromMinutes(20));
        using var visitor = await Visitor.SignedIn(town.App, town.People.Observer, language);

        var page = await visitor.Get($"/meetings/{meeting}");
        var sheet = await visitor.Get($"/meetings/{meeting}/minutes");
        var region = (await town.App.Services.GetRequiredService<RegionRenderer>()
            .RenderFor(Topics.Meeting(meeting), language == "en" ? Domain.Language.English : Domain.Language.Chinese)).Single(r => r.Name == "meeting-minutes");

        Assert.Equal(link, page.Document.QuerySelector($"a[href='/meetings/{meeting}/minutes']")!.TextContent);
        Assert.All([asOf, "尚未审议 not dealt with yet"], words => Assert.Contains(words, sheet.Words, StringComparison.Ordinal));
        Assert.Null(sheet.Document.QuerySelector(".sign"));
        Assert.Equal(Markup.Squeeze(sheet.Document.QuerySelector("[data-live-region=meeting-minutes]")!.InnerHtml), Markup.Squeeze(Markup.Parsed(region.Html)));
    }

    [Fact]
    public async Task Before_the_session_the_page_of_the_minutes_says_that_they_will_grow_there_and_nothing_leads_to_it()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        using var visitor = await Visitor.SignedIn(town.App, town.People.Observer);

        var page = await visitor.Get($"/meetings/{meeting}");
        var sheet = await visitor.Get($"/meetings/{meeting}/minutes");

        Assert.Null(page.Document.QuerySelector($"a[href='/meetings/{meeting}/minutes']"));
        Assert.Contains("has not been opened yet", sheet.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_was_cancelled_or_had_no_quorum_has_no_minutes_and_says_why()
    {
        await using var town = await MeetingTown.Start();
        var off = await town.Planned();
        Assert.True((await town.App.Send(town.People.Secretary, new CancelMeetingCommand(off, "Flood"))).IsGranted);
        var empty = await town.AtTheDoor();
        Assert.True((await town.App.SendAsProcess(new EndWithoutQuorumCommand(empty))).IsGranted);
        using var english = await Visitor.SignedIn(town.App, town.People.Observer);
        using var chinese = await Visitor.SignedIn(town.App, town.People.Observer, "zh-CN");

        Assert.Contains("The meeting was cancelled, so there are no minutes.", (await english.Get($"/meetings/{off}/minutes")).Words, StringComparison.Ordinal);
        Assert.Contains("会议未达到法定人数，没有纪要。", (await chinese.Get($"/meetings/{empty}/minutes")).Words, StringComparison.Ordinal);
    }
}
