using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Votes;

public sealed class SecretVoteKeyTests
{
    private static readonly Guid Vote = Guid.Parse("0193a0c2-0000-7000-8000-000000000001");
    private static readonly Guid Seat = Guid.Parse("0193a0c2-0000-7000-9000-000000000001");

    [Fact]
    public void What_was_sealed_opens_for_its_vote_and_seat_and_for_no_other()
    {
        using var key = SecretVoteKey.Create();
        var word = new SecretWord(BallotChoice.Abstain, "7K2M-04XR-9QTB");
        var text = key.Seal(Vote, Seat, word);

        Assert.Equal(word, key.Open(Vote, Seat, text));
        Assert.Null(key.Open(Seat, Seat, text));
        Assert.Null(key.Open(Vote, Vote, text));
        using var other = SecretVoteKey.Create();
        Assert.Null(other.Open(Vote, Seat, text));
        Assert.Null(key.Open(Vote, Seat, (text[0] == 'A' ? 'B' : 'A') + text[1..]));
        Assert.Null(key.Open(Vote, Seat, "not sealed"));
    }

    [Fact]
    public void Whatever_is_said_has_one_length_and_the_same_said_twice_looks_different()
    {
        using var key = SecretVoteKey.Create();
        var texts = Enum.GetValues<BallotChoice>().SelectMany(c => new[] { c, c }).Select(c => key.Seal(Vote, Seat, new SecretWord(c, "7K2M-04XR-9QTB"))).ToList();

        // 12 bytes of nonce, 13 of word, 16 of tag: 41 bytes are 56 characters of Base64.
        Assert.All(texts, t => Assert.Equal(56, t.Length));
        Assert.Equal(6, texts.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_key_is_read_back_with_the_same_id()
    {
        using var key = SecretVoteKey.Create();
        using var again = SecretVoteKey.Of(key.ToBytes());
        Assert.Equal(key.Id, again!.Id);
        Assert.Equal("word", again.OpenText(key.SealText("word", "context"), "context"));
        Assert.Null(again.OpenText(key.SealText("word", "context"), "another"));
        Assert.Null(SecretVoteKey.Of(new byte[31]));
    }

    // The bytes as docs/recount.md states them, put together by hand.
    [Fact]
    public void The_leaves_of_a_secret_vote_are_the_documented_bytes()
    {
        var ballot = SecretLeaf.OfBallot(Vote, Guid.Parse("a3bb189e-8bf9-4f2c-9b1d-0123456789ab"), "b|w=2", BallotChoice.No);
        Assert.Equal(
            "4347424c" + "01" + "02" + "0193a0c2000070008000000000000001" + "a3bb189e8bf94f2c9b1d0123456789ab" + "02" + "0005" + "627c773d32", Convert.ToHexStringLower(ballot));

        var receipt = SecretLeaf.OfReceipt(Vote, Enumerable.Repeat((byte)0xEE, 32).ToArray());
        Assert.Equal("4347424c" + "01" + "03" + "0193a0c2000070008000000000000001" + string.Concat(Enumerable.Repeat("ee", 32)), Convert.ToHexStringLower(receipt));
    }
}
