using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.RemoveAgendaItem;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class RemoveAgendaItemTests
{
    [Fact]
    public async Task The_proposal_waits_for_another_meeting_and_its_process_is_told()
    {
        await using var town = await MeetingTown.Start();
        var proposal = await town.Proposal();
        var meeting = await town.Noticed(proposal);
        var item = (await town.Agenda(meeting))[0].Id;

        MeetingTown.Granted(await town.App.Send(town.People.Secretary, new RemoveAgendaItemCommand(meeting, item)));

        Assert.Empty(await town.Agenda(meeting));
        Assert.Equal(ProposalStage.AwaitingAgenda, (await town.ProposalRow(proposal)).Stage);
        var events = await town.Events(proposal);
        Assert.Equal(["proposal.tabled", "proposal.deliberated"], events.Select(e => e.Name));
        Assert.Contains("deferred", events[1].Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_once_the_doors_are_open()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor(await town.Proposal());

        var outcome = await town.App.Send(town.People.Secretary, new RemoveAgendaItemCommand(meeting, (await town.Agenda(meeting))[0].Id));

        Assert.IsType<MeetingStageWrong>(outcome.Refusal);
    }

    [Fact]
    public async Task Sent_twice_the_second_finds_nothing()
    {
        await using var town = await MeetingTown.Start();
        var proposal = await town.Proposal();
        var meeting = await town.Noticed(proposal);
        var command = new RemoveAgendaItemCommand(meeting, (await town.Agenda(meeting))[0].Id);

        await town.App.Send(town.People.Secretary, command);

        Assert.IsType<NotFound>((await town.App.Send(town.People.Secretary, command)).Refusal);
        Assert.Equal(2, (await town.Events(proposal)).Count);
    }

    [Fact]
    public async Task Two_at_once_tell_the_proposal_once()
    {
        await using var town = await MeetingTown.Start();
        var proposal = await town.Proposal();
        var meeting = await town.Noticed(proposal);
        var command = new RemoveAgendaItemCommand(meeting, (await town.Agenda(meeting))[0].Id);

        var outcomes = await Task.WhenAll(town.App.Send(town.People.Secretary, command), town.App.Send(town.People.Convenor, command));

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.Equal(2, (await town.Events(proposal)).Count);
    }

    [Fact]
    public async Task An_item_of_another_meeting_is_not_found()
    {
        await using var town = await MeetingTown.Start();
        var one = await town.Planned(await town.Proposal());
        var other = await town.Planned();

        Assert.IsType<NotFound>((await town.App.Send(town.People.Secretary, new RemoveAgendaItemCommand(other, (await town.Agenda(one))[0].Id))).Refusal);
    }

    [Fact]
    public async Task It_is_for_the_secretary_and_the_convenor_of_this_council()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Planned(await town.Proposal());

        await town.OnlyFor(new RemoveAgendaItemCommand(meeting, (await town.Agenda(meeting))[0].Id), town.People.TenantA, town.People.Property);
    }
}
