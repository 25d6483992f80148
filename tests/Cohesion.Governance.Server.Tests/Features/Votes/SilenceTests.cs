using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Votes.RecordService;
using Cohesion.Governance.Server.Features.Votes.StateFact;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

/// <summary>What becomes of those who say nothing, from the opening of the ballots to the count.</summary>
public sealed class SilenceTests
{
    private static readonly string[] Facts = ["ruleInBylaws", "provenDelivery", "consequenceStatedOnBallot"];

    [Fact]
    public async Task Under_consent_unless_objected_a_council_that_was_told_and_says_nothing_has_agreed()
    {
        await using var place = await VoteTown.Found(rule: "council.consent-unless-objected");
        var voteId = await place.Open("P3D");

        var counted = await place.Count(voteId);

        // Seven days by the rule, although three were asked for.
        Assert.Equal(Harness.GovernanceApp.Begin.AddDays(7), (await place.Vote(voteId)).ClosesAt);
        Assert.Equal("Adopted", counted.Outcome);
    }

    [Fact]
    public async Task Under_consent_unless_objected_one_no_is_enough()
    {
        await using var place = await VoteTown.Found(rule: "council.consent-unless-objected");
        var voteId = await place.Open("P7D");
        await place.Cast(voteId, place.Town.TenantC, place.Town.SeatC, BallotChoice.No);

        Assert.Equal("Rejected", (await place.Count(voteId)).Outcome);
    }

    [Fact]
    public async Task Where_silence_follows_the_majority_it_does_so_only_with_every_fact_stated()
    {
        await using var place = await VoteTown.Found(rule: "cn.civil-code.278.ordinary.silence-follows");
        var voteId = await Served(place);

        Assert.Equal("Undecided", (await place.Count(voteId)).Outcome);
    }

    [Fact]
    public async Task Where_silence_follows_the_majority_a_seat_proven_served_joins_it()
    {
        // Yes: property, street and A; B (3,000 m²) was served and is silent. With B four of five heads and 7,820.00 of 8,820.50 m² take part;
        // without B three of five heads would not be the two thirds that the Civil Code asks for.
        await using var place = await VoteTown.Found(rule: "cn.civil-code.278.ordinary.silence-follows");
        var voteId = await Served(place);
        foreach (var fact in Facts)
        {
            Assert.True((await place.App.Send(place.Town.Secretary, new StateFactCommand(voteId, fact, true, "Bylaws art. 12"))).IsGranted);
        }

        Assert.Equal("Adopted", (await place.Count(voteId)).Outcome);
    }

    [Fact]
    public async Task Where_silence_follows_the_majority_a_seat_not_served_stays_silent()
    {
        await using var place = await VoteTown.Found(rule: "cn.civil-code.278.ordinary.silence-follows");
        var voteId = await place.Open();
        await CastThree(place, voteId);
        foreach (var fact in Facts)
        {
            await place.App.Send(place.Town.Secretary, new StateFactCommand(voteId, fact, true, "Bylaws art. 12"));
        }

        Assert.Equal("NoQuorum", (await place.Count(voteId)).Outcome);
    }

    private static async Task<Guid> Served(VoteTown place)
    {
        var voteId = await place.Open();
        await CastThree(place, voteId);
        var served = await place.App.Send(place.Town.VisitingWorker, new RecordServiceCommand(voteId, [place.Town.SeatB], "Signed for by Mr Qian"));
        Assert.Equal(1, served.Value);
        return voteId;
    }

    private static async Task CastThree(VoteTown place, Guid voteId)
    {
        await place.Cast(voteId, place.Town.Property, place.Town.PropertySeat, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.Convenor, place.Town.StreetSeat, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
    }
}
