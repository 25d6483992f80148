using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Features.Meetings.EndWithoutQuorum;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class EndWithoutQuorumTests
{
    [Fact]
    public async Task The_meeting_ends_and_its_proposals_wait_for_another()
    {
        await using var town = await MeetingTown.Start();
        var proposal = await town.Proposal();
        var meeting = await town.AtTheDoor(proposal);

        MeetingTown.Granted(await town.App.SendAsProcess(new EndWithoutQuorumCommand(meeting)));

        Assert.Equal(MeetingStage.NoQuorum, (await town.Meeting(meeting)).Stage);
        Assert.Equal(ProposalStage.AwaitingAgenda, (await town.ProposalRow(proposal)).Stage);
        var told = (await town.Events(proposal))[^1];
        Assert.Equal("proposal.deliberated", told.Name);
        Assert.Contains("deferred", told.Payload, StringComparison.Ordinal);
        Assert.Contains(await town.Told("meeting.no-quorum"), n => n.PersonId == town.People.TenantA);
    }

    [Fact]
    public async Task Sent_twice_and_at_once_the_proposal_is_told_once()
    {
        await using var town = await MeetingTown.Start();
        var proposal = await town.Proposal();
        var meeting = await town.AtTheDoor(proposal);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => town.App.SendAsProcess(new EndWithoutQuorumCommand(meeting))));

        Assert.Single(await town.Events(proposal), e => e.Name == "proposal.deliberated");
    }

    [Fact]
    public async Task A_meeting_in_session_goes_on()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();

        MeetingTown.Granted(await town.App.SendAsProcess(new EndWithoutQuorumCommand(meeting)));

        Assert.Equal(MeetingStage.InSession, (await town.Meeting(meeting)).Stage);
    }

    [Fact]
    public async Task Only_the_server_sends_it()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyForTheServer(new EndWithoutQuorumCommand(await town.AtTheDoor()));
    }
}
