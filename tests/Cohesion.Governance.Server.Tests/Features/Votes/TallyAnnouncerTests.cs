using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Votes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class TallyAnnouncerTests
{
    [Fact]
    public async Task Ballots_within_one_window_are_shown_together_when_it_is_over()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId);
        place.App.Clock.Advance(TallyAnnouncer.Window - TimeSpan.FromMilliseconds(1));
        await place.Announcer.Idle();
        Assert.Empty(await place.Announced(voteId, "vote.tally"));

        place.App.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await place.Announcer.Idle();

        Assert.Contains("\"revision\":5", Assert.Single(await place.Announced(voteId, "vote.tally")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_ballot_opens_the_next_window()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await WindowIsOver(place);

        await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes);
        await WindowIsOver(place);

        Assert.Equal(2, (await place.Announced(voteId, "vote.tally")).Count);
    }

    [Fact]
    public async Task A_ballot_taken_just_before_a_crash_is_shown_after_the_restart()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        Assert.Empty(await place.Announced(voteId, "vote.tally"));

        await using var restarted = place.App.Restart();
        await restarted.Services.GetRequiredService<TallyAnnouncer>().Idle();

        Assert.Single(await place.Announced(voteId, "vote.tally"));
    }

    [Fact]
    public async Task A_sweep_finds_what_nobody_spoke_of()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Announcer.Idle();
        await place.App.Db(db => db.Votes.Where(v => v.Id == voteId).ExecuteUpdateAsync(set => set.SetProperty(v => v.BallotCount, 7)));

        place.App.Clock.Advance(TallyAnnouncer.SweepEvery);
        await place.Announcer.Idle();

        Assert.Equal(7, (await place.Vote(voteId)).AnnouncedCount);
        Assert.Single(await place.Announced(voteId, "vote.tally"));
    }

    [Fact]
    public async Task A_vote_that_can_no_longer_change_ends_at_the_end_of_the_window()
    {
        await using var place = await VoteTown.Found(endsEarly: true);
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.Property, place.Town.PropertySeat, BallotChoice.No);
        await WindowIsOver(place);

        Assert.Equal(place.App.Clock.GetUtcNow(), (await place.Vote(voteId)).SettledAt);
        Assert.Equal(1, await place.Signalled("vote.settled"));
    }

    [Fact]
    public async Task A_crash_between_the_last_ballot_and_the_end_of_the_window_still_ends_the_vote_early()
    {
        await using var place = await VoteTown.Found(endsEarly: true);
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.Property, place.Town.PropertySeat, BallotChoice.No);

        await using var restarted = place.App.Restart();
        await restarted.Services.GetRequiredService<TallyAnnouncer>().Idle();

        Assert.NotNull((await place.Vote(voteId)).SettledAt);
    }

    [Fact]
    public async Task An_exclusion_is_shown_like_a_ballot()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.App.Send(place.Town.Secretary, new Server.Features.Votes.ExcludeSeat.ExcludeSeatCommand(voteId, place.Town.SeatA, "arrears", "Fees."));
        await WindowIsOver(place);

        Assert.Contains("\"seats\":4", Assert.Single(await place.Announced(voteId, "vote.tally")), StringComparison.Ordinal);
    }

    private static Task WindowIsOver(VoteTown place)
    {
        place.App.Clock.Advance(TallyAnnouncer.Window);
        return place.Announcer.Idle();
    }
}
