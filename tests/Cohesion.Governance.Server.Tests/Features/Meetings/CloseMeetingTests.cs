using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Features.Meetings.CloseMeeting;
using Cohesion.Governance.Server.Features.Meetings.DecideAgendaItem;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class CloseMeetingTests
{
    [Fact]
    public async Task What_was_not_dealt_with_is_deferred_and_listed()
    {
        await using var town = await MeetingTown.Start();
        Guid done = await town.Proposal(), open = await town.Proposal();
        var meeting = await town.InSession(done, open);
        var agenda = await town.Agenda(meeting);
        await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, agenda[0].Id, AgendaDecision.ToVote));
        town.App.Clock.Advance(TimeSpan.FromHours(2));

        var closed = MeetingTown.Granted(await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting)));

        Assert.Equal((agenda[1].Id, open), (Assert.Single(closed.Deferred).ItemId, closed.Deferred[0].ProposalId!.Value));
        var row = await town.Meeting(meeting);
        Assert.Equal((MeetingStage.Closed, MeetingTown.Hour.AddHours(2)), (row.Stage, row.ClosedAt!.Value));
        Assert.Equal(ProposalStage.AwaitingAgenda, (await town.ProposalRow(open)).Stage);
        Assert.Contains("deferred", (await town.Events(open))[^1].Payload, StringComparison.Ordinal);
        Assert.Single(await town.Events(done), e => e.Name == "proposal.deliberated");
        Assert.Equal("meeting.closed", (await town.Events(meeting))[^1].Name);
    }

    [Fact]
    public async Task A_proposal_withdrawn_meanwhile_is_not_deferred()
    {
        await using var town = await MeetingTown.Start();
        var proposal = await town.Proposal();
        var meeting = await town.InSession(proposal);
        await town.App.Db(async db => (await db.Proposals.SingleAsync(p => p.Id == proposal)).Enter(ProposalStage.Withdrawn, MeetingTown.Hour));

        var closed = MeetingTown.Granted(await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting)));

        Assert.Empty(closed.Deferred);
        Assert.Equal(AgendaDecision.Withdrawn, (await town.Agenda(meeting))[0].Decision);
        Assert.Equal(ProposalStage.Withdrawn, (await town.ProposalRow(proposal)).Stage);
    }

    [Fact]
    public async Task Refuses_before_the_session()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<MeetingStageWrong>((await town.App.Send(town.People.Convenor, new CloseMeetingCommand(await town.AtTheDoor()))).Refusal);
    }

    [Fact]
    public async Task Sent_twice_and_at_once_it_is_closed_once()
    {
        await using var town = await MeetingTown.Start();
        var proposal = await town.Proposal();
        var meeting = await town.InSession(proposal);

        var outcomes = await Task.WhenAll(
            town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting)), town.App.Send(town.People.Secretary, new CloseMeetingCommand(meeting)));

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.Single(outcomes, o => o.Refusal is MeetingAlreadyClosed);
        Assert.Single(await town.Events(proposal), e => e.Name == "proposal.deliberated");
    }

    [Fact]
    public async Task Under_one_key_the_answer_is_given_again()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession(await town.Proposal());

        var first = await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting), "key");
        var again = await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting), "key");

        Assert.Equal(first.Value.Deferred, again.Value.Deferred);
    }

    [Fact]
    public async Task It_is_for_the_secretary_and_the_convenor_of_this_council()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyFor(new CloseMeetingCommand(await town.InSession()), town.People.TenantA, town.People.Property, town.People.Observer);
    }
}
