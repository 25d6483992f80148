using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.FreezeRoll;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class FreezeRollTests
{
    [Fact]
    public async Task The_roll_has_every_seat_of_the_register_in_force_with_its_measures_and_party()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create();

        var seats = await place.App.SendAsProcess(new FreezeRollCommand(voteId));

        Assert.Equal(5, seats.Value);
        var a = await place.App.Db(db => db.RollEntries.SingleAsync(r => r.VoteId == voteId && r.SeatId == place.Town.SeatA));
        Assert.Equal(("tenants", "area=482000;heads=1", "星河科技"), (a.BlocCode, a.Measures.ToString(), a.PartyName.Zh));
        var vote = await place.Vote(voteId);
        Assert.Equal((VoteStage.RollFrozen, 1), (vote.Stage, vote.RegisterVersion));
    }

    [Fact]
    public async Task What_changes_in_the_register_afterwards_does_not_change_the_roll()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.ChangeRegister(place.Town.SeatA, ("area", 1), ("heads", 1));

        var again = await place.App.SendAsProcess(new FreezeRollCommand(voteId));

        Assert.Equal(5, again.Value);
        Assert.Equal(482_000, (await place.App.Db(db => db.RollEntries.SingleAsync(r => r.VoteId == voteId && r.SeatId == place.Town.SeatA))).Measures["area"]);
    }

    [Fact]
    public async Task A_later_vote_has_the_later_register()
    {
        await using var place = await VoteTown.Found();
        await place.ChangeRegister(place.Town.SeatA, ("area", 10_000), ("heads", 1));
        var voteId = await place.Open();

        Assert.Equal(10_000, (await place.App.Db(db => db.RollEntries.SingleAsync(r => r.VoteId == voteId && r.SeatId == place.Town.SeatA))).Measures["area"]);
        Assert.Equal(2, (await place.Vote(voteId)).RegisterVersion);
    }

    [Fact]
    public async Task Frozen_twice_at_once_it_is_one_roll()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create();

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => place.App.SendAsProcess(new FreezeRollCommand(voteId))));

        Assert.All(all, outcome => Assert.Equal(5, outcome.Value));
        Assert.Equal(5, await place.App.Db(db => db.RollEntries.CountAsync()));
    }

    [Fact]
    public async Task An_empty_register_is_refused()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create();
        await place.App.Db(async db => await db.SeatEntries.ExecuteDeleteAsync());

        Assert.IsType<RollIsEmpty>((await place.App.SendAsProcess(new FreezeRollCommand(voteId))).Refusal);
    }

    [Fact]
    public async Task Nobody_but_a_process_freezes_a_roll()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create();

        Assert.IsType<ProcessNeeded>((await place.App.Send(place.Town.Secretary, new FreezeRollCommand(voteId))).Refusal);
    }

    [Fact]
    public async Task A_rule_that_counts_by_a_measure_nobody_has_is_refused_with_its_name()
    {
        await using var place = await VoteTown.Found(rule: "fr.1965.25");
        var voteId = await place.Create();

        var refusal = (await place.App.SendAsProcess(new FreezeRollCommand(voteId))).Refusal;

        Assert.Equal(["sh"], Assert.IsType<MeasureNobodyHas>(refusal).Measures);
        Assert.Equal(VoteStage.Planned, (await place.Vote(voteId)).Stage);
    }
}
