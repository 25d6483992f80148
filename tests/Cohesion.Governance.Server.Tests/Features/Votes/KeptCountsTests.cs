using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.AnnounceTally;
using Cohesion.Governance.Server.Features.Votes.CountSoFar;
using Cohesion.Governance.Server.Features.Votes.LiveTally;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

/// <summary>A vote with a large roll. That it is large, and how long it took to count, is told by its last count, for which the tests state both.</summary>
public sealed class KeptCountsTests
{
    private static readonly TimeSpan Cost = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_small_vote_is_counted_for_each_who_asks()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        Assert.Equal(1, await Yes(place, voteId));

        await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes);

        Assert.Equal(2, await Yes(place, voteId));
    }

    [Fact]
    public async Task A_vote_that_takes_long_to_count_is_told_as_it_stood_until_ten_times_that_have_passed_and_then_counted_once_for_all()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        var counted = await Keep(place, voteId);
        await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes);

        place.App.Clock.Advance((Cost * KeptCounts.Share) - TimeSpan.FromMilliseconds(1));
        await place.Announcer.Idle();
        Assert.Equal(1, await Yes(place, voteId));
        Assert.True(Kept(place).Idle(voteId).IsCompleted);

        // Whoever asks first after that is told the same at once; who asks when the count is there is told the new one.
        place.App.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var page = (await place.App.Send(place.Town.Observer, new CountSoFarQuery(voteId))).Value;
        Assert.Equal((1, counted), (page.Tally!.Whole.Yes, page.AsOf));
        await Kept(place).Idle(voteId);
        Assert.Equal(2, await Yes(place, voteId));
    }

    [Fact]
    public async Task What_leaves_the_votes_own_row_alone_is_seen_after_a_while()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var first = await Keep(place, voteId);

        place.App.Clock.Advance(KeptCounts.Believed);
        await place.App.Send(place.Town.Observer, new CountSoFarQuery(voteId));
        await Kept(place).Idle(voteId);

        Assert.Equal(first + KeptCounts.Believed, (await place.App.Send(place.Town.Observer, new CountSoFarQuery(voteId))).Value.AsOf);
    }

    [Fact]
    public async Task A_result_is_never_told_from_a_count_that_was_kept_while_ballots_were_open()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await Keep(place, voteId);
        await place.CastAll(voteId);
        await place.Count(voteId);

        var result = (await place.App.Send(place.Town.Observer, new CountSoFarQuery(voteId))).Value;

        Assert.Equal((VoteStage.Closed, "Adopted", 5, 5), (result.Stage, result.Decision!.Outcome, result.Tally!.Whole.Yes, result.Turnout!.Voted));
    }

    [Fact]
    public async Task Watchers_are_not_told_an_old_count_again_and_are_told_the_new_one()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await Keep(place, voteId);
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);

        Assert.False((await place.App.SendAsProcess(new AnnounceTallyCommand(voteId))).Value);
        place.App.Clock.Advance(Cost * KeptCounts.Share);
        await place.App.SendAsProcess(new AnnounceTallyCommand(voteId));
        await Kept(place).Idle(voteId);
        await place.App.SendAsProcess(new AnnounceTallyCommand(voteId));

        // The announcer was woken by the clock as well and may have been first; it is told once all the same.
        await place.Announcer.Idle();
        Assert.Contains("\"revision\":1", Assert.Single(await place.Announced(voteId, "vote.tally")), StringComparison.Ordinal);
        Assert.Equal((1L, 1L), ((await place.Vote(voteId)).BallotCount, (await place.Vote(voteId)).AnnouncedCount));
    }

    [Fact]
    public async Task Of_very_many_votes_the_count_kept_longest_is_forgotten()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await Keep(place, voteId);
        var vote = await place.Vote(voteId);
        var count = Kept(place).Find(vote, place.App.Clock.GetUtcNow())!;

        for (var i = 0; i < 1000; i++)
        {
            Kept(place).Keep(Guid.CreateVersion7(count.At), count with { At = count.At.AddSeconds(1 + i) });
        }

        Assert.Null(Kept(place).Find(vote, place.App.Clock.GetUtcNow()));
    }

    private static KeptCounts Kept(VoteTown place) => place.App.Services.GetRequiredService<KeptCounts>();

    private static async Task<int> Yes(VoteTown place, Guid voteId) => (await place.App.Send(place.Town.Observer, new LiveTallyQuery(voteId))).Value.Whole.Yes;

    /// <summary>Counts the vote and keeps the count as one of a large roll that took a second.</summary>
    /// <returns>When it was counted.</returns>
    private static async Task<DateTimeOffset> Keep(VoteTown place, Guid voteId)
    {
        await using var scope = place.App.Services.CreateAsyncScope();
        var count = await scope.ServiceProvider.GetRequiredService<VoteCounts>().Count(await place.Vote(voteId), CancellationToken.None);
        Kept(place).Keep(voteId, count with { Cost = Cost, Turnout = count.Turnout with { Seats = KeptCounts.SmallRoll + 1 } });
        return count.At;
    }
}
