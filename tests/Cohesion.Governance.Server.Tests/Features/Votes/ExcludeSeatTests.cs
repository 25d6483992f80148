using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class ExcludeSeatTests
{
    [Fact]
    public async Task An_excluded_seat_counts_neither_in_the_base_nor_with_the_ballot_it_has_cast()
    {
        // Of tenants A (4,820 m²), B (3,000) and C (1,000.50), B and C have less than half the area; without A they have all of it.
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId, a: BallotChoice.No);

        var outcome = await Exclude(place, voteId, place.Town.SeatA);

        Assert.True(outcome.IsGranted);
        Assert.Equal("Adopted", (await place.Count(voteId)).Outcome);
    }

    [Fact]
    public async Task The_seat_is_told_why()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        await Exclude(place, voteId, place.Town.SeatA);

        var told = await place.App.Db(db => db.Notifications.SingleAsync(n => n.Kind == "vote.excluded"));
        Assert.Equal(place.Town.TenantA, told.PersonId);
        Assert.Contains("Builds the elevator.", told.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Excluded_twice_is_refused_the_second_time_also_at_once()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        var both = await Task.WhenAll(Exclude(place, voteId, place.Town.SeatA), Exclude(place, voteId, place.Town.SeatA));

        Assert.Single(both, o => o.IsGranted);
        Assert.Single(both, o => o.Refusal is SeatAlreadyExcluded);
    }

    [Fact]
    public async Task Two_seats_excluded_at_once_are_both_excluded()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        var both = await Task.WhenAll(Exclude(place, voteId, place.Town.SeatA), Exclude(place, voteId, place.Town.SeatB));

        Assert.All(both, o => Assert.True(o.IsGranted));
        Assert.Equal(2, await place.App.Db(db => db.RollEntries.CountAsync(r => r.ExcludedFor != null)));
    }

    [Fact]
    public async Task A_seat_that_is_not_on_the_roll_is_refused()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<SeatNotOnRoll>((await Exclude(place, voteId, Guid.CreateVersion7())).Refusal);
    }

    [Fact]
    public async Task A_ground_that_the_rule_does_not_list_is_refused_and_one_it_lists_is_not()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.App.Db(db => db.Votes.Where(v => v.Id == voteId).ExecuteUpdateAsync(set => set.SetProperty(v => v.RulePackJson, """
            { "id": "x", "jurisdiction": "COUNCIL", "title": "x", "source": "x", "evidence": "draft", "exclude": ["arrears"],
              "rounds": [ { "pass": ["yes.heads > 1/2 * all.heads"] } ] }
            """)));

        var conflict = await Exclude(place, voteId, place.Town.SeatA);
        var arrears = await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatA, "arrears", "Two years of fees."));

        Assert.Equal(["arrears"], Assert.IsType<GroundNotInRule>(conflict.Refusal).Grounds);
        Assert.True(arrears.IsGranted);
    }

    [Fact]
    public async Task Refused_before_the_roll_is_frozen()
    {
        await using var place = await VoteTown.Found();

        Assert.IsType<RollNotFrozen>((await Exclude(place, await place.Create(), place.Town.SeatA)).Refusal);
    }

    [Fact]
    public async Task Refused_from_the_instant_of_closing()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);

        Assert.IsType<VoteHasClosed>((await Exclude(place, voteId, place.Town.SeatA)).Refusal);
    }

    [Fact]
    public async Task Refused_in_a_cancelled_vote()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong text"));

        Assert.IsType<VoteWasCancelled>((await Exclude(place, voteId, place.Town.SeatA)).Refusal);
    }

    [Theory]
    [InlineData("", "reason")]
    [InlineData("not a word", "reason")]
    [InlineData("arrears", "")]
    public async Task Without_a_ground_and_a_reason_it_is_refused(string ground, string reason)
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatA, ground, reason))).Refusal);
    }

    [Fact]
    public async Task Only_the_secretary_excludes()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var command = new ExcludeSeatCommand(voteId, place.Town.SeatA, "arrears", "Fees.");

        Assert.IsType<OfficeNeeded>((await place.App.Send(place.Town.TenantB, command)).Refusal);
        Assert.IsType<OfficeNeeded>((await place.App.Send(place.Town.Convenor, command)).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, command)).Refusal);
    }

    private static Task<Outcome<Done>> Exclude(VoteTown place, Guid voteId, Guid seat) =>
        place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, seat, "conflictOfInterest", "Builds the elevator."));
}
