using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.PlanMeeting;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class PlanMeetingTests
{
    [Fact]
    public async Task A_meeting_on_the_first_lawful_day_is_planned_with_its_agenda_and_its_process()
    {
        await using var town = await MeetingTown.Start();
        var proposal = await town.Proposal();

        var id = await town.Planned(proposal);

        var meeting = await town.Meeting(id);
        Assert.Equal((1, MeetingStage.Planned, MeetingTown.Hour, town.People.Secretary), (meeting.Number, meeting.Stage, meeting.StartsAt, meeting.ConvenedByPersonId));
        var item = Assert.Single(await town.Agenda(id));
        Assert.Equal((1, "Freight elevator", proposal), (item.Position, item.Title, item.ProposalId));
        Assert.Equal(ProposalStage.OnAgenda, (await town.ProposalRow(proposal)).Stage);
        var told = Assert.Single(await town.Events(proposal));
        Assert.Equal("proposal.tabled", told.Name);
        Assert.Contains(id.ToString("D"), told.Payload, StringComparison.Ordinal);
        Assert.Equal($"meeting:{id:D}", await town.App.Db(db => db.ProcessSubjects.Select(s => s.InstanceId).SingleAsync()));
        Assert.Equal("PlanMeeting", await town.App.Db(db => db.Journal.Select(j => j.Command).SingleAsync()));
    }

    [Fact]
    public async Task The_street_convenor_may_plan_too()
    {
        await using var town = await MeetingTown.Start();

        Assert.True((await town.App.Send(town.People.Convenor, town.PlanOf())).IsGranted);
    }

    [Fact]
    public async Task A_day_before_the_first_lawful_one_is_refused_with_that_day_in_both_languages()
    {
        await using var town = await MeetingTown.Start();
        var proposal = await town.Proposal();

        // Notice on the 2nd, seven whole days are the 3rd to the 9th.
        var refusal = (await town.App.Send(town.People.Secretary, town.PlanOf(proposal) with { StartsAt = "2026-11-09T23:59" })).Refusal;

        Assert.Equal(new DateOnly(2026, 11, 10), Assert.IsType<NoticeTooShort>(refusal).Earliest);
        Assert.Contains("10 November 2026", refusal.Message.En, StringComparison.Ordinal);
        Assert.Contains("2026年11月10日", refusal.Message.Zh, StringComparison.Ordinal);
        Assert.Equal(0, await town.App.Db(db => db.Meetings.CountAsync()));
        Assert.Equal(ProposalStage.AwaitingAgenda, (await town.ProposalRow(proposal)).Stage);
    }

    [Fact]
    public async Task The_rule_of_a_proposal_may_ask_for_longer_notice_and_is_named()
    {
        await using var town = await MeetingTown.Start();
        var proposal = await town.Proposal(rule: TestRules.LongNotice);

        var refusal = (await town.App.Send(town.People.Secretary, town.PlanOf(proposal) with { StartsAt = "2026-11-17T14:00" })).Refusal;
        var lawful = await town.App.Send(town.People.Secretary, town.PlanOf(proposal) with { StartsAt = "2026-11-18T14:00" });

        Assert.Equal(new DateOnly(2026, 11, 18), Assert.IsType<NoticeTooShort>(refusal).Earliest);
        Assert.Contains("业主大会", refusal.Message.Zh, StringComparison.Ordinal);
        Assert.True(lawful.IsGranted);
    }

    [Theory]
    [InlineData("2026-11-10T14:00+08:00")]
    [InlineData("2026-11-10T06:00Z")]
    [InlineData("2026-11-10T14:00")]
    public async Task The_time_may_be_local_or_carry_an_offset(string time)
    {
        await using var town = await MeetingTown.Start();

        var id = MeetingTown.Granted(await town.App.Send(town.People.Secretary, town.PlanOf() with { StartsAt = time }));

        Assert.Equal(MeetingTown.Hour, (await town.Meeting(id)).StartsAt);
    }

    [Fact]
    public async Task A_time_nobody_can_read_is_refused()
    {
        await using var town = await MeetingTown.Start();

        var outcome = await town.App.Send(town.People.Secretary, town.PlanOf() with { StartsAt = "next Tuesday" });

        Assert.IsType<MeetingTimeUnclear>(outcome.Refusal);
    }

    [Fact]
    public async Task A_meeting_without_a_title_or_place_is_refused()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<InvalidRequest>((await town.App.Send(town.People.Secretary, town.PlanOf() with { Title = " " })).Refusal);
        Assert.IsType<InvalidRequest>((await town.App.Send(town.People.Secretary, town.PlanOf() with { Place = "" })).Refusal);
    }

    [Fact]
    public async Task A_proposal_that_is_not_waiting_is_refused_and_nothing_is_planned()
    {
        await using var town = await MeetingTown.Start();
        var ready = await town.Proposal();
        var early = await town.Proposal(ProposalStage.Consultation);

        var outcome = await town.App.Send(town.People.Secretary, town.PlanOf(ready, early));

        Assert.Equal(2, Assert.IsType<ProposalNotAwaitingAgenda>(outcome.Refusal).Number);
        Assert.Equal(0, await town.App.Db(db => db.Meetings.CountAsync()));
        Assert.Equal(ProposalStage.AwaitingAgenda, (await town.ProposalRow(ready)).Stage);
    }

    [Fact]
    public async Task A_proposal_of_nowhere_is_not_found()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<NotFound>((await town.App.Send(town.People.Secretary, town.PlanOf(Guid.CreateVersion7(MeetingTown.Hour)))).Refusal);
    }

    [Fact]
    public async Task It_is_for_the_secretary_and_the_convenor_of_this_council()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyFor(town.PlanOf(), town.People.Property, town.People.TenantA, town.People.PartyCommittee, town.People.Observer, town.People.Auditor);
    }

    [Fact]
    public async Task Sent_twice_under_one_key_it_is_one_meeting()
    {
        await using var town = await MeetingTown.Start();

        var first = await town.App.Send(town.People.Secretary, town.PlanOf(), "key");
        var again = await town.App.Send(town.People.Secretary, town.PlanOf(), "key");

        Assert.Equal(first.Value, again.Value);
        Assert.Equal(1, await town.App.Db(db => db.Meetings.CountAsync()));
    }

    [Fact]
    public async Task Two_meetings_planned_at_once_for_one_proposal_end_in_one()
    {
        await using var town = await MeetingTown.Start();
        var proposal = await town.Proposal();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => town.App.Send(town.People.Secretary, town.PlanOf(proposal))));

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.All(outcomes.Where(o => !o.IsGranted), o => Assert.IsType<ProposalNotAwaitingAgenda>(o.Refusal));
        Assert.Equal(1, await town.App.Db(db => db.AgendaItems.CountAsync()));
    }

    [Fact]
    public async Task The_council_may_set_its_own_durations_for_the_process()
    {
        await using var town = await MeetingTown.Start();
        await town.App.Db(db =>
        {
            db.WorkflowOverrides.Add(new Domain.Councils.WorkflowOverride
            {
                CouncilId = town.People.CouncilId, DefinitionId = "meeting", Variable = "CheckInBefore", Value = "PT2H",
            });
            return Task.CompletedTask;
        });

        var id = await town.Planned();
        await town.Run();
        await town.GoTo(MeetingTown.Hour.AddHours(-2).AddTicks(-1));
        var before = (await town.Meeting(id)).Stage;
        await town.GoTo(MeetingTown.Hour.AddHours(-2));

        Assert.Equal((MeetingStage.Noticed, MeetingStage.CheckIn), (before, (await town.Meeting(id)).Stage));
    }
}
