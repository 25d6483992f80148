using System.Text.Json;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.SettleVote;
using Cohesion.Governance.Server.Process.Activities;
using Cohesion.Governance.Server.Tests.Features.Votes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Process.Activities;

public sealed class VoteActivityTests
{
    [Fact]
    public async Task Conducting_a_vote_creates_it_and_waits_for_the_decision()
    {
        await using var place = await VoteTown.Found();

        var step = await Begin(place, new ConductVoteActivity(), ("proposalId", place.ProposalId), ("window", "P7D"));

        var wait = Assert.IsType<WaitingStep>(step);
        Assert.Equal((place.ProposalId.ToString("D"), null), (wait.Key, wait.Until));
        Assert.Equal(["vote.decided"], wait.EventNames);
        Assert.Equal(1, await place.App.Db(db => db.Votes.CountAsync()));
    }

    [Fact]
    public async Task A_decision_ends_it_with_its_outcome_and_the_vote()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId);
        await place.Count(voteId);

        var step = await Resume(place, new ConductVoteActivity(), "vote.decided", ("proposalId", place.ProposalId), ("window", "P7D"));

        var done = Assert.IsType<CompletedStep>(step);
        Assert.Equal(("Adopted", voteId.ToString("D")), (done.Outcome, done.Outputs["voteId"]));
    }

    [Fact]
    public async Task An_event_left_over_from_elsewhere_does_not_end_it()
    {
        await using var place = await VoteTown.Found();
        await place.Open();

        Assert.IsType<WaitingStep>(await Resume(place, new ConductVoteActivity(), "vote.decided", ("proposalId", place.ProposalId), ("window", "P7D")));
    }

    [Fact]
    public async Task Where_the_rule_has_a_second_call_that_is_the_outcome()
    {
        await using var place = await VoteTown.Found(rule: "tw.condominium.31-32");
        await place.Weigh("share", property: 200, a: 400, b: 200, c: 100, street: 100);
        await place.Count(await place.Open());

        var step = await Resume(place, new ConductVoteActivity(), "vote.decided", ("proposalId", place.ProposalId), ("window", "P7D"));

        Assert.Equal("SecondCall", Assert.IsType<CompletedStep>(step).Outcome);
    }

    [Fact]
    public async Task Roll_and_ballots_reminder_visits_and_count_are_done_in_their_order()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create();

        Assert.Equal("Done", Outcome(await Begin(place, new FreezeRollActivity(), ("voteId", voteId))));
        Assert.Equal("Done", Outcome(await Begin(place, new OpenBallotsActivity(), ("voteId", voteId), ("window", "P7D"))));
        Assert.Equal("Done", Outcome(await Begin(place, new RemindSilentActivity(), ("voteId", voteId), ("moment", "half"))));
        Assert.Equal("Done", Outcome(await Begin(place, new ListVisitsActivity(), ("voteId", voteId))));
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);
        Assert.Equal("Rejected", Outcome(await Begin(place, new CountVoteActivity(), ("voteId", voteId))));

        Assert.Equal(5, await place.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "vote.reminder")));
        Assert.Equal(5, await place.App.Db(db => db.VisitList.CountAsync()));
    }

    [Fact]
    public async Task Counting_too_early_faults_with_the_refusal()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        var fault = await Assert.ThrowsAsync<ActivityRefusedException>(() => Begin(place, new CountVoteActivity(), ("voteId", voteId)));

        Assert.IsType<VoteStillOpen>(fault.Refusal);
    }

    [Theory]
    [InlineData("half", 84.0)] // of seven days
    [InlineData("lastDay", 144.0)]
    [InlineData("close", 168.0)]
    public async Task A_moment_is_waited_for_together_with_the_ends_of_the_vote(string moment, double hours)
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open("P7D");

        var wait = Assert.IsType<WaitingStep>(await Begin(place, new AwaitVoteMomentActivity(), ("voteId", voteId), ("moment", moment)));

        Assert.Equal(Harness.GovernanceApp.Begin.AddHours(hours), wait.Until);
        Assert.Equal(["vote.settled", "vote.cancelled"], wait.EventNames);
    }

    [Fact]
    public async Task How_long_before_the_end_the_last_day_begins_is_the_files_choice()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open("P7D");

        var wait = Assert.IsType<WaitingStep>(
            await Begin(place, new AwaitVoteMomentActivity(), ("voteId", voteId), ("moment", "lastDay"), ("before", "PT48H")));

        Assert.Equal(Harness.GovernanceApp.Begin.AddDays(5), wait.Until);
    }

    [Fact]
    public async Task A_moment_that_has_passed_is_reached_at_once()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open("P7D");
        place.App.Clock.Advance(TimeSpan.FromDays(4));

        Assert.Equal("Reached", Outcome(await Begin(place, new AwaitVoteMomentActivity(), ("voteId", voteId), ("moment", "half"))));
    }

    [Fact]
    public async Task A_settled_vote_ends_the_wait_and_so_does_a_cancelled_one()
    {
        await using var place = await VoteTown.Found(endsEarly: true);
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.Property, place.Town.PropertySeat, BallotChoice.No);
        await place.App.SendAsProcess(new SettleVoteCommand(voteId));
        Assert.Equal("Settled", Outcome(await Resume(place, new AwaitVoteMomentActivity(), "vote.settled", ("voteId", voteId), ("moment", "close"))));

        await using var other = await VoteTown.Found();
        var cancelled = await other.Open();
        await other.App.Send(other.Town.Secretary, new CancelVoteCommand(cancelled, "Wrong text"));
        Assert.Equal("Cancelled", Outcome(await Begin(other, new AwaitVoteMomentActivity(), ("voteId", cancelled), ("moment", "close"))));
    }

    [Fact]
    public async Task Woken_too_early_it_waits_on()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open("P7D");

        Assert.IsType<WaitingStep>(await Resume(place, new AwaitVoteMomentActivity(), null, ("voteId", voteId), ("moment", "close")));
    }

    private static string Outcome(ActivityStep step) => Assert.IsType<CompletedStep>(step).Outcome;

    private static Task<ActivityStep> Begin(VoteTown place, GovernanceActivity activity, params (string Name, object Value)[] inputs) =>
        Run(place, inputs, (context, ct) => activity.Begin(context, ct));

    private static Task<ActivityStep> Resume(VoteTown place, GovernanceActivity activity, string? eventName, params (string Name, object Value)[] inputs) =>
        Run(place, inputs, (context, ct) => activity.Resume(context, new ActivityResumption(eventName, JsonSerializer.SerializeToElement(new { })), ct));

    private static async Task<ActivityStep> Run(
        VoteTown place, (string Name, object Value)[] inputs, Func<ActivityContext, CancellationToken, Task<ActivityStep>> step)
    {
        await using var scope = place.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsProcess();
        var context = new ActivityContext(
            scope.ServiceProvider.GetRequiredService<IMediator>(), "instance", "visit", place.App.Clock.GetUtcNow(),
            inputs.ToDictionary(i => i.Name, i => (object?)i.Value.ToString(), StringComparer.Ordinal));
        return await step(context, CancellationToken.None);
    }
}
