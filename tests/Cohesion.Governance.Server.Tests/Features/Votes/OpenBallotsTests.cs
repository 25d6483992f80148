using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.FreezeRoll;
using Cohesion.Governance.Server.Features.Votes.OpenBallots;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class OpenBallotsTests
{
    [Fact]
    public async Task Ballots_open_now_for_the_window_and_every_voter_is_told_once()
    {
        await using var place = await VoteTown.Found();

        var voteId = await place.Open("P7D");

        var vote = await place.Vote(voteId);
        Assert.Equal((VoteStage.Open, GovernanceApp.Begin, GovernanceApp.Begin.AddDays(7)), (vote.Stage, vote.OpensAt, vote.ClosesAt));
        var told = await place.App.Db(db => db.Notifications.Where(n => n.Kind == "vote.opened").ToListAsync());
        Guid[] voters = [place.Town.Property, place.Town.TenantA, place.Town.TenantB, place.Town.TenantC, place.Town.Convenor];
        Assert.Equal(voters.Order(), told.Select(n => n.PersonId).Order());
        Assert.All(told, n => Assert.Equal($"/votes/{voteId}/ballot", n.Path));

        // Nine in the morning in Shanghai, a week after Monday 2 November 2026.
        Assert.Contains("9 November 2026, 09:00", told[0].Text.En, StringComparison.Ordinal);
        Assert.Contains("2026年11月9日 09:00", told[0].Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opened_twice_the_end_stays_where_it_was_and_nobody_is_told_twice()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open("P7D");
        place.App.Clock.Advance(TimeSpan.FromDays(1));

        Assert.True((await place.App.SendAsProcess(new OpenBallotsCommand(voteId, "P7D"))).IsGranted);

        Assert.Equal(GovernanceApp.Begin.AddDays(7), (await place.Vote(voteId)).ClosesAt);
        Assert.Equal(5, await place.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "vote.opened")));
    }

    [Fact]
    public async Task Where_silence_counts_after_a_period_ballots_stay_open_at_least_that_long()
    {
        // Spain, LPH 17.8: those absent have thirty days.
        await using var place = await VoteTown.Found(rule: "es.lph.17-3");
        await place.Weigh("quota", property: 200, a: 400, b: 200, c: 100, street: 100);

        var vote = await place.Vote(await place.Open("P7D"));

        Assert.Equal(GovernanceApp.Begin.AddDays(30), vote.ClosesAt);
    }

    [Fact]
    public async Task A_roll_that_is_not_frozen_is_refused()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create();

        Assert.IsType<RollNotFrozen>((await place.App.SendAsProcess(new OpenBallotsCommand(voteId, "P7D"))).Refusal);
    }

    [Fact]
    public async Task A_window_that_is_no_period_is_refused()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create();
        await place.App.SendAsProcess(new FreezeRollCommand(voteId));

        Assert.IsType<InvalidRequest>((await place.App.SendAsProcess(new OpenBallotsCommand(voteId, "seven days"))).Refusal);
    }

    [Fact]
    public async Task Nobody_but_a_process_opens_ballots()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create();

        Assert.IsType<ProcessNeeded>((await place.App.Send(place.Town.Secretary, new OpenBallotsCommand(voteId, "P7D"))).Refusal);
    }
}
