using Cohesion.Governance.Server.Features.Meetings.CancelMeeting;
using Cohesion.Governance.Server.Features.Meetings.RemindParticipants;
using Cohesion.Governance.Server.Pipeline;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class RemindParticipantsTests
{
    [Fact]
    public async Task Those_who_act_for_seats_and_the_secretary_are_reminded_and_nobody_else()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();

        MeetingTown.Granted(await town.App.SendAsProcess(new RemindParticipantsCommand(meeting, "first")));

        Guid[] expected = [town.People.Property, town.People.TenantA, town.People.TenantB, town.People.TenantC, town.People.Convenor, town.People.Secretary];
        Assert.Equal(expected.Order(), (await town.Told("meeting.reminder")).Select(n => n.PersonId).Order());
    }

    [Fact]
    public async Task The_same_occasion_reminds_once_and_another_again()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();

        foreach (var occasion in new[] { "first", "first", "second" })
        {
            await town.App.SendAsProcess(new RemindParticipantsCommand(meeting, occasion));
        }

        Assert.Equal(2, (await town.Told("meeting.reminder")).Count(n => n.PersonId == town.People.TenantA));
    }

    [Fact]
    public async Task Two_at_once_remind_once()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => town.App.SendAsProcess(new RemindParticipantsCommand(meeting, "first"))));

        Assert.Single(await town.Told("meeting.reminder"), n => n.PersonId == town.People.TenantA);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_a_meeting_that_was_called_off()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();
        await town.App.Send(town.People.Secretary, new CancelMeetingCommand(meeting, "Flood"));

        MeetingTown.Granted(await town.App.SendAsProcess(new RemindParticipantsCommand(meeting, "first")));

        Assert.Empty(await town.Told("meeting.reminder"));
    }

    [Fact]
    public async Task A_reminder_of_no_occasion_is_refused()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<InvalidRequest>((await town.App.SendAsProcess(new RemindParticipantsCommand(await town.Noticed(), ""))).Refusal);
    }

    [Fact]
    public async Task Only_the_server_sends_it()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyForTheServer(new RemindParticipantsCommand(await town.Noticed(), "first"));
    }
}
