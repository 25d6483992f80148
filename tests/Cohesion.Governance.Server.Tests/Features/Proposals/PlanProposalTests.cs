using System.Net;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features;
using Cohesion.Governance.Server.Features.Councils.SetWorkflowVariable;
using Cohesion.Governance.Server.Features.Proposals.PlanProposal;
using Cohesion.Governance.Server.Features.Proposals.ScreenProposal;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Features.Meetings;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

/// <summary>Days by hand, from Monday 2 November 2026, with the product's own periods of seven days and the council's notice of seven.</summary>
public sealed class PlanProposalTests
{
    [Fact]
    public async Task A_proposal_just_raised_is_planned_by_the_workflow_it_would_run_on()
    {
        await using var proposal = await ProposalCase.Raise();

        var plan = await Granted(proposal);

        // Accepted the 2nd, opinions until the 9th, notice that day, 7 whole days, meeting the 17th, ballots until the 24th, posted until 1 December.
        Assert.Equal(
            [
                (PlanStage.Screening, "2026-11-02"), (PlanStage.Consultation, "2026-11-09"), (PlanStage.Notice, "2026-11-09"), (PlanStage.Meeting, "2026-11-17"),
                (PlanStage.Vote, "2026-11-24"), (PlanStage.Posting, "2026-12-01"), (PlanStage.Resolution, "2026-12-01"),
            ],
            plan.Stages.Select(s => (s.Stage, s.Until.ToString("O", System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal((new DateOnly(2026, 11, 2), "Freight elevator"), (plan.Today, plan.Title));
        Assert.Equal([PlanStage.Screening, PlanStage.Notice, PlanStage.Meeting], plan.Stages.Where(s => s.Movable).Select(s => s.Stage));
    }

    [Fact]
    public async Task The_councils_own_periods_take_the_place_of_the_workflows()
    {
        await using var proposal = await ProposalCase.Raise();
        await proposal.Send(proposal.Town.Secretary, new SetWorkflowVariableCommand(proposal.Town.CouncilId, "proposal", "ConsultationWindow", "P10D"));

        // 2 + 10 = 12, + 7 + 1 = 20.
        Assert.Equal((new DateOnly(2026, 11, 12), new DateOnly(2026, 11, 20)), Days(await Granted(proposal), PlanStage.Consultation, PlanStage.Meeting));
    }

    [Fact]
    public async Task A_process_that_runs_keeps_the_periods_it_began_with()
    {
        await using var proposal = await ProposalCase.Raise();
        await proposal.App.RunProcesses();
        await proposal.Send(proposal.Town.Secretary, new SetWorkflowVariableCommand(proposal.Town.CouncilId, "proposal", "ConsultationWindow", "P10D"));

        Assert.Equal((new DateOnly(2026, 11, 9), new DateOnly(2026, 11, 17)), Days(await Granted(proposal), PlanStage.Consultation, PlanStage.Meeting));
    }

    [Fact]
    public async Task Days_chosen_move_what_follows_and_days_too_early_are_refused()
    {
        await using var proposal = await ProposalCase.Raise();

        var later = await Granted(proposal, q => q with { Screening = new(2026, 11, 4), Meeting = new(2026, 11, 26) });
        var early = await Granted(proposal, q => q with { Meeting = new(2026, 11, 16) });

        // Accepted the 4th, until the 11th; a meeting on the 26th, ballots until 3 December.
        Assert.Equal((new DateOnly(2026, 11, 11), new DateOnly(2026, 12, 3)), Days(later, PlanStage.Consultation, PlanStage.Vote));
        var meeting = early.Stages.Single(s => s.Stage == PlanStage.Meeting);
        Assert.Equal((new DateOnly(2026, 11, 17), new DateOnly(2026, 11, 16)), (meeting.Until, meeting.Wanted));
        Assert.Equal("2026年11月16日过早。按议事会规则，通知与会议之间须间隔 7 个整日，请选择2026年11月17日或之后的日期。", meeting.Refused!.Zh);
    }

    [Fact]
    public async Task A_rule_that_asks_for_longer_notice_is_named_with_its_source()
    {
        await using var app = new GovernanceApp { Replacing = services => services.RemoveAll<IRulePackCatalogue>().AddSingleton<IRulePackCatalogue, TestRules>() };
        var town = await Town.Found(app);
        var id = Guid.CreateVersion7(GovernanceApp.Begin);
        await app.Db(db =>
        {
            db.Proposals.Add(new Proposal
            {
                Id = id, CouncilId = town.CouncilId, Number = 1, Title = "Freight elevator", RaisedByPersonId = town.Property, RaisedAt = GovernanceApp.Begin,
                Stage = ProposalStage.AwaitingAgenda, StageSince = GovernanceApp.Begin, TextVersion = 1, RulePack = TestRules.LongNotice,
            });
            return Task.CompletedTask;
        });

        var plan = (await app.Send(town.TenantA, new PlanProposalQuery(id, Meeting: new(2026, 11, 17)))).Value;

        // 2 + 15 + 1 = 18.
        var meeting = plan.Stages.Single(s => s.Stage == PlanStage.Meeting);
        Assert.Equal(new DateOnly(2026, 11, 18), meeting.Earliest);
        Assert.Equal("2026年11月17日过早。“业主大会”（none）要求通知与会议之间间隔 15 个整日，请选择2026年11月18日或之后的日期。", meeting.Refused!.Zh);
    }

    [Fact]
    public async Task A_consultation_under_way_ends_when_it_was_said_to()
    {
        await using var proposal = await ProposalCase.Raise();
        await proposal.App.RunProcesses();
        await proposal.Send(proposal.Town.Secretary, new ScreenProposalCommand(proposal.ProposalId, ScreeningDecision.Accepted));
        await proposal.App.RunProcesses();
        proposal.App.Clock.Advance(TimeSpan.FromDays(3));

        var plan = await Granted(proposal);

        // Begun on the 2nd for seven days; today is the 5th.
        Assert.Equal(PlanStage.Consultation, plan.Stages[0].Stage);
        Assert.Equal((new DateOnly(2026, 11, 5), new DateOnly(2026, 11, 9), new DateOnly(2026, 11, 17)), (plan.Today, plan.Stages[0].Until, plan.Stages.Single(s => s.Stage == PlanStage.Meeting).Until));
    }

    [Fact]
    public async Task One_that_waits_for_a_meeting_begins_with_its_notice()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.AwaitingAgenda);

        // 2 + 7 + 1 = 10.
        var plan = await Granted(proposal);
        Assert.Equal(PlanStage.Notice, plan.Stages[0].Stage);
        Assert.Equal((new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 10)), Days(plan, PlanStage.Notice, PlanStage.Meeting));
    }

    [Fact]
    public async Task A_new_version_must_come_before_the_proposal_lapses()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Rework, GovernanceApp.Begin.AddDays(30));

