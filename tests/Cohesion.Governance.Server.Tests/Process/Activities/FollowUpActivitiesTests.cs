using System.Text.Json;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.FollowUps.AcceptFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.CancelFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ChaseFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ConfirmFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.DeclineFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ExtendFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ReassignFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.RuleOnFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.SubmitEvidence;
using Cohesion.Governance.Server.Features.Resolutions.DeclareNoActionNeeded;
using Cohesion.Governance.Server.Process.Activities;
using Cohesion.Governance.Server.Tests.Harness;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Process.Activities;

public sealed class FollowUpActivitiesTests
{
    private static readonly ActivityResumption Time = new(null, default);

    [Fact]
    public async Task An_offer_waits_for_the_answer_and_goes_by_it()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();
        Assert.Equal(p.Now.AddDays(3), Until(await Begin<OfferFollowUpActivity>(p, id, ("window", "P3D"))));

        await p.App.Send(p.Town.Property, new AcceptFollowUpCommand(id));

        Assert.Equal("Accepted", Outcome(await Resume<OfferFollowUpActivity>(p, id, On("followup.answered"), ("window", "P3D"))));
    }

    [Fact]
    public async Task An_offer_ends_with_no_or_when_it_is_given_up()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();
        await p.App.Send(p.Town.Property, new DeclineFollowUpCommand(id, "No"));
        Assert.Equal("Declined", Outcome(await Resume<OfferFollowUpActivity>(p, id, On("followup.answered"), ("window", "P3D"))));

        await p.App.Send(p.Town.Secretary, new CancelFollowUpCommand(id, "Not needed"));
        Assert.Equal("Cancelled", Outcome(await Resume<OfferFollowUpActivity>(p, id, On("followup.cancelled"), ("window", "P3D"))));
    }

    [Fact]
    public async Task An_offer_that_is_not_answered_counts_as_accepted()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();
        await Begin<OfferFollowUpActivity>(p, id, ("window", "P3D"));
        p.App.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal("Accepted", Outcome(await Resume<OfferFollowUpActivity>(p, id, Time, ("window", "P3D"))));
        Assert.Equal(FollowUpStage.Accepted, (await p.Action(id)).Stage);
    }

    [Fact]
    public async Task An_offer_whose_time_is_up_just_when_it_went_to_another_owner_asks_him()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();
        await Begin<OfferFollowUpActivity>(p, id, ("window", "P3D"));
        p.App.Clock.Advance(TimeSpan.FromDays(3));
        await p.App.Send(p.Town.Secretary, new ReassignFollowUpCommand(id, p.Town.TenantC, "Knows the firm"));

        Assert.Equal(p.Now.AddDays(3), Until(await Resume<OfferFollowUpActivity>(p, id, Time, ("window", "P3D"))));
        Assert.Equal(["followup.offered"], await p.Told(p.Town.TenantC));
    }

    [Fact]
    public async Task An_action_taken_on_before_is_not_offered_again()
    {
        await using var p = await Promise.Resolved();
        Assert.Equal("Accepted", Outcome(await Begin<OfferFollowUpActivity>(p, await p.Accepted(), ("window", "P3D"))));
    }

    [Fact]
    public async Task A_declined_action_waits_for_another_owner_and_asks_again()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Declined();
        Assert.Equal(p.Now.AddDays(3), Until(await Begin<AwaitReassignmentActivity>(p, id, ("remindAfter", "P3D"))));

        p.App.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(p.Now.AddDays(3), Until(await Resume<AwaitReassignmentActivity>(p, id, Time, ("remindAfter", "P3D"))));
        Assert.Equal(2, (await p.Told(p.Town.Secretary)).Count);

        await p.App.Send(p.Town.Secretary, new ReassignFollowUpCommand(id, p.Town.TenantC, "Knows the firm"));
        Assert.Equal("Reassigned", Outcome(await Resume<AwaitReassignmentActivity>(p, id, On("followup.reassigned"), ("remindAfter", "P3D"))));
    }

    [Fact]
    public async Task A_declined_action_may_be_given_up()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Declined();
        await p.App.Send(p.Town.Secretary, new CancelFollowUpCommand(id, "Not needed"));
        Assert.Equal("Cancelled", Outcome(await Resume<AwaitReassignmentActivity>(p, id, On("followup.cancelled"), ("remindAfter", "P3D"))));
    }

    [Theory]
    [InlineData("-P3D", 7)]
    [InlineData("PT0S", 10)]
    [InlineData("P1D", 11)]
    public async Task A_rung_stands_before_or_after_the_due_date(string offset, int days)
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        Assert.Equal(GovernanceApp.Begin.AddDays(days), Until(await Begin<AwaitEvidenceActivity>(p, id, ("offset", offset))));

        p.App.Clock.Advance(TimeSpan.FromDays(days));
        Assert.Equal("Reached", Outcome(await Resume<AwaitEvidenceActivity>(p, id, Time, ("offset", offset))));
    }

    [Fact]
    public async Task A_rung_that_has_passed_is_reached_at_once()
    {
        await using var p = await Promise.Resolved();
        Assert.Equal("Reached", Outcome(await Begin<AwaitEvidenceActivity>(p, await p.Accepted(days: 2), ("offset", "-P3D"))));
    }

    [Fact]
    public async Task A_row_of_rungs_goes_on_from_week_to_week()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        p.App.Clock.Advance(TimeSpan.FromDays(17));
        Assert.Equal(GovernanceApp.Begin.AddDays(24), Until(await Begin<AwaitEvidenceActivity>(p, id, ("every", "P7D"))));

        // The server was away for ten days: one rung is taken, and the next is the next to come.
        p.App.Clock.Advance(TimeSpan.FromDays(17));
        Assert.Equal("Reached", Outcome(await Resume<AwaitEvidenceActivity>(p, id, Time, ("every", "P7D"))));
        Assert.Equal(GovernanceApp.Begin.AddDays(38), Until(await Begin<AwaitEvidenceActivity>(p, id, ("every", "P7D"))));
    }

    [Fact]
    public async Task Evidence_that_came_just_when_the_time_was_up_counts()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        p.App.Clock.Advance(TimeSpan.FromDays(10));
        await p.App.Send(p.Town.Property, new SubmitEvidenceCommand(id, "It runs"));

        Assert.Equal("Evidence", Outcome(await Resume<AwaitEvidenceActivity>(p, id, Time, ("offset", "PT0S"))));
    }

    [Fact]
    public async Task A_date_or_owner_that_changed_begins_the_ladder_again()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        p.App.Clock.Advance(TimeSpan.FromDays(10));
        await p.App.Send(p.Town.Secretary, new ExtendFollowUpCommand(id, p.Now.AddDays(5), "The firm is late"));
        Assert.Equal("Rescheduled", Outcome(await Resume<AwaitEvidenceActivity>(p, id, On("followup.rescheduled"), ("offset", "PT0S"))));
        Assert.Equal("Rescheduled", Outcome(await Resume<AwaitEvidenceActivity>(p, id, Time, ("offset", "PT0S"))));
        Assert.Equal("Rescheduled", Outcome(await Resume<AwaitEvidenceActivity>(p, id, Time, ("every", "P7D"))));

        await p.App.Send(p.Town.Secretary, new ReassignFollowUpCommand(id, p.Town.TenantC, "Knows the firm"));
        Assert.Equal("Rescheduled", Outcome(await Resume<AwaitEvidenceActivity>(p, id, On("followup.reassigned"), ("offset", "PT0S"))));

        await p.App.Send(p.Town.Secretary, new CancelFollowUpCommand(id, "Not needed"));
        Assert.Equal("Cancelled", Outcome(await Resume<AwaitEvidenceActivity>(p, id, On("followup.cancelled"), ("offset", "PT0S"))));
    }

    [Fact]
    public async Task Evidence_of_an_earlier_round_is_no_evidence_now()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        Assert.Equal(p.Now.AddDays(10), Until(await Resume<AwaitEvidenceActivity>(p, id, On("followup.evidence"), ("offset", "PT0S"))));
    }

    [Fact]
    public async Task A_row_of_rungs_must_lie_apart()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        await Assert.ThrowsAsync<FormatException>(() => Begin<AwaitEvidenceActivity>(p, id, ("every", "PT0S")));
    }

    [Fact]
    public async Task Reminding_and_chasing_send_their_commands()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();

        Assert.Equal("Done", Outcome(await Begin<RemindOwnerActivity>(p, id)));
        Assert.Equal("Done", Outcome(await Begin<ChaseFollowUpActivity>(p, id, ("level", "1"), ("audience", "owner"))));
        Assert.Equal("Done", Outcome(await Begin<AnnounceDueDateActivity>(p, id)));

        Assert.Equal(
            new[] { "followup.chase", "followup.dueDate", "followup.reminder" }, (await p.Told(p.Town.Property)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_chase_to_nobody_known_faults_with_the_reason()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        var fault = await Assert.ThrowsAsync<ActivityRefusedException>(
            () => Begin<ChaseFollowUpActivity>(p, id, ("level", "1"), ("audience", "Janitor")));
        Assert.IsType<UnknownAudience>(fault.Refusal);
    }

    [Fact]
    public async Task Confirming_ends_with_the_word_of_those_who_asked()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();
        Assert.Equal(p.Now.AddDays(7), Until(await Begin<AwaitConfirmationActivity>(p, id, ("window", "P7D"))));
        await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, true));
        Assert.Equal(p.Now.AddDays(7), Until(await Resume<AwaitConfirmationActivity>(p, id, On("followup.confirmed"), ("window", "P7D"))));

        await p.App.Send(p.Town.TenantB, new ConfirmFollowUpCommand(id, true));
        Assert.Equal("Kept", Outcome(await Resume<AwaitConfirmationActivity>(p, id, On("followup.confirmed"), ("window", "P7D"))));

        var other = await p.Evidenced(resolution: 1);
        await p.App.Send(p.Town.TenantB, new ConfirmFollowUpCommand(other, false, "No"));
        Assert.Equal("Returned", Outcome(await Resume<AwaitConfirmationActivity>(p, other, Time, ("window", "P7D"))));
    }

    [Fact]
    public async Task Silence_of_those_who_asked_leaves_it_to_the_secretary()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();
        Assert.Equal("Unanswered", Outcome(await Resume<AwaitConfirmationActivity>(p, id, Time, ("window", "P7D"))));
    }

    [Fact]
    public async Task Where_only_the_owner_asked_it_is_left_to_the_secretary_at_once()
    {
        await using var p = await Promise.Resolved();
        await p.App.Db(db => db.Needs.ExecuteDeleteAsync());
        var id = await p.Accepted();
        await p.App.Send(p.Town.Property, new SubmitEvidenceCommand(id, "It runs"));
        Assert.Equal("Unanswered", Outcome(await Begin<AwaitConfirmationActivity>(p, id, ("window", "P7D"))));
    }

    [Theory]
    [InlineData(true, "Kept")]
    [InlineData(false, "Returned")]
    public async Task A_ruling_is_waited_for_and_asked_for_again(bool kept, string outcome)
    {
        await using var p = await Promise.Resolved();
        var id = await p.LeftToRuling();
        Assert.Equal(p.Now.AddDays(3), Until(await Begin<AwaitRulingActivity>(p, id, ("remindAfter", "P3D"))));
        p.App.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(p.Now.AddDays(3), Until(await Resume<AwaitRulingActivity>(p, id, Time, ("remindAfter", "P3D"))));

        await p.App.Send(p.Town.Secretary, new RuleOnFollowUpCommand(id, kept, "Seen"));
        Assert.Equal(outcome, Outcome(await Resume<AwaitRulingActivity>(p, id, On("followup.ruled"), ("remindAfter", "P3D"))));
    }

    [Fact]
    public async Task Returning_and_closing_send_their_commands()
    {
        await using var p = await Promise.Resolved();
        var returned = await p.LeftToRuling();
        await p.App.Send(p.Town.Secretary, new RuleOnFollowUpCommand(returned, false, "Not there"));
        Assert.Equal("Done", Outcome(await Begin<ReopenFollowUpActivity>(p, returned, ("grace", "P7D"))));
        Assert.Equal(FollowUpStage.Accepted, (await p.Action(returned)).Stage);

        await p.App.Send(p.Town.Property, new SubmitEvidenceCommand(returned, "Now it is"));
        await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(returned, true));
        await p.App.Send(p.Town.TenantB, new ConfirmFollowUpCommand(returned, true));
        Assert.Equal("Done", Outcome(await Begin<CloseFollowUpActivity>(p, returned)));
        Assert.Equal(FollowUpStage.Kept, (await p.Action(returned)).Stage);
    }

    [Fact]
    public async Task Resolutions_are_recorded_and_their_actions_waited_for()
    {
        await using var p = await Promise.Adopted();
        Assert.Equal("Done", Outcome(await Begin<RecordResolutionsActivity>(p, p.ProposalId)));
        Assert.Equal(2, await p.App.Db(db => db.Resolutions.CountAsync()));

        var waiting = Assert.IsType<WaitingStep>(await Begin<AwaitFollowUpsActivity>(p, p.ProposalId));
        Assert.Equal((p.ProposalId.ToString("D"), "followups.settled", null), (waiting.Key, Assert.Single(waiting.EventNames), waiting.Until));
        Assert.Equal("Done", Outcome(await Resume<AwaitFollowUpsActivity>(p, p.ProposalId, On("followups.settled"))));
    }

    [Fact]
    public async Task Nothing_is_waited_for_where_nothing_needs_to_be_done()
    {
        await using var p = await Promise.Resolved();
        foreach (var resolution in p.Resolutions)
        {
            await p.App.Send(p.Town.Secretary, new DeclareNoActionNeededCommand(resolution, "It is there"));
        }

        Assert.Equal("Done", Outcome(await Begin<AwaitFollowUpsActivity>(p, p.ProposalId)));
    }

    private static ActivityResumption On(string name) => new(name, JsonDocument.Parse("{}").RootElement);

    private static string Outcome(ActivityStep step) => Assert.IsType<CompletedStep>(step).Outcome;

    private static DateTimeOffset? Until(ActivityStep step) => Assert.IsType<WaitingStep>(step).Until;

    private static Task<ActivityStep> Begin<T>(Promise p, Guid id, params (string Name, string Value)[] inputs)
        where T : GovernanceActivity, new() => Run(p, id, inputs, context => new T().Begin(context, CancellationToken.None));

    private static Task<ActivityStep> Resume<T>(Promise p, Guid id, ActivityResumption resumption, params (string Name, string Value)[] inputs)
        where T : GovernanceActivity, new() => Run(p, id, inputs, context => new T().Resume(context, resumption, CancellationToken.None));

    private static async Task<ActivityStep> Run(
        Promise p, Guid id, (string Name, string Value)[] inputs, Func<ActivityContext, Task<ActivityStep>> run)
    {
        await using var scope = p.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsProcess();
        var values = inputs.ToDictionary(i => i.Name, i => (object?)i.Value, StringComparer.Ordinal);
        (values["followUpId"], values["proposalId"]) = (id.ToString("D"), id.ToString("D"));
        return await run(new ActivityContext(scope.ServiceProvider.GetRequiredService<IMediator>(), "i", "a", p.Now, values));
    }
}
