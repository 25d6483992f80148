using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Rules;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Proof;

public sealed class BallotLeafTests
{
    private static readonly Guid Vote = Guid.Parse("0193a0c2-0000-7000-8000-000000000001");
    private static readonly Guid Seat = Guid.Parse("0193a0c2-0000-7000-8000-0000000000ff");

    [Fact]
    public void A_ballot_is_eighty_bytes_laid_out_as_documented()
    {
        // One tick after the year 1 began, the receipt's hash given as eights: every field can be seen in the bytes.
        var leaf = BallotLeaf.Of(Vote, Seat, BallotChoice.No, BallotChannel.Paper, new DateTimeOffset(1, TimeSpan.Zero), Enumerable.Repeat((byte)0x88, 32).ToArray());

        Assert.Equal(
            "4347424c" + "01" + "01" + "0193a0c2000070008000000000000001" + "0193a0c20000700080000000000000ff" + "02" + "02" + "0000000000000001"
            + string.Concat(Enumerable.Repeat("88", 32)),
            Convert.ToHexStringLower(leaf));
    }

    [Fact]
    public void A_receipt_is_hashed_as_it_is_printed() =>

        // printf '7K2M-04XR-9QTB' | sha256sum
        Assert.Equal("722fece429b2e1b48aaa30642cc2b6f42111f7a362a891e75e8bb9a4f2cab96d", Convert.ToHexStringLower(BallotLeaf.HashOfReceipt("7K2M-04XR-9QTB")));

    [Fact]
    public void Every_choice_and_channel_makes_another_leaf()
    {
        var leaves = from choice in new[] { BallotChoice.Yes, BallotChoice.No, BallotChoice.Abstain }
                     from channel in new[] { BallotChannel.Online, BallotChannel.Paper, BallotChannel.Visit, BallotChannel.Proxy }
                     select Convert.ToHexString(BallotLeaf.Of(Vote, Seat, choice, channel, DateTimeOffset.UnixEpoch, new byte[32]));

        Assert.Equal(12, leaves.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_channel_the_format_does_not_know_is_a_bug() => Assert.Throws<ArgumentOutOfRangeException>(
        () => BallotLeaf.Of(Vote, Seat, BallotChoice.Yes, BallotChannel.Meeting, DateTimeOffset.UnixEpoch, new byte[32]));
}
