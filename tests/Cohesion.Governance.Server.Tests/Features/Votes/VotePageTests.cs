using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.VotePage;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class VotePageTests
{
    [Fact]
    public async Task While_open_it_says_what_each_condition_still_lacks()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes);

        var view = (await place.App.Send(place.Town.Observer, new VotePageQuery(voteId))).Value;

        // The tenants' area: 3,000.00 of 8,820.50 m², more than 4,410.25 needed. Every seat's area is a multiple of half a square
        // metre, so the least that is missing is 1,410.50; A alone has it.
        var area = view.Decision!.Rounds[0].Pass.Single(f => f.Measure == "area");
        Assert.Equal(("3000", "4410.25", false), (area.Left, area.Threshold, area.Holds));
        Assert.Contains("1 more tenant firm, or 1,410.50 m²", area.Missing, StringComparison.Ordinal);
        Assert.True(view.Decision.CanStillChange);
        Assert.Equal((12, "Add a freight elevator?", VoteStage.Open), (view.ProposalNumber, view.Question, view.Stage));
    }

    [Fact]
    public async Task Choices_of_seats_are_shown_only_once_the_vote_has_been_counted()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId, c: BallotChoice.Abstain);

        var open = (await place.App.Send(place.Town.TenantA, new VotePageQuery(voteId))).Value;
        await place.Count(voteId);
        var closed = (await place.App.Send(place.Town.TenantA, new VotePageQuery(voteId))).Value;

        Assert.All(open.Seats, s => Assert.True(s is { HasVoted: true, Choice: null }));
        Assert.Equal(BallotChoice.Abstain, closed.Seats.Single(s => s.SeatId == place.Town.SeatC).Choice);
        Assert.Equal(("Adopted", false), (closed.Outcome, closed.Decision!.CanStillChange));
    }

    [Fact]
    public async Task It_knows_the_readers_seats_the_tally_by_bloc_and_who_is_excluded()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatB, "arrears", "Two years of fees."));

        var view = (await place.App.Send(place.Town.TenantA, new VotePageQuery(voteId))).Value;

        Assert.Equal([place.Town.SeatA], view.MySeats);
        Assert.Equal(["property", "tenants", "street"], view.Tally!.Blocs.Select(b => b.Code));
        var tenants = view.Tally.Blocs[1].Tally;
        Assert.Equal((2, 1, 1), (tenants.Seats, tenants.Yes, tenants.Silent));
        Assert.Equal("5820.50", tenants.Measures.Single(m => m.Code == "area").All);
        Assert.Equal("Two years of fees.", view.Seats.Single(s => s.SeatId == place.Town.SeatB).ExcludedFor);
        Assert.Contains("Blue Harbour is not counted: Two years of fees.", view.Decision!.Notes);
    }

    [Fact]
    public async Task Before_the_roll_is_frozen_there_is_a_rule_and_no_tally()
    {
        await using var place = await VoteTown.Found();

        var view = (await place.App.Send(place.Town.TenantA, new VotePageQuery(await place.Create()))).Value;

        Assert.Equal("三界别一致同意", view.Rule.Title.Zh);
        Assert.Null(view.Tally);
        Assert.Null(view.Decision);
    }

    [Fact]
    public async Task A_cancelled_vote_decides_nothing()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong text"));

        var view = (await place.App.Send(place.Town.TenantA, new VotePageQuery(voteId))).Value;

        Assert.Equal((VoteStage.Cancelled, "Wrong text"), (view.Stage, view.CancelReason));
        Assert.Null(view.Decision);
    }

    [Fact]
    public async Task It_is_told_in_chinese_to_who_reads_chinese()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        using var client = await place.App.ClientOf(place.Town.TenantA);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-Hans");

        var json = await client.GetStringAsync($"/api/votes/{voteId}");

        Assert.Contains("按目前的选票：未通过", json, StringComparison.Ordinal);
        Assert.Contains("各界别均须满足", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_from_elsewhere_is_not_told_that_it_exists()
    {
        await using var place = await VoteTown.Found();

        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new VotePageQuery(await place.Open()))).Refusal);
    }

    [Fact]
    public async Task Replaced_ballots_are_shown_with_what_took_their_place_and_no_choice()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Paper(voteId, place.Town.SeatA, BallotChoice.No);
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);

        var page = (await place.App.Send(place.Town.Auditor, new VotePageQuery(voteId))).Value;

        var replaced = Assert.Single(page.Uncounted);
        Assert.Equal((ReceiptState.Replaced, BallotChannel.Paper, "Galaxy Tech"), (replaced.State, replaced.Channel, replaced.Seat));
        Assert.Equal(DuplicatePolicy.OnlinePrevails, page.DuplicatePolicy);
    }
}
