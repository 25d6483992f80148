using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Features.Meetings.CloseMeeting;
using Cohesion.Governance.Server.Features.Meetings.DraftMinutes;
using Cohesion.Governance.Server.Features.Meetings.OpenCorrections;
using Cohesion.Governance.Server.Pipeline;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class OpenCorrectionsTests
{
    private static async Task<Guid> Drafted(MeetingTown town)
    {
        var meeting = await town.InSession();
        await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting));
        await town.App.SendAsProcess(new DraftMinutesCommand(meeting));
        return meeting;
    }

    [Fact]
    public async Task Everybody_is_told_until_when()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await Drafted(town);

        var until = MeetingTown.Granted(await town.App.SendAsProcess(new OpenCorrectionsCommand(meeting, TimeSpan.FromDays(3))));

        Assert.Equal((MeetingTown.Hour.AddDays(3), MeetingTown.Hour.AddDays(3)), (until, (await town.Meeting(meeting)).CorrectionsUntil!.Value));
        Assert.Contains(await town.Told("minutes.draft"), n => n.PersonId == town.People.TenantC && n.Text.Zh.Contains("2026年11月13日", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sent_twice_and_later_the_first_window_stands_and_nobody_is_told_twice()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await Drafted(town);
        await town.App.SendAsProcess(new OpenCorrectionsCommand(meeting, TimeSpan.FromDays(3)));
        town.App.Clock.Advance(TimeSpan.FromDays(1));

        var again = MeetingTown.Granted(await town.App.SendAsProcess(new OpenCorrectionsCommand(meeting, TimeSpan.FromDays(3))));

        Assert.Equal(MeetingTown.Hour.AddDays(3), again);
        Assert.Single(await town.Told("minutes.draft"), n => n.PersonId == town.People.TenantC);
    }

    [Fact]
    public async Task Two_at_once_open_one_window()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await Drafted(town);

        await Task.WhenAll(Enumerable.Range(1, 3).Select(days => town.App.SendAsProcess(new OpenCorrectionsCommand(meeting, TimeSpan.FromDays(days)))));

        Assert.Single(await town.Told("minutes.draft"), n => n.PersonId == town.People.TenantC);
    }

    [Fact]
    public async Task Refuses_where_there_is_no_draft()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<MinutesNotInDraft>((await town.App.SendAsProcess(new OpenCorrectionsCommand(await town.InSession(), TimeSpan.FromDays(3)))).Refusal);
    }

    [Fact]
    public async Task Refuses_a_window_that_ends_before_it_begins()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<InvalidRequest>((await town.App.SendAsProcess(new OpenCorrectionsCommand(await town.InSession(), TimeSpan.FromDays(-1)))).Refusal);
    }

    [Fact]
    public async Task Only_the_server_sends_it()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyForTheServer(new OpenCorrectionsCommand(await town.InSession(), TimeSpan.FromDays(3)));
    }
}
