using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.CheckReceipt;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class CheckReceiptTests
{
    [Fact]
    public async Task A_receipt_shows_the_ballot_it_was_given_for_however_it_is_typed()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var receipt = (await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).Value.Receipt;

        var check = await place.App.Send(place.Town.TenantA, new CheckReceiptQuery(voteId, receipt));
        var typed = await place.App.Send(place.Town.TenantA, new CheckReceiptQuery(voteId, receipt.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()));

        Assert.Equal((ReceiptState.Counts, BallotChoice.Yes, "Galaxy Tech"), (check.Value.State, check.Value.Choice, check.Value.Seat));
        Assert.Equal(check.Value, typed.Value);
    }

    [Fact]
    public async Task The_receipt_of_a_ballot_that_was_changed_says_when()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var receipt = (await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).Value.Receipt;
        place.App.Clock.Advance(TimeSpan.FromHours(1));
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.No);

        var check = await place.App.Send(place.Town.TenantA, new CheckReceiptQuery(voteId, receipt));

        Assert.Equal((ReceiptState.Replaced, place.App.Clock.GetUtcNow()), (check.Value.State, check.Value.ReplacedAt));
    }

    [Fact]
    public async Task The_receipt_of_an_excluded_seat_or_a_cancelled_vote_says_that_it_does_not_count()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var receipt = (await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).Value.Receipt;

        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatA, "arrears", "Fees."));
        Assert.Equal(ReceiptState.SeatExcluded, (await place.App.Send(place.Town.TenantA, new CheckReceiptQuery(voteId, receipt))).Value.State);

        await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong text"));
        Assert.Equal(ReceiptState.VoteCancelled, (await place.App.Send(place.Town.TenantA, new CheckReceiptQuery(voteId, receipt))).Value.State);
    }

    [Theory]
    [InlineData("0000-0000-0000")]
    [InlineData("hello")]
    public async Task An_unknown_receipt_is_refused(string receipt)
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<ReceiptUnknown>((await place.App.Send(place.Town.TenantA, new CheckReceiptQuery(voteId, receipt))).Refusal);
    }

    [Fact]
    public async Task Somebody_from_elsewhere_is_not_told_that_the_vote_exists()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new CheckReceiptQuery(voteId, "0000-0000-0000"))).Refusal);
    }
}
