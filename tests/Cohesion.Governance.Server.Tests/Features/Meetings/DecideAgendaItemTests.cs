using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.AddAgendaItem;
using Cohesion.Governance.Server.Features.Meetings.DecideAgendaItem;
using Cohesion.Governance.Server.Features.Meetings.TakeUpAgendaItem;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class DecideAgendaItemTests
{
    private static async Task<(MeetingTown Town, Guid Meeting, Guid Item, Guid Proposal)> Start()
    {
        var town = await MeetingTown.Start();
        var proposal = await town.Proposal();
        var meeting = await town.InSession(proposal);
        return (town, meeting, (await town.Agenda(meeting))[0].Id, proposal);
    }

    [Theory]
    [InlineData(AgendaDecision.ToVote, "toVote", ProposalStage.OnAgenda)]
    [InlineData(AgendaDecision.Rework, "rework", ProposalStage.OnAgenda)]
    [InlineData(AgendaDecision.Withdrawn, "withdrawn", ProposalStage.OnAgenda)]
    [InlineData(AgendaDecision.Deferred, "deferred", ProposalStage.AwaitingAgenda)]
    public async Task What_the_meeting_came_to_is_recorded_and_the_proposals_process_is_told(AgendaDecision decision, string word, ProposalStage stage)
    {
        var (town, meeting, item, proposal) = await Start();
        await using var _ = town;
        await town.App.Send(town.People.Convenor, new TakeUpAgendaItemCommand(meeting, item));

        MeetingTown.Granted(await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, item, decision, "Costs unclear")));

        var row = (await town.Agenda(meeting))[0];
        Assert.Equal((decision, "Costs unclear", MeetingTown.Hour), (row.Decision, row.DecisionNote, row.DecidedAt!.Value));
        Assert.Null((await town.Meeting(meeting)).CurrentItemId);
        Assert.Equal(stage, (await town.ProposalRow(proposal)).Stage);
        var told = (await town.Events(proposal))[^1];
        Assert.Equal("proposal.deliberated", told.Name);
        Assert.Contains($"\"{word}\"", told.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_must_rework_or_wait_is_owed_a_reason()
    {
        var (town, meeting, item, _) = await Start();
        await using var _town = town;

        Assert.IsType<InvalidRequest>((await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, item, AgendaDecision.Rework))).Refusal);
        Assert.IsType<InvalidRequest>((await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, item, AgendaDecision.None))).Refusal);
    }

    [Fact]
    public async Task A_topic_is_noted_and_cannot_go_to_the_vote()
    {
        var (town, meeting, _, _) = await Start();
        await using var _town = town;
        var topic = MeetingTown.Granted(await town.App.Send(town.People.Secretary, new AddAgendaItemCommand(meeting, Title: "Parking")));

        var vote = await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, topic, AgendaDecision.ToVote));
        var noted = await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, topic, AgendaDecision.Noted));

        Assert.IsType<DecisionDoesNotFit>(vote.Refusal);
        Assert.True(noted.IsGranted);
    }

    [Fact]
    public async Task A_proposal_cannot_just_be_noted()
    {
        var (town, meeting, item, _) = await Start();
        await using var _town = town;

        Assert.IsType<DecisionDoesNotFit>((await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, item, AgendaDecision.Noted))).Refusal);
    }

    [Fact]
    public async Task A_proposal_withdrawn_meanwhile_can_only_be_recorded_as_such_and_its_process_is_left_alone()
    {
        var (town, meeting, item, proposal) = await Start();
        await using var _town = town;
        await town.App.Db(async db => (await db.Proposals.SingleAsync(p => p.Id == proposal)).Enter(ProposalStage.Withdrawn, MeetingTown.Hour));

        var vote = await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, item, AgendaDecision.ToVote));
        var withdrawn = await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, item, AgendaDecision.Withdrawn));

        Assert.IsType<ProposalLeftAgenda>(vote.Refusal);
        Assert.True(withdrawn.IsGranted);
        Assert.DoesNotContain(await town.Events(proposal), e => e.Name == "proposal.deliberated");
    }

    [Fact]
    public async Task Refuses_before_the_session()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor(await town.Proposal());

        Assert.IsType<MeetingStageWrong>(
            (await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, (await town.Agenda(meeting))[0].Id, AgendaDecision.ToVote))).Refusal);
    }

    [Fact]
    public async Task Sent_twice_the_first_decision_stands()
    {
        var (town, meeting, item, proposal) = await Start();
        await using var _town = town;
        await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, item, AgendaDecision.ToVote));

        var again = await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, item, AgendaDecision.Withdrawn));

        Assert.Equal(AgendaDecision.ToVote, Assert.IsType<AgendaItemAlreadyDecided>(again.Refusal).Decision);
        Assert.Single(await town.Events(proposal), e => e.Name == "proposal.deliberated");
    }

    [Fact]
    public async Task Of_two_decisions_at_once_one_stands()
    {
        var (town, meeting, item, proposal) = await Start();
        await using var _town = town;

        var outcomes = await Task.WhenAll(
            town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, item, AgendaDecision.ToVote)),
            town.App.Send(town.People.Secretary, new DecideAgendaItemCommand(meeting, item, AgendaDecision.Withdrawn)));

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.Single(await town.Events(proposal), e => e.Name == "proposal.deliberated");
    }

    [Fact]
    public async Task An_item_of_nowhere_is_not_found()
    {
        var (town, meeting, _, _) = await Start();
        await using var _town = town;

        Assert.IsType<NotFound>((await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, meeting, AgendaDecision.ToVote))).Refusal);
    }

    [Fact]
    public async Task It_is_for_the_secretary_and_the_convenor_of_this_council()
    {
        var (town, meeting, item, _) = await Start();
        await using var _town = town;

        await town.OnlyFor(new DecideAgendaItemCommand(meeting, item, AgendaDecision.ToVote), town.People.TenantA, town.People.Property, town.People.PartyCommittee);
    }
}
