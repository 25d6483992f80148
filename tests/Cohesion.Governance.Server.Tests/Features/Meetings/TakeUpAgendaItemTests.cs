using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.DecideAgendaItem;
using Cohesion.Governance.Server.Features.Meetings.TakeUpAgendaItem;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class TakeUpAgendaItemTests
{
    private static async Task<(MeetingTown Town, Guid Meeting, Guid Item, Guid Proposal)> Start()
    {
        var town = await MeetingTown.Start();
        var proposal = await town.Proposal();
        var meeting = await town.InSession(proposal);
        return (town, meeting, (await town.Agenda(meeting))[0].Id, proposal);
    }

    [Fact]
    public async Task The_meeting_comes_to_the_item()
    {
        var (town, meeting, item, _) = await Start();
        await using var _town = town;

        MeetingTown.Granted(await town.App.Send(town.People.Convenor, new TakeUpAgendaItemCommand(meeting, item)));

        Assert.Equal(item, (await town.Meeting(meeting)).CurrentItemId);
    }

    [Fact]
    public async Task Refuses_before_the_session()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor(await town.Proposal());

        Assert.IsType<MeetingStageWrong>(
            (await town.App.Send(town.People.Convenor, new TakeUpAgendaItemCommand(meeting, (await town.Agenda(meeting))[0].Id))).Refusal);
    }

    [Fact]
    public async Task Refuses_an_item_that_was_dealt_with()
    {
        var (town, meeting, item, _) = await Start();
        await using var _town = town;
        await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, item, AgendaDecision.ToVote));

        Assert.IsType<AgendaItemAlreadyDecided>((await town.App.Send(town.People.Convenor, new TakeUpAgendaItemCommand(meeting, item))).Refusal);
    }

    [Fact]
    public async Task Refuses_a_proposal_that_was_withdrawn_meanwhile()
    {
        var (town, meeting, item, proposal) = await Start();
        await using var _town = town;
        await town.App.Db(async db => (await db.Proposals.SingleAsync(p => p.Id == proposal)).Enter(ProposalStage.Withdrawn, MeetingTown.Hour));

        Assert.IsType<ProposalLeftAgenda>((await town.App.Send(town.People.Convenor, new TakeUpAgendaItemCommand(meeting, item))).Refusal);
    }

    [Fact]
    public async Task Sent_twice_and_at_once_it_is_taken_up_once()
    {
        var (town, meeting, item, _) = await Start();
        await using var _town = town;

        var outcomes = await Task.WhenAll(
            town.App.Send(town.People.Convenor, new TakeUpAgendaItemCommand(meeting, item)),
            town.App.Send(town.People.Secretary, new TakeUpAgendaItemCommand(meeting, item)));

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.Single(outcomes, o => o.Refusal is AgendaItemAlreadyTakenUp);
    }

    [Fact]
    public async Task An_item_of_nowhere_is_not_found()
    {
        var (town, meeting, _, _) = await Start();
        await using var _town = town;

        Assert.IsType<NotFound>((await town.App.Send(town.People.Convenor, new TakeUpAgendaItemCommand(meeting, meeting))).Refusal);
    }

    [Fact]
    public async Task It_is_for_the_secretary_and_the_convenor_of_this_council()
    {
        var (town, meeting, item, _) = await Start();
        await using var _town = town;

        await town.OnlyFor(new TakeUpAgendaItemCommand(meeting, item), town.People.TenantA, town.People.Property, town.People.Observer);
    }
}
