using System.Security.Cryptography;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>The Merkle tree of RFC 9162 section 2.1 (the same as RFC 6962): SHA-256, with leaves and nodes hashed under different first bytes, so that
/// no node can be passed off as a leaf.</summary>
public static class MerkleTree
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashBytes = SHA256.HashSizeInBytes;

    internal const byte LeafPrefix = 0;
    internal const byte NodePrefix = 1;

    /// <summary>The hash of a tree without leaves: that of nothing.</summary>
    public static byte[] EmptyRoot() => SHA256.HashData([]);

    /// <summary>SHA-256(0x00 ‖ leaf).</summary>
    public static byte[] LeafHash(ReadOnlySpan<byte> leaf)
    {
        var hash = new byte[HashBytes];
        LeafHash(leaf, hash);
        return hash;
    }

    /// <summary>SHA-256(0x00 ‖ leaf) into <paramref name="hash"/>, 32 bytes.</summary>
    public static void LeafHash(ReadOnlySpan<byte> leaf, Span<byte> hash)
    {
        Span<byte> bytes = leaf.Length < 256 ? stackalloc byte[256] : new byte[leaf.Length + 1];
        bytes[0] = LeafPrefix;
        leaf.CopyTo(bytes[1..]);
        ShortHash.Of(bytes[..(leaf.Length + 1)], hash);
    }

    /// <summary>SHA-256(0x01 ‖ left ‖ right) into <paramref name="hash"/>, which may be one of the two.</summary>
    public static void NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * HashBytes)];
        bytes[0] = NodePrefix;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + HashBytes)..]);
        ShortHash.Of(bytes, hash);
    }

    /// <summary>The root over leaf hashes in their order.</summary>
    public static byte[] Root(IEnumerable<byte[]> leafHashes)
    {
        var frontier = new MerkleFrontier();
        foreach (var hash in leafHashes)
        {
            frontier.Add(hash);
        }

        return frontier.Root();
    }

    /// <summary>The hashes that lead from a leaf to the root, the leaf's sibling first (RFC 9162 section 2.1.3.1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no leaf of that number.</exception>
    public static IReadOnlyList<byte[]> InclusionPath(IReadOnlyList<byte[]> leafHashes, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leafHashes.Count);
        var path = new List<byte[]>();
        var level = leafHashes;
        for (var at = index; level.Count > 1; at /= 2)
        {
            // A last node without a sibling goes up as it is and adds nothing to the path.
            if ((at ^ 1) < level.Count)
            {
                path.Add(level[at ^ 1]);
            }

            level = Parents(level);
        }

        return path;
    }

    /// <summary>Whether a path leads from a leaf to a root (RFC 9162 section 2.1.3.2).</summary>
    /// <param name="leafHash">Hash of the leaf.</param>
    /// <param name="index">Number of the leaf, from 0.</param>
    /// <param name="size">How many leaves the tree has.</param>
    /// <param name="path">As <see cref="InclusionPath"/> gives it.</param>
    /// <param name="root">The root it should come to.</param>
    public static bool Includes(ReadOnlySpan<byte> leafHash, long index, long size, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size || leafHash.Length != HashBytes || root.Length != HashBytes)
        {
            return false;
        }

        Span<byte> hash = stackalloc byte[HashBytes];
        leafHash.CopyTo(hash);
        var (at, last) = (index, size - 1);
        foreach (var step in path)
        {
            if (last == 0 || step.Length != HashBytes)
            {
                return false;
            }

            if ((at & 1) == 1 || at == last)
            {
                NodeHash(step, hash, hash);
                while ((at & 1) == 0 && at != 0)
                {
                    (at, last) = (at >> 1, last >> 1);
                }
            }
            else
            {
                NodeHash(hash, step, hash);
            }

            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 && hash.SequenceEqual(root);
    }

    private static List<byte[]> Parents(IReadOnlyList<byte[]> level)
    {
        var parents = new List<byte[]>((level.Count + 1) / 2);
        for (var i = 0; i < level.Count; i += 2)
        {
            if (i + 1 == level.Count)
            {
                parents.Add(level[i]);
                continue;
            }

            var parent = new byte[HashBytes];
            NodeHash(level[i], level[i + 1], parent);
            parents.Add(parent);
        }

        return parents;
    }
}

/// <summary>A Merkle tree that grows leaf by leaf and keeps only the roots of its complete parts: a million leaves cost twenty hashes of memory.
/// Not safe for concurrent use.</summary>
public sealed class MerkleFrontier
{
    private readonly byte[] stack = new byte[64 * MerkleTree.HashBytes];
    private int height;

    /// <summary>How many leaves it has.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a leaf by its hash (32 bytes).</summary>
    public void Add(ReadOnlySpan<byte> leafHash) => AddComplete(leafHash, 0);

    /// <summary>Adds 2^<paramref name="levels"/> leaves by the root over them; there must be a multiple of so many already.</summary>
    internal void AddComplete(ReadOnlySpan<byte> root, int levels)
    {
        root.CopyTo(At(height++));

        // Each one bit at the end of the count is a complete part of that size waiting for its right sibling.
        for (var merged = Count >> levels; (merged & 1) == 1; merged >>= 1)
        {
            height--;
            MerkleTree.NodeHash(At(height - 1), At(height), At(height - 1));
        }

        Count += 1L << levels;
    }

    /// <summary>The root over the leaves so far.</summary>
    public byte[] Root()
    {
        if (Count == 0)
        {
            return MerkleTree.EmptyRoot();
        }

        var root = At(height - 1).ToArray();
        for (var part = height - 2; part >= 0; part--)
        {
            MerkleTree.NodeHash(At(part), root, root);
        }

        return root;
    }

    private Span<byte> At(int part) => stack.AsSpan(part * MerkleTree.HashBytes, MerkleTree.HashBytes);
}
