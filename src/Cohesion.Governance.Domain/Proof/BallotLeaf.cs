using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>The canonical bytes of a counted ballot, from which its leaf in the vote's Merkle tree is made. docs/recount.md states them byte for byte.</summary>
/// <remarks>
/// <code>
/// 4   "CGBL"
/// 1   0x01  version of this layout
/// 1   0x01  a ballot by name (0x02 and 0x03 are those of secret votes, SecretLeaf)
/// 16  the vote's id, big-endian (RFC 9562)
/// 16  the seat's id, big-endian
/// 1   choice: 0x01 yes, 0x02 no, 0x03 abstain
/// 1   channel: 0x01 online, 0x02 paper, 0x03 visit, 0x04 proxy
/// 8   when it was cast, in units of 100 ns since the year 1, UTC, big-endian
/// 32  SHA-256 of the receipt code as printed, 7K2M-04XR-9QTB, in UTF-8
/// </code>
/// Leaves stand in the order of their seats' ids, compared byte by byte.
/// </remarks>
public static class BallotLeaf
{
    /// <summary>How many bytes a ballot by name has.</summary>
    public const int Length = 80;

    private static ReadOnlySpan<byte> Magic => "CGBL"u8;

    /// <summary>Writes the bytes of one ballot.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A choice or channel without a byte.</exception>
    public static void Write(
        Guid voteId, Guid seatId, BallotChoice choice, BallotChannel channel, DateTimeOffset castAt, ReadOnlySpan<byte> receiptHash, Span<byte> leaf)
    {
        Magic.CopyTo(leaf);
        (leaf[4], leaf[5]) = (1, 1);
        voteId.TryWriteBytes(leaf[6..], bigEndian: true, out _);
        seatId.TryWriteBytes(leaf[22..], bigEndian: true, out _);
        (leaf[38], leaf[39]) = (ByteOf(choice), ByteOf(channel));
        BinaryPrimitives.WriteInt64BigEndian(leaf[40..], castAt.UtcTicks);
        receiptHash[..SHA256.HashSizeInBytes].CopyTo(leaf[48..]);
    }

    /// <summary>The bytes of one ballot.</summary>
    public static byte[] Of(Guid voteId, Guid seatId, BallotChoice choice, BallotChannel channel, DateTimeOffset castAt, ReadOnlySpan<byte> receiptHash)
    {
        var leaf = new byte[Length];
        Write(voteId, seatId, choice, channel, castAt, receiptHash, leaf);
        return leaf;
    }

    /// <summary>What stands in leaves and exports for a receipt: the code itself stays with the voter.</summary>
    public static byte[] HashOfReceipt(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));

    internal static byte ByteOf(BallotChoice choice) => choice switch
    {
        BallotChoice.Yes => 1,
        BallotChoice.No => 2,
        BallotChoice.Abstain => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "A choice without a byte"),
    };

    private static byte ByteOf(BallotChannel channel) => channel switch
    {
        BallotChannel.Online => 1,
        BallotChannel.Paper => 2,
        BallotChannel.Visit => 3,
        BallotChannel.Proxy => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "A channel without a byte"),
    };
}
