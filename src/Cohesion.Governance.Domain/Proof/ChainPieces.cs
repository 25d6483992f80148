using Cohesion.Governance.Domain.Journal;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>The chain of a journal in pieces (<see cref="VoteExport.EntriesToALink"/>). Each link of a chain needs the one before, so that a chain is hashed one after the
/// other; where its hash is stated after each piece, pieces are hashed side by side, and each must end where the next begins.</summary>
internal sealed class ChainPieces
{
    private const int Piece = VoteExport.EntriesToALink;
    private const int HashBytes = MerkleTree.HashBytes;

    // As many as the widest vector holds.
    private const int Lanes = 16;

    private readonly byte[] digests = new byte[Lanes * Piece * HashBytes];

    // The hash before each piece that waits, and behind the last of them.
    private readonly byte[] stated = new byte[(Lanes + 1) * HashBytes];
    private int waiting;
    private int entries;

    /// <param name="before">The hash before the first entry, 32 bytes.</param>
    public ChainPieces(ReadOnlySpan<byte> before) => before.CopyTo(stated);

    /// <summary>Whether a piece is complete, so that the hash behind it must be stated next.</summary>
    public bool IsLinkDue => entries == Piece;

    /// <summary>Whether a piece did not end where it should. Known of all of them after <see cref="HashSoFar"/>.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Where the next entry's digest is to be put, 32 bytes.</summary>
    public Span<byte> Add() => digests.AsSpan(((waiting * Piece) + entries++) * HashBytes, HashBytes);

    /// <summary>States the hash behind the complete piece.</summary>
    public void Link(ReadOnlySpan<byte> hash)
    {
        waiting++;
        entries = 0;
        hash.CopyTo(StatedAt(waiting));
        if (waiting == Lanes)
        {
            HashWaiting();
        }
    }

    /// <summary>The hash behind the last entry so far; others may follow.</summary>
    /// <param name="hash">Receives 32 bytes.</param>
    public void HashSoFar(Span<byte> hash)
    {
        HashWaiting();
        StatedAt(0).CopyTo(hash);
        for (var entry = 0; entry < entries; entry++)
        {
            JournalChain.Next(hash, digests.AsSpan(entry * HashBytes, HashBytes), hash);
        }
    }

    private Span<byte> StatedAt(int piece) => stated.AsSpan(piece * HashBytes, HashBytes);

    private void HashWaiting()
    {
        if (waiting == 0)
        {
            return;
        }

        Span<byte> inputs = stackalloc byte[waiting * 2 * HashBytes], hashes = stackalloc byte[waiting * HashBytes];
        stated.AsSpan(0, hashes.Length).CopyTo(hashes);
        for (var entry = 0; entry < Piece; entry++)
        {
            for (var piece = 0; piece < waiting; piece++)
            {
                var input = inputs.Slice(piece * 2 * HashBytes, 2 * HashBytes);
                hashes.Slice(piece * HashBytes, HashBytes).CopyTo(input);
                digests.AsSpan(((piece * Piece) + entry) * HashBytes, HashBytes).CopyTo(input[HashBytes..]);
            }

            ShortHash.OfEach(inputs, 2 * HashBytes, hashes);
        }

        IsBroken |= !hashes.SequenceEqual(stated.AsSpan(HashBytes, hashes.Length));
        StatedAt(waiting).CopyTo(stated);

        // The piece that has begun moves to the front.
        digests.AsSpan(waiting * Piece * HashBytes, entries * HashBytes).CopyTo(digests);
        waiting = 0;
    }
}
