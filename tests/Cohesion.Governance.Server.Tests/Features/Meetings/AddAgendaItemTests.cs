using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.AddAgendaItem;
using Cohesion.Governance.Server.Features.Meetings.CallSecond;
using Cohesion.Governance.Server.Pipeline;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class AddAgendaItemTests
{
    [Fact]
    public async Task A_waiting_proposal_comes_last_on_the_agenda_and_its_process_is_told()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Planned(await town.Proposal());
        var proposal = await town.Proposal();

        var item = MeetingTown.Granted(await town.App.Send(town.People.Secretary, new AddAgendaItemCommand(meeting, proposal)));

        var agenda = await town.Agenda(meeting);
        Assert.Equal((item, 2), (agenda[1].Id, agenda[1].Position));
        Assert.Equal(ProposalStage.OnAgenda, (await town.ProposalRow(proposal)).Stage);
        Assert.Equal("proposal.tabled", Assert.Single(await town.Events(proposal)).Name);
    }

    [Fact]
    public async Task Those_who_were_told_of_the_meeting_are_told_of_the_addition()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();

        await town.App.Send(town.People.Secretary, new AddAgendaItemCommand(meeting, await town.Proposal()));

        Assert.Contains((await town.Told("meeting.agenda")), n => n.PersonId == town.People.TenantB && n.Text.Zh.Contains("Freight elevator", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Something_to_talk_about_may_be_added_even_in_session()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();

        Assert.True((await town.App.Send(town.People.Secretary, new AddAgendaItemCommand(meeting, Title: "Any other business"))).IsGranted);
    }

    [Fact]
    public async Task A_proposal_added_too_late_for_lawful_notice_is_refused()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();
        town.App.Clock.Advance(TimeSpan.FromDays(1));

        var outcome = await town.App.Send(town.People.Secretary, new AddAgendaItemCommand(meeting, await town.Proposal()));

        Assert.Equal(new DateOnly(2026, 11, 11), Assert.IsType<NoticeTooShort>(outcome.Refusal).Earliest);
    }

    [Fact]
    public async Task A_proposal_that_is_not_waiting_is_refused()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Planned();

        var outcome = await town.App.Send(town.People.Secretary, new AddAgendaItemCommand(meeting, await town.Proposal(ProposalStage.Consultation)));

        Assert.IsType<ProposalNotAwaitingAgenda>(outcome.Refusal);
    }

    [Fact]
    public async Task A_proposal_cannot_be_added_once_the_doors_are_open()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();

        Assert.IsType<MeetingStageWrong>((await town.App.Send(town.People.Secretary, new AddAgendaItemCommand(meeting, await town.Proposal()))).Refusal);
    }

    [Fact]
    public async Task A_second_call_keeps_the_agenda_of_the_first()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        Assert.True(MeetingTown.Granted(await town.App.SendAsProcess(new CallSecondCommand(meeting, TimeSpan.FromDays(30)))));

        Assert.IsType<SecondCallAgendaFixed>((await town.App.Send(town.People.Secretary, new AddAgendaItemCommand(meeting, await town.Proposal()))).Refusal);
    }

    [Fact]
    public async Task Sent_twice_the_proposal_is_on_the_agenda_once()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Planned();
        var command = new AddAgendaItemCommand(meeting, await town.Proposal());

        await town.App.Send(town.People.Secretary, command);

        Assert.IsType<AlreadyOnAgenda>((await town.App.Send(town.People.Secretary, command)).Refusal);
        Assert.Single(await town.Agenda(meeting));
    }

    [Fact]
    public async Task Put_on_two_agendas_at_once_it_is_on_one()
    {
        await using var town = await MeetingTown.Start();
        Guid[] meetings = [await town.Planned(), await town.Planned()];
        var proposal = await town.Proposal();

        var outcomes = await Task.WhenAll(meetings.Select(m => town.App.Send(town.People.Secretary, new AddAgendaItemCommand(m, proposal))));

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.Single(outcomes, o => o.Refusal is ProposalNotAwaitingAgenda);
    }

    [Fact]
    public async Task An_item_is_either_a_proposal_or_a_title()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Planned();

        Assert.IsType<InvalidRequest>((await town.App.Send(town.People.Secretary, new AddAgendaItemCommand(meeting))).Refusal);
        Assert.IsType<InvalidRequest>((await town.App.Send(town.People.Secretary, new AddAgendaItemCommand(meeting, await town.Proposal(), "Both"))).Refusal);
    }

    [Fact]
    public async Task A_proposal_of_nowhere_is_not_found()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Planned();

        Assert.IsType<NotFound>((await town.App.Send(town.People.Secretary, new AddAgendaItemCommand(meeting, meeting))).Refusal);
    }

    [Fact]
    public async Task It_is_for_the_secretary_and_the_convenor_of_this_council()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyFor(new AddAgendaItemCommand(await town.Planned(), Title: "Talk"), town.People.TenantA, town.People.Property, town.People.Observer);
    }
}
