using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.RulePreview;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class RulePreviewTests
{
    [Fact]
    public async Task A_rule_says_what_it_would_need_of_the_present_register()
    {
        await using var place = await VoteTown.Found();

        var preview = (await place.App.Send(place.Town.Property, new RulePreviewQuery(place.Town.CouncilId, "cn.civil-code.278.ordinary"))).Value;

        // Civil Code 278: two thirds of 8,820.50 m² and of five heads must take part.
        Assert.Equal(5, preview.Seats);
        Assert.Equal(["17641/3", "10/3"], preview.Decision.Rounds[0].Quorum.Select(f => f.Threshold));
        Assert.Contains("4 more", preview.Decision.Rounds[0].Quorum[1].Missing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_asks_is_said_without_the_nothing_that_nobody_has_said_yet()
    {
        await using var place = await VoteTown.Found();

        var round = (await place.App.Send(place.Town.Property, new RulePreviewQuery(place.Town.CouncilId, "cn.civil-code.278.ordinary"))).Value.Decision.Rounds[0];

        // Two thirds of all take part; of those who will, more than half are for it, which is no number yet.
        Assert.All(round.Quorum, f => Assert.StartsWith("threshold 2/3 × ", f.Asked, StringComparison.Ordinal));
        Assert.All(round.Pass, f => Assert.Equal("", f.Asked));
    }

    [Fact]
    public async Task It_follows_the_register()
    {
        await using var place = await VoteTown.Found();
        await place.ChangeRegister(place.Town.SeatA, ("area", 0), ("heads", 1));

        var preview = (await place.App.Send(place.Town.Property, new RulePreviewQuery(place.Town.CouncilId, "council.each-bloc-consent"))).Value;

        // B and C have 4,000.50 m²; half of it is 2,000.25.
        Assert.Equal((2, "2000.25"), (preview.RegisterVersion, preview.Decision.Rounds[0].Pass.Single(f => f.Measure == "area").Threshold));
    }

    [Fact]
    public async Task An_unknown_rule_and_an_empty_register_are_refused()
    {
        await using var place = await VoteTown.Found();

        Assert.IsType<RulePackUnknown>((await place.App.Send(place.Town.Property, new RulePreviewQuery(place.Town.CouncilId, "nobody.knows"))).Refusal);
        await place.App.Db(async db => await db.SeatEntries.ExecuteDeleteAsync());
        Assert.IsType<RollIsEmpty>((await place.App.Send(place.Town.Property, new RulePreviewQuery(place.Town.CouncilId, "council.simple-majority"))).Refusal);
    }

    [Fact]
    public async Task Somebody_from_elsewhere_is_not_told_that_the_council_exists()
    {
        await using var place = await VoteTown.Found();

        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new RulePreviewQuery(place.Town.CouncilId, "council.simple-majority"))).Refusal);
    }
}
