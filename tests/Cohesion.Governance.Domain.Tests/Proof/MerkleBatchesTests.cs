using System.Buffers.Binary;
using Cohesion.Governance.Domain.Proof;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Proof;

/// <summary>Hashing many leaves at a time comes to the tree that hashing them one after the other comes to, which <see cref="MerkleTreeTests"/> holds against the
/// reference implementations.</summary>
public sealed class MerkleBatchesTests
{
    // A batch has 512 leaves.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(1_024)]
    [InlineData(1_535)]
    [InlineData(1_536)]
    [InlineData(5_000)]
    public void The_root_is_that_of_the_leaves_one_after_the_other(int size)
    {
        var batches = new MerkleBatches(BallotLeaf.Length);
        for (var i = 0; i < size; i++)
        {
            Leaf(i).CopyTo(batches.Add());
        }

        Assert.Equal(size, batches.Count);
        Assert.Equal(MerkleTree.Root(Enumerable.Range(0, size).Select(i => MerkleTree.LeafHash(Leaf(i)))), batches.Root());
        Assert.Equal(size, batches.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(700)]
    [InlineData(1_499)]
    public void One_byte_of_a_leaf_changed_changes_the_root(int changed)
    {
        byte[] Root(int other)
        {
            var batches = new MerkleBatches(BallotLeaf.Length);
            for (var i = 0; i < 1_500; i++)
            {
                var leaf = Leaf(i);
                leaf[^1] ^= (byte)(i == other ? 1 : 0);
                leaf.CopyTo(batches.Add());
            }

            return batches.Root();
        }

        Assert.NotEqual(Root(-1), Root(changed));
    }

    [Fact]
    public void A_tree_whose_root_is_known_takes_no_further_leaf()
    {
        var batches = new MerkleBatches(BallotLeaf.Length);
        batches.Add().Clear();
        batches.Root();

        Assert.Throws<InvalidOperationException>(() => batches.Add().Length);
    }

    private static byte[] Leaf(int number)
    {
        var leaf = new byte[BallotLeaf.Length];
        BinaryPrimitives.WriteInt32BigEndian(leaf, number);
        BinaryPrimitives.WriteInt32BigEndian(leaf.AsSpan(60), -number);
        return leaf;
    }
}
