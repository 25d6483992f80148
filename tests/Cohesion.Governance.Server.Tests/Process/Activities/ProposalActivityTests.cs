using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Features.Postings.RaiseObjection;
using Cohesion.Governance.Server.Features.Postings.SettleObjection;
using Cohesion.Governance.Server.Features.Proposals.RequestRework;
using Cohesion.Governance.Server.Features.Proposals.ReviseProposal;
using Cohesion.Governance.Server.Process.Activities;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Process.Activities;

public sealed class ProposalActivityTests
{
    private static Dictionary<string, object?> Inputs(string name, string value) => new(StringComparer.Ordinal) { [name] = value };

    private static string OutcomeOf(ActivityStep step) => Assert.IsType<CompletedStep>(step).Outcome;

    private static WaitingStep WaitOf(ActivityStep step) => Assert.IsType<WaitingStep>(step);

    [Theory]
    [InlineData("accepted", "Accepted")]
    [InlineData("returned", "Returned")]
    [InlineData("merged", "Merged")]
    public async Task Screening_ends_as_the_secretary_decided(string decision, string outcome)
    {
        await using var proposal = await ProposalCase.Raise();
        var activity = new AwaitScreeningActivity();

        var wait = WaitOf(await proposal.Perform(activity, Inputs("remindAfter", "P3D")));
        var ended = await proposal.Perform(activity, Inputs("remindAfter", "P3D"), ProposalCase.Event("proposal.screened", new { decision }));

        Assert.Equal((proposal.ProposalId.ToString("D"), proposal.Now.AddDays(3)), (wait.Key, wait.Until!.Value));
        Assert.Equal(["proposal.screened", "proposal.withdrawn"], wait.EventNames);
        Assert.Equal(outcome, OutcomeOf(ended));
    }

    [Fact]
    public async Task Screening_that_takes_too_long_is_reminded_of_again_and_again()
    {
        await using var proposal = await ProposalCase.Raise();
        var activity = new AwaitScreeningActivity();
        proposal.App.Clock.Advance(TimeSpan.FromDays(3));

        var wait = WaitOf(await proposal.Perform(activity, Inputs("remindAfter", "P3D"), ProposalCase.TimeIsUp));

        Assert.Equal(proposal.Now.AddDays(3), wait.Until);
        Assert.Contains("proposal.screeningReminder", await proposal.Notices(proposal.Town.Secretary));
    }

    [Fact]
    public async Task A_screening_nobody_knows_is_a_fault()
    {
        await using var proposal = await ProposalCase.Raise();

        await Assert.ThrowsAsync<InvalidOperationException>(() => proposal.Perform(
            new AwaitScreeningActivity(), Inputs("remindAfter", "P3D"), ProposalCase.Event("proposal.screened", new { decision = "perhaps" })));
    }

