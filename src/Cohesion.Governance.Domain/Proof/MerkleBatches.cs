namespace Cohesion.Governance.Domain.Proof;

/// <summary>A Merkle tree over leaves of one length, which are hashed many at a time (<see cref="ShortHash.OfEach"/>). Not safe for concurrent use.</summary>
/// <param name="leafLength">Bytes of a leaf.</param>
internal sealed class MerkleBatches(int leafLength)
{
    private const int Levels = 9;

    /// <summary>Leaves of a batch: so many that nearly all nodes above them fill a vector, so few that they stay in the processor's cache.</summary>
    private const int Batch = 1 << Levels;

    private const int NodeLength = 1 + (2 * MerkleTree.HashBytes);

    private readonly MerkleFrontier frontier = new();
    private readonly byte[] leaves = new byte[Batch * (1 + leafLength)];
    private readonly byte[] nodes = new byte[Batch / 2 * NodeLength];
    private readonly byte[] hashes = new byte[Batch * MerkleTree.HashBytes];
    private int waiting;
    private bool isEnded;

    /// <summary>How many leaves it has.</summary>
    public long Count => frontier.Count + waiting;

    /// <summary>Adds a leaf.</summary>
    /// <returns>Where its bytes are to be written, all of them, before anything else is asked of the tree.</returns>
    /// <exception cref="InvalidOperationException">The root has been asked for.</exception>
    public Span<byte> Add()
    {
        if (isEnded)
        {
            throw new InvalidOperationException("A tree whose root has been asked for takes no further leaf.");
        }

        if (waiting == Batch)
        {
            Join();
        }

        var leaf = leaves.AsSpan(waiting++ * (1 + leafLength), 1 + leafLength);
        leaf[0] = MerkleTree.LeafPrefix;
        return leaf[1..];
    }

    /// <summary>The root over the leaves, after which there can be no more.</summary>
    public byte[] Root()
    {
        isEnded = true;
        HashLeaves();
        for (var i = 0; i < waiting; i++)
        {
            frontier.Add(hashes.AsSpan(i * MerkleTree.HashBytes, MerkleTree.HashBytes));
        }

        waiting = 0;
        return frontier.Root();
    }

    private void HashLeaves() => ShortHash.OfEach(leaves.AsSpan(0, waiting * (1 + leafLength)), 1 + leafLength, hashes);

    // A full batch is a complete part of the tree: its root is made level by level.
    private void Join()
    {
        HashLeaves();
        for (var width = Batch / 2; width > 0; width /= 2)
        {
            for (var i = 0; i < width; i++)
            {
                nodes[i * NodeLength] = MerkleTree.NodePrefix;
                hashes.AsSpan(i * 2 * MerkleTree.HashBytes, 2 * MerkleTree.HashBytes).CopyTo(nodes.AsSpan((i * NodeLength) + 1));
            }

            ShortHash.OfEach(nodes.AsSpan(0, width * NodeLength), NodeLength, hashes);
        }

        frontier.AddComplete(hashes.AsSpan(0, MerkleTree.HashBytes), Levels);
        waiting = 0;
    }
}
