using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Features.Meetings.CallSecond;
using Cohesion.Governance.Server.Features.Meetings.CheckIn;
using Cohesion.Governance.Server.Features.Meetings.MeetingQuorum;
using Cohesion.Governance.Server.Features.Meetings.OpenCheckIn;
using Cohesion.Governance.Server.Features.Meetings.SendNotice;
using Cohesion.Governance.Server.Pipeline;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class CallSecondTests
{
    [Fact]
    public async Task The_same_meeting_is_called_again_at_the_same_hour_with_the_quorum_of_the_second_round()
    {
        await using var town = await MeetingTown.Start(TestRules.TwoCalls);
        var proposal = await town.Proposal();
        var meeting = await town.AtTheDoor(proposal);
        await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting)));

        Assert.True(MeetingTown.Granted(await town.App.SendAsProcess(new CallSecondCommand(meeting, TimeSpan.FromDays(7)))));

        var row = await town.Meeting(meeting);
        Assert.Equal((2, MeetingTown.Hour.AddDays(7), MeetingStage.Planned, 2), (row.Call, row.StartsAt, row.Stage, row.Revision));
        Assert.Equal(ProposalStage.OnAgenda, (await town.ProposalRow(proposal)).Stage);

        // Whoever came to the first call is not there yet at the second; two heads are its quorum.
        await town.App.SendAsProcess(new SendNoticeCommand(meeting));
        town.App.Clock.SetUtcNow(MeetingTown.Hour.AddDays(7));
        await town.App.SendAsProcess(new OpenCheckInCommand(meeting));
        await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting)));
        var one = MeetingTown.Granted(await town.App.Send(town.People.TenantA, new MeetingQuorumQuery(meeting)));
        await town.App.Send(town.People.TenantB, new CheckInCommand(meeting, town.People.SeatB, Code: town.Wall(meeting)));
        var two = MeetingTown.Granted(await town.App.Send(town.People.TenantA, new MeetingQuorumQuery(meeting)));
        Assert.Equal((1, false, 2, true), (one.SeatsPresent, one.IsMet, two.SeatsPresent, two.IsMet));
    }

    [Fact]
    public async Task A_rule_with_one_round_provides_no_second_call()
    {
        await using var town = await MeetingTown.Start(TestRules.OneCall);
        var meeting = await town.AtTheDoor();

        Assert.False(MeetingTown.Granted(await town.App.SendAsProcess(new CallSecondCommand(meeting, TimeSpan.FromDays(7)))));
        Assert.Equal((1, MeetingStage.CheckIn), ((await town.Meeting(meeting)).Call, (await town.Meeting(meeting)).Stage));
    }

    [Fact]
    public async Task There_is_no_third_call()
    {
        await using var town = await MeetingTown.Start(TestRules.TwoCalls);
        var meeting = await town.AtTheDoor();
        await town.App.SendAsProcess(new CallSecondCommand(meeting, TimeSpan.FromDays(7)));
        await town.App.SendAsProcess(new SendNoticeCommand(meeting));
        await town.App.SendAsProcess(new OpenCheckInCommand(meeting));

        Assert.False(MeetingTown.Granted(await town.App.SendAsProcess(new CallSecondCommand(meeting, TimeSpan.FromDays(7)))));
    }

    [Fact]
    public async Task Sent_twice_and_at_once_it_is_called_once()
    {
        await using var town = await MeetingTown.Start(TestRules.TwoCalls);
        var meeting = await town.AtTheDoor();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => town.App.SendAsProcess(new CallSecondCommand(meeting, TimeSpan.FromDays(7)))));

        Assert.Single(outcomes, o => o.Value);
        Assert.Equal(MeetingTown.Hour.AddDays(7), (await town.Meeting(meeting)).StartsAt);
    }

    [Fact]
    public async Task A_second_call_at_once_is_refused()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<InvalidRequest>((await town.App.SendAsProcess(new CallSecondCommand(await town.AtTheDoor(), TimeSpan.Zero))).Refusal);
    }

    [Fact]
    public async Task Only_the_server_sends_it()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyForTheServer(new CallSecondCommand(await town.AtTheDoor(), TimeSpan.FromDays(7)));
    }
}
