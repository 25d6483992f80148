using Cohesion.Governance.Domain.Proof;
using CsCheck;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Proof;

/// <summary>Known inputs and roots are those of the reference implementations of RFC 6962 (certificate-transparency's merkletree tests).</summary>
public sealed class MerkleTreeTests
{
    private static readonly string[] Inputs =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void A_tree_without_leaves_has_the_hash_of_nothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Hex(new MerkleFrontier().Root()));

    [Fact]
    public void Roots_are_those_of_the_reference_implementations()
    {
        var leaves = Leaves(Inputs);

        for (var size = 1; size <= Roots.Length; size++)
        {
            Assert.Equal(Roots[size - 1], Hex(MerkleTree.Root(leaves.Take(size))));
        }
    }

    // Leaf number from 0, size of the tree, path.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 8,
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(5, 8,
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(1, 5,
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void Paths_are_those_of_the_reference_implementations(int index, int size, params string[] path)
    {
        var leaves = Leaves(Inputs[..size]);

        Assert.Equal(path, MerkleTree.InclusionPath(leaves, index).Select(Hex));
        Assert.True(MerkleTree.Includes(leaves[index], index, size, [.. path.Select(Convert.FromHexString)], Convert.FromHexString(Roots[size - 1])));
    }

    [Fact]
    public void Every_leaf_of_every_tree_has_a_path_to_its_root() => Gen.Select(Gen.Int[1, 70], Gen.Int[0, int.MaxValue]).Sample((size, pick) =>
    {
        var leaves = Leaves([.. Enumerable.Range(0, size).Select(i => i.ToString("x8", System.Globalization.CultureInfo.InvariantCulture))]);
        var index = pick % size;

        var path = MerkleTree.InclusionPath(leaves, index);

        Assert.True(MerkleTree.Includes(leaves[index], index, size, path, MerkleTree.Root(leaves)));
    });

    [Fact]
    public void A_path_with_one_bit_changed_anywhere_leads_elsewhere() =>
        Gen.Select(Gen.Int[2, 40], Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], Gen.Int[0, 7]).Sample((size, pick, place, bit) =>
        {
            var leaves = Leaves([.. Enumerable.Range(0, size).Select(i => i.ToString("x8", System.Globalization.CultureInfo.InvariantCulture))]);
            var index = pick % size;
            var root = MerkleTree.Root(leaves);
            byte[][] parts = [leaves[index].ToArray(), .. MerkleTree.InclusionPath(leaves, index).Select(p => p.ToArray()), root];
            var at = place % (parts.Length * MerkleTree.HashBytes);

            parts[at / MerkleTree.HashBytes][at % MerkleTree.HashBytes] ^= (byte)(1 << bit);

            Assert.False(MerkleTree.Includes(parts[0], index, size, parts[1..^1], parts[^1]));
        });

    [Theory]
    [InlineData(-1, 8)]
    [InlineData(8, 8)]
    [InlineData(1, 8)]
    [InlineData(0, 4)]
    public void A_path_is_for_one_place_in_a_tree_of_one_size(int index, int size)
    {
        var leaves = Leaves(Inputs);
        var path = MerkleTree.InclusionPath(leaves, 0);

        Assert.False(MerkleTree.Includes(leaves[0], index, size, path, Convert.FromHexString(Roots[7])));
    }

    [Fact]
    public void A_path_that_is_too_long_or_too_short_is_refused()
    {
        var leaves = Leaves(Inputs);
        var path = MerkleTree.InclusionPath(leaves, 3);
        var root = MerkleTree.Root(leaves);

        Assert.False(MerkleTree.Includes(leaves[3], 3, 8, [.. path, path[0]], root));
        Assert.False(MerkleTree.Includes(leaves[3], 3, 8, [.. path.Take(2)], root));
    }

    [Fact]
    public void A_node_cannot_be_passed_off_as_a_leaf()
    {
        byte[] left = MerkleTree.LeafHash([1]), right = MerkleTree.LeafHash([2]), node = new byte[MerkleTree.HashBytes];
        MerkleTree.NodeHash(left, right, node);

        Assert.NotEqual(node, MerkleTree.LeafHash([.. left, .. right]));
    }

    private static List<byte[]> Leaves(string[] inputs) => [.. inputs.Select(i => MerkleTree.LeafHash(Convert.FromHexString(i)))];

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