    [Theory]
    [InlineData("proposal.revised", "Revised")]
    [InlineData("proposal.withdrawn", "Withdrawn")]
    public async Task A_revision_ends_with_a_new_version_or_its_withdrawal(string name, string outcome)
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Returned);
        var activity = new AwaitRevisionActivity();

        var wait = WaitOf(await proposal.Perform(activity, Inputs("window", "P14D")));

        Assert.Equal(proposal.Now.AddDays(14), wait.Until);
        Assert.Equal(outcome, OutcomeOf(await proposal.Perform(activity, Inputs("window", "P14D"), ProposalCase.Event(name))));
    }

    [Fact]
    public async Task A_revision_that_does_not_come_in_time_lapses()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Rework);
        var activity = new AwaitRevisionActivity();
        await proposal.Perform(activity, Inputs("window", "P14D"));
        proposal.App.Clock.Advance(TimeSpan.FromDays(14));

        Assert.Equal("Lapsed", OutcomeOf(await proposal.Perform(activity, Inputs("window", "P14D"), ProposalCase.TimeIsUp)));
        Assert.Equal(ProposalStage.Failed, (await proposal.Read()).Stage);
    }

    [Fact]
    public async Task A_revision_that_came_in_the_last_moment_is_waited_for()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Rework);
        var activity = new AwaitRevisionActivity();
        await proposal.Perform(activity, Inputs("window", "P14D"));
        proposal.App.Clock.Advance(TimeSpan.FromDays(14));
        await proposal.Send(
            proposal.Town.Property, new ReviseProposalCommand(proposal.ProposalId, 1, "Lift", "Text", [new ItemDraft("Lift", "A lift")], "Shorter"));

        var wait = WaitOf(await proposal.Perform(activity, Inputs("window", "P14D"), ProposalCase.TimeIsUp));

        Assert.Null(wait.Until);
        Assert.Contains("proposal.revised", wait.EventNames);
        Assert.Equal(ProposalStage.Consultation, (await proposal.Read()).Stage);
    }

    [Fact]
    public async Task Consultation_lasts_its_window_unless_the_proposal_is_withdrawn()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Consultation);
        var activity = new OpenConsultationActivity();

        Assert.Equal(proposal.Now.AddDays(7), WaitOf(await proposal.Perform(activity, Inputs("window", "P7D"))).Until);
        Assert.Equal("Done", OutcomeOf(await proposal.Perform(activity, Inputs("window", "P7D"), ProposalCase.TimeIsUp)));
        Assert.Equal("Withdrawn", OutcomeOf(await proposal.Perform(activity, Inputs("window", "P7D"), ProposalCase.Event("proposal.withdrawn"))));
    }

    [Fact]
    public async Task It_waits_for_a_meeting_without_end()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Consultation);
        var activity = new AwaitAgendaActivity();

        Assert.Null(WaitOf(await proposal.Perform(activity)).Until);
        Assert.Equal(ProposalStage.AwaitingAgenda, (await proposal.Read()).Stage);
        Assert.Equal("Tabled", OutcomeOf(await proposal.Perform(activity, resumption: ProposalCase.Event("proposal.tabled"))));
        Assert.Equal("Withdrawn", OutcomeOf(await proposal.Perform(activity, resumption: ProposalCase.Event("proposal.withdrawn"))));
    }

    [Theory]
    [InlineData("toVote", "ToVote")]
    [InlineData("deferred", "Deferred")]
    [InlineData("noted", "Deferred")]
    [InlineData("rework", "Rework")]
    [InlineData("withdrawn", "Withdrawn")]
    public async Task Deliberation_ends_as_the_meeting_decided(string decision, string outcome)
    {
        await using var proposal = await ProposalCase.At(ProposalStage.OnAgenda);

        Assert.Equal(outcome, OutcomeOf(await proposal.Perform(
            new AwaitDeliberationActivity(), resumption: ProposalCase.Event("proposal.deliberated", new { decision }))));
    }

    [Fact]
    public async Task Deliberation_goes_on_when_another_meeting_takes_it_over()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.OnAgenda);

        Assert.Contains("proposal.deliberated", WaitOf(await proposal.Perform(new AwaitDeliberationActivity(), resumption: ProposalCase.Event("proposal.tabled"))).EventNames);
    }

    [Fact]
    public async Task A_meeting_that_decides_on_a_vote_while_the_author_takes_it_back_begins_none()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Withdrawn);

        var step = await proposal.Perform(new AwaitDeliberationActivity(), resumption: ProposalCase.Event("proposal.deliberated", new { decision = "toVote" }));

        Assert.Equal(["proposal.withdrawn"], WaitOf(step).EventNames);
    }

    [Fact]
    public async Task After_a_rejection_somebody_has_it_reworked_or_it_ends_as_its_vote_did()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Voting);
        await proposal.Voted("NoQuorum");
        var activity = new AwaitReconsiderationActivity();

        Assert.Equal(proposal.Now.AddDays(30), WaitOf(await proposal.Perform(activity, Inputs("window", "P30D"))).Until);
        Assert.Equal("Rework", OutcomeOf(await proposal.Perform(activity, Inputs("window", "P30D"), ProposalCase.Event("proposal.reworkRequested"))));
        proposal.App.Clock.Advance(TimeSpan.FromDays(30));
        var lapsed = Assert.IsType<CompletedStep>(await proposal.Perform(activity, Inputs("window", "P30D"), ProposalCase.TimeIsUp));

        Assert.Equal(("Lapsed", "noQuorum"), (lapsed.Outcome, lapsed.Outputs["result"]));
    }

    [Fact]
    public async Task A_rework_asked_for_in_the_last_moment_is_waited_for()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Rejected, GovernanceApp.Begin.AddDays(30));
        proposal.App.Clock.Advance(TimeSpan.FromDays(30));
        await proposal.Send(proposal.Town.Property, new RequestReworkCommand(proposal.ProposalId));

        var wait = WaitOf(await proposal.Perform(new AwaitReconsiderationActivity(), Inputs("window", "P30D"), ProposalCase.TimeIsUp));

        Assert.Equal(["proposal.reworkRequested"], wait.EventNames);
        Assert.Null(wait.Until);
    }

    [Fact]
    public async Task A_posting_without_objections_ends_clear_after_its_window()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Voting);
        await proposal.Voted("Adopted");
        var activity = new OpenPostingActivity();

        Assert.Equal(proposal.Now.AddDays(7), WaitOf(await proposal.Perform(activity, Inputs("window", "P7D"))).Until);
        proposal.App.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal("Clear", OutcomeOf(await proposal.Perform(activity, Inputs("window", "P7D"), ProposalCase.TimeIsUp)));
    }

    [Fact]
    public async Task A_posting_with_an_open_objection_goes_to_mediation_which_ends_with_the_finding()
    {
        foreach (var (upheld, outcome) in new[] { (true, "Upheld"), (false, "Dismissed") })
        {
            await using var proposal = await ProposalCase.Raise();
            await proposal.Posted();
            var id = (await proposal.Send(proposal.Town.TenantA, new RaiseObjectionCommand(proposal.ProposalId, "Noise"))).Value;
            proposal.App.Clock.Advance(TimeSpan.FromDays(7));
            var mediation = new MediateObjectionsActivity();

            Assert.Equal("Objected", OutcomeOf(await proposal.Perform(new OpenPostingActivity(), Inputs("window", "P7D"), ProposalCase.TimeIsUp)));
            Assert.Equal(["objections.settled"], WaitOf(await proposal.Perform(mediation)).EventNames);
            await proposal.Send(proposal.Town.Secretary, new SettleObjectionCommand(id, upheld, "Heard both"));
            Assert.Equal(outcome, OutcomeOf(await proposal.Perform(mediation, resumption: ProposalCase.Event("objections.settled"))));
        }
    }

    [Theory]
    [InlineData(1, "Objected")]
    [InlineData(2, "Overturned")]
    public async Task Where_the_rule_counts_objections_more_than_half_of_the_heads_overturn_the_result(int objectors, string outcome)
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Voting);
        await proposal.AdoptedByThreeTenants("""
            {"id": "t", "jurisdiction": "XX", "title": {"en": "t", "zh": "t"}, "source": "test", "evidence": "draft",
             "rounds": [{"name": "first", "pass": ["yes.heads > no.heads"], "confirm": {"window": "P10D", "failIf": ["objected.heads > 1/2 * all.heads"]}}]}
            """);
        var activity = new OpenPostingActivity();

        Assert.Equal(proposal.Now.AddDays(10), WaitOf(await proposal.Perform(activity, Inputs("window", "P7D"))).Until);
        foreach (var person in new[] { proposal.Town.TenantA, proposal.Town.TenantB }.Take(objectors))
        {
            Assert.True((await proposal.Send(person, new RaiseObjectionCommand(proposal.ProposalId, "No"))).IsGranted);
        }

        proposal.App.Clock.Advance(TimeSpan.FromDays(10));

        Assert.Equal(outcome, OutcomeOf(await proposal.Perform(activity, Inputs("window", "P7D"), ProposalCase.TimeIsUp)));
    }

    [Fact]
    public async Task An_appraisal_is_over_when_all_have_spoken_or_after_its_window()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Acting);
        var activity = new OpenAppraisalActivity();

        Assert.Equal(proposal.Now.AddDays(14), WaitOf(await proposal.Perform(activity, Inputs("window", "P14D"))).Until);
        Assert.Equal("Done", OutcomeOf(await proposal.Perform(activity, Inputs("window", "P14D"), ProposalCase.Event("appraisal.completed"))));
        Assert.Equal("Done", OutcomeOf(await proposal.Perform(activity, Inputs("window", "P14D"), ProposalCase.TimeIsUp)));
    }

    [Fact]
    public async Task Closing_takes_the_result_as_the_file_spells_it_and_faults_at_one_it_does_not_know()
    {
        await using var proposal = await ProposalCase.Raise();

        await Assert.ThrowsAsync<InvalidOperationException>(() => proposal.Perform(new CloseProposalActivity(), Inputs("result", "finished")));
        Assert.Equal("Done", OutcomeOf(await proposal.Perform(new CloseProposalActivity(), Inputs("result", "noQuorum"))));
        Assert.Equal(ProposalResult.NoQuorum, (await proposal.Read()).Result);
        Assert.Equal("NoQuorum", await proposal.App.Db(db => db.Database.SqlQuery<string>($"select Result as Value from Proposals").SingleAsync()));
    }
}