        var plan = await Granted(proposal, q => q with { Revision = new(2026, 12, 3) });

        // 2 November and 30 days is 2 December.
        Assert.Equal((PlanStage.Revision, new DateOnly(2026, 12, 2), new DateOnly(2026, 12, 3)), (plan.Stages[0].Stage, plan.Stages[0].Until, plan.Stages[0].Wanted));
    }

    [Theory]
    [InlineData(ProposalStage.OnAgenda)]
    [InlineData(ProposalStage.Voting)]
    [InlineData(ProposalStage.Withdrawn)]
    public async Task Refuses_once_the_notice_has_gone_out_or_it_has_ended(ProposalStage stage)
    {
        await using var proposal = await ProposalCase.At(stage);

        Assert.Equal(stage, Assert.IsType<PlanUnderWay>((await proposal.Send(proposal.Town.TenantA, new PlanProposalQuery(proposal.ProposalId))).Refusal).Stage);
    }

    [Fact]
    public async Task Days_of_another_century_and_stages_that_are_none_are_refused()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.IsType<InvalidRequest>((await proposal.Send(proposal.Town.TenantA, new PlanProposalQuery(proposal.ProposalId, Meeting: new(1926, 11, 2)))).Refusal);
        Assert.IsType<InvalidRequest>((await proposal.Send(proposal.Town.TenantA, new PlanProposalQuery(proposal.ProposalId, Kept: "lunch"))).Refusal);
    }

    [Fact]
    public async Task Every_member_may_and_people_of_another_council_learn_nothing()
    {
        await using var proposal = await ProposalCase.Raise();
        var query = new PlanProposalQuery(proposal.ProposalId);

        Assert.Null((await proposal.Send(proposal.Town.Observer, query)).Refusal);
        Assert.IsType<NotFound>((await proposal.Send(proposal.Town.Outsider, query)).Refusal);
        Assert.IsType<SignInNeeded>((await proposal.Send(null, query)).Refusal);
    }

    [Fact]
    public async Task The_page_shows_the_days_moves_them_by_form_and_leads_to_the_meeting_with_its_day()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.AwaitingAgenda);
        using var visitor = await Visitor.SignedIn(proposal.App, proposal.Town.Secretary);

        var first = await visitor.Get($"/proposals/{proposal.ProposalId}/plan");
        var form = first.Form("plan");
        var moved = await visitor.Get(form.GetAttribute("action") + "?" + string.Join('&', Visitor.FieldsOf(form).Select(f => f.Key == "meeting" ? "meeting=2026-11-20" : $"{f.Key}={f.Value}")));
        var refused = await visitor.Get(form.GetAttribute("action") + "?meeting=2026-11-09");

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal("2026-11-10", first.Document.QuerySelector("input[name=meeting]")!.GetAttribute("value"));
        Assert.Contains("27 November (Fri)", moved.Words, StringComparison.Ordinal);
        Assert.NotNull(moved.Document.QuerySelector($"a[href^='/councils/{proposal.Town.CouncilId}/meetings?on=2026-11-20']"));
        Assert.Contains("9 November 2026 is too early", refused.Document.QuerySelector(".error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-11-09", refused.Document.QuerySelector("input[name=meeting]")!.GetAttribute("value"));
        var convening = await visitor.Get($"/councils/{proposal.Town.CouncilId}/meetings?on=2026-11-20&proposal={proposal.ProposalId}");
        Assert.Equal("2026-11-20T14:00", convening.Document.QuerySelector("input[name=startsAt]")!.GetAttribute("value"));
        Assert.NotNull(convening.Document.QuerySelector($"input[name=proposalIds][value='{proposal.ProposalId}'][checked]"));
    }

    [Fact]
    public async Task The_proposals_page_leads_there_only_while_nothing_was_sent()
    {
        await using var proposal = await ProposalCase.Raise();
        using var visitor = await Visitor.SignedIn(proposal.App, proposal.Town.TenantA);
        var link = $"a[href='/proposals/{proposal.ProposalId}/plan']";

        Assert.NotNull((await visitor.Get($"/proposals/{proposal.ProposalId}")).Document.QuerySelector(link));
        await proposal.Put(ProposalStage.OnAgenda);
        Assert.Null((await visitor.Get($"/proposals/{proposal.ProposalId}")).Document.QuerySelector(link));
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.Get($"/proposals/{proposal.ProposalId}/plan")).Status);
    }

    private static async Task<ProposalPlanView> Granted(ProposalCase proposal, Func<PlanProposalQuery, PlanProposalQuery>? with = null)
    {
        var query = new PlanProposalQuery(proposal.ProposalId);
        return (await proposal.Send(proposal.Town.TenantA, with is null ? query : with(query))).Value;
    }

    private static (DateOnly, DateOnly) Days(ProposalPlanView plan, PlanStage one, PlanStage two) =>
        (plan.Stages.Single(s => s.Stage == one).Until, plan.Stages.Single(s => s.Stage == two).Until);
}
