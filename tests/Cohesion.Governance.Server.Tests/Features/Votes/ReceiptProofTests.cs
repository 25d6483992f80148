using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.ReceiptProof;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class ReceiptProofTests
{
    [Fact]
    public async Task Every_receipt_leads_from_its_ballot_to_the_published_root()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId, b: BallotChoice.No);
        var counted = await place.Count(voteId);
        var receipts = await place.App.Db(db => db.Ballots.Select(b => b.Receipt).ToListAsync());

        foreach (var receipt in receipts)
        {
            var proof = (await place.App.Send(place.Town.TenantA, new ReceiptProofQuery(voteId, receipt))).Value;
            Assert.Equal(counted.BallotsRoot, proof.Root);
            Assert.True(MerkleTree.Includes(
                MerkleTree.LeafHash(Convert.FromHexString(proof.Leaf)), proof.Index, proof.Size, [.. proof.Path.Select(Convert.FromHexString)], Convert.FromHexString(proof.Root)));
        }

        Assert.Equal(5, receipts.Count);
    }

    [Fact]
    public async Task Before_the_count_it_says_that_the_ballot_is_held_and_will_count()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var receipt = (await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).Value.Receipt;

        var refusal = Assert.IsType<VoteNotCounted>((await place.App.Send(place.Town.TenantA, new ReceiptProofQuery(voteId, receipt))).Refusal);

        Assert.Contains("is held and will count", refusal.Message.En, StringComparison.Ordinal);
        Assert.Contains("将计入", refusal.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ballots_that_were_replaced_or_whose_seat_was_excluded_are_not_proved()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var replaced = (await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).Value.Receipt;
        var excluded = (await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes)).Value.Receipt;
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.No);
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatB, "arrears", "Fees."));
        await place.Count(voteId);

        Assert.IsType<ReceiptNotCounted>((await place.App.Send(place.Town.TenantA, new ReceiptProofQuery(voteId, replaced))).Refusal);
        Assert.IsType<ReceiptNotCounted>((await place.App.Send(place.Town.TenantB, new ReceiptProofQuery(voteId, excluded))).Refusal);
    }

    [Fact]
    public async Task A_cancelled_vote_proves_nothing()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var receipt = (await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).Value.Receipt;
        await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong text"));

        var refusal = Assert.IsType<VoteNotCounted>((await place.App.Send(place.Town.TenantA, new ReceiptProofQuery(voteId, receipt))).Refusal);
        Assert.Contains("cancelled", refusal.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ballots_tampered_with_after_the_count_are_not_vouched_for()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var receipt = (await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).Value.Receipt;
        await place.Count(voteId);
        await place.App.Db(db => db.Database.ExecuteSqlAsync($"UPDATE Ballots SET Choice = 'No'"));

        Assert.IsType<BallotsDisagree>((await place.App.Send(place.Town.TenantA, new ReceiptProofQuery(voteId, receipt))).Refusal);
    }

    [Theory]
    [InlineData("0000-0000-0000")]
    [InlineData("hello")]
    public async Task A_forged_receipt_is_refused(string receipt)
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId);
        await place.Count(voteId);

        Assert.IsType<ReceiptUnknown>((await place.App.Send(place.Town.TenantA, new ReceiptProofQuery(voteId, receipt))).Refusal);
    }

    [Fact]
    public async Task Somebody_from_elsewhere_is_not_told_that_the_vote_exists()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new ReceiptProofQuery(voteId, "0000-0000-0000"))).Refusal);
    }
}
