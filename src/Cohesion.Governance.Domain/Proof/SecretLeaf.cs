using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>The canonical bytes of a secret vote's ballots and receipts, from which the leaves of its two Merkle trees are made. docs/recount.md states them byte for byte.</summary>
/// <remarks>
/// A ballot, in the order of the ballots' ids:
/// <code>
/// 4   "CGBL"
/// 1   0x01  version of this layout
/// 1   0x02  a secret ballot
/// 16  the vote's id, big-endian (RFC 9562)
/// 16  the ballot's own random id, big-endian
/// 1   choice: 0x01 yes, 0x02 no, 0x03 abstain
/// 2   length of the class in bytes, big-endian
/// …   the class in UTF-8
/// </code>
/// A receipt, in the order of the commitments:
/// <code>
/// 4   "CGBL"
/// 1   0x01
/// 1   0x03  a receipt of a secret vote
/// 16  the vote's id, big-endian
/// 32  SHA-256 of the receipt code as printed, 7K2M-04XR-9QTB, in UTF-8
/// </code>
/// Nothing leads from a leaf of the one tree to a leaf of the other: whoever shows his receipt shows that he voted, never what.
/// </remarks>
public static class SecretLeaf
{
    private const int IdBytes = 16;
    private const int HeadBytes = 6 + IdBytes;

    /// <summary>The bytes of one ballot.</summary>
    public static byte[] OfBallot(Guid voteId, Guid ballotId, string seats, BallotChoice choice)
    {
        var length = Encoding.UTF8.GetByteCount(seats);
        var leaf = Begin(voteId, 2, HeadBytes + IdBytes + 3 + length);
        ballotId.TryWriteBytes(leaf.AsSpan(HeadBytes), bigEndian: true, out _);
        leaf[HeadBytes + IdBytes] = BallotLeaf.ByteOf(choice);
        BinaryPrimitives.WriteUInt16BigEndian(leaf.AsSpan(HeadBytes + IdBytes + 1), checked((ushort)length));
        Encoding.UTF8.GetBytes(seats, leaf.AsSpan(HeadBytes + IdBytes + 3));
        return leaf;
    }

    /// <summary>The bytes of one receipt.</summary>
    /// <param name="voteId">The vote.</param>
    /// <param name="commitment">SHA-256 of the code (<see cref="BallotLeaf.HashOfReceipt"/>).</param>
    public static byte[] OfReceipt(Guid voteId, ReadOnlySpan<byte> commitment)
    {
        var leaf = Begin(voteId, 3, HeadBytes + SHA256.HashSizeInBytes);
        commitment[..SHA256.HashSizeInBytes].CopyTo(leaf.AsSpan(HeadBytes));
        return leaf;
    }

    private static byte[] Begin(Guid voteId, byte kind, int length)
    {
        var leaf = new byte[length];
        "CGBL"u8.CopyTo(leaf);
        (leaf[4], leaf[5]) = (1, kind);
        voteId.TryWriteBytes(leaf.AsSpan(6), bigEndian: true, out _);
        return leaf;
    }
}
