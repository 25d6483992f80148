using Cohesion.Governance.Server.Features.Meetings.RemindChair;
using Cohesion.Governance.Server.Pipeline;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class RemindChairTests
{
    [Fact]
    public async Task The_secretary_and_the_convenor_are_told_what_the_meeting_waits_for()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();

        MeetingTown.Granted(await town.App.SendAsProcess(new RemindChairCommand(meeting, "first")));

        var told = await town.Told("meeting.waits");
        Assert.Equal(new[] { town.People.Secretary, town.People.Convenor }.Order(), told.Select(n => n.PersonId).Order());
        Assert.All(told, n => Assert.Contains("was not opened", n.Text.En, StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_session_it_is_the_close()
    {
        await using var town = await MeetingTown.Start();
        var session = await town.InSession();
        await town.App.SendAsProcess(new RemindChairCommand(session, "first"));

        Assert.All(await town.Told("meeting.waits"), n => Assert.Contains("was not closed", n.Text.En, StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_draft_minutes_it_is_their_confirmation()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.WithDraftMinutes();
        await town.App.SendAsProcess(new RemindChairCommand(meeting, "first"));

        Assert.All(await town.Told("meeting.waits"), n => Assert.Contains("纪要待确认", n.Text.Zh, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_occasion_reminds_once()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => town.App.SendAsProcess(new RemindChairCommand(meeting, "first"))));

        Assert.Equal(2, (await town.Told("meeting.waits")).Count);
    }

    [Fact]
    public async Task Nobody_is_reminded_where_nothing_waits()
    {
        await using var town = await MeetingTown.Start();

        MeetingTown.Granted(await town.App.SendAsProcess(new RemindChairCommand(await town.Noticed(), "first")));

        Assert.Empty(await town.Told("meeting.waits"));
    }

    [Fact]
    public async Task A_reminder_of_no_occasion_is_refused()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<InvalidRequest>((await town.App.SendAsProcess(new RemindChairCommand(await town.AtTheDoor(), ""))).Refusal);
    }

    [Fact]
    public async Task Only_the_server_sends_it()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyForTheServer(new RemindChairCommand(await town.AtTheDoor(), "first"));
    }
}
