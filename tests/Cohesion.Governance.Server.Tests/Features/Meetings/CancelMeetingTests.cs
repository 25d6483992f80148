using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Features.Meetings.CancelMeeting;
using Cohesion.Governance.Server.Pipeline;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class CancelMeetingTests
{
    [Fact]
    public async Task Everybody_is_told_why_and_the_proposals_wait_for_another_meeting()
    {
        await using var town = await MeetingTown.Start();
        var proposal = await town.Proposal();
        var meeting = await town.Noticed(proposal);

        MeetingTown.Granted(await town.App.Send(town.People.Secretary, new CancelMeetingCommand(meeting, "Flood in the lobby")));

        var row = await town.Meeting(meeting);
        Assert.Equal((MeetingStage.Cancelled, "Flood in the lobby"), (row.Stage, row.CancelReason));
        Assert.Equal(ProposalStage.AwaitingAgenda, (await town.ProposalRow(proposal)).Stage);
        Assert.Equal("meeting.cancelled", Assert.Single(await town.Events(meeting)).Name);
        Assert.Contains("deferred", (await town.Events(proposal))[^1].Payload, StringComparison.Ordinal);
        Assert.Contains(await town.Told("meeting.cancelled"), n => n.PersonId == town.People.TenantB && n.Text.Zh.Contains("Flood", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_was_never_called_is_not_told_that_it_is_off()
    {
        await using var town = await MeetingTown.Start();

        MeetingTown.Granted(await town.App.Send(town.People.Secretary, new CancelMeetingCommand(await town.Planned(), "Flood")));

        Assert.Empty(await town.Told("meeting.cancelled"));
    }

    [Fact]
    public async Task The_proposal_can_be_put_on_another_agenda_afterwards()
    {
        await using var town = await MeetingTown.Start();
        var proposal = await town.Proposal();
        await town.App.Send(town.People.Secretary, new CancelMeetingCommand(await town.Planned(proposal), "Flood"));

        Assert.True((await town.App.Send(town.People.Secretary, town.PlanOf(proposal))).IsGranted);
    }

    [Fact]
    public async Task A_meeting_in_session_is_closed_not_called_off()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<MeetingStageWrong>((await town.App.Send(town.People.Secretary, new CancelMeetingCommand(await town.InSession(), "Flood"))).Refusal);
    }

    [Fact]
    public async Task A_reason_is_needed()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<InvalidRequest>((await town.App.Send(town.People.Secretary, new CancelMeetingCommand(await town.Planned(), ""))).Refusal);
    }

    [Fact]
    public async Task Sent_twice_and_at_once_it_is_called_off_once()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();

        var outcomes = await Task.WhenAll(
            town.App.Send(town.People.Secretary, new CancelMeetingCommand(meeting, "Flood")),
            town.App.Send(town.People.Convenor, new CancelMeetingCommand(meeting, "Fire")));

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.Single(outcomes, o => o.Refusal is MeetingAlreadyCancelled);
    }

    [Fact]
    public async Task It_is_for_the_secretary_and_the_convenor_of_this_council()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyFor(new CancelMeetingCommand(await town.Planned(), "Flood"), town.People.TenantA, town.People.Property, town.People.Observer);
    }
}
