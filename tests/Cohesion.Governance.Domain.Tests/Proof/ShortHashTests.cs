using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using System.Text;
using Cohesion.Governance.Domain.Proof;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Proof;

/// <summary>Known hashes are NIST's examples to FIPS 180-4 (SHA256.pdf of the Cryptographic Standards and Guidelines); the rest is held against the platform's library.</summary>
public sealed class ShortHashTests
{
    private const int Many = 50;

    [Theory]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    [InlineData(
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1")]
    public void Hashes_are_those_that_NIST_gives(string text, string hash)
    {
        var input = Encoding.ASCII.GetBytes(text);
        var one = new byte[32];

        ShortHash.Of(input, one);
        var each = OfEach([.. Enumerable.Repeat(input, Many).SelectMany(i => i)], input.Length);

        Assert.Equal(hash, Convert.ToHexStringLower(one));
        Assert.All(each.Chunk(32), h => Assert.Equal(hash, Convert.ToHexStringLower(h)));
    }

    [Fact]
    public void One_input_of_any_length_hashes_as_the_platform_hashes_it()
    {
        var random = new Random(20261128);
        for (var length = 0; length <= 300; length++)
        {
            var input = Bytes(random, length);
            var hash = new byte[32];

            ShortHash.Of(input, hash);

            Assert.Equal(SHA256.HashData(input), hash);
        }
    }

    [Fact]
    public void Two_hashes_in_one_block_hash_as_the_platform_hashes_them_into_their_own_place()
    {
        var random = new Random(20261128);
        for (var i = 0; i < 1_000; i++)
        {
            var block = Bytes(random, 64);
            var expected = SHA256.HashData(block);

            ShortHash.Of(block, block.AsSpan(16, 32));

            Assert.Equal(expected, block.AsSpan(16, 32).ToArray());
        }
    }

    [Fact]
    public void Many_inputs_of_any_length_hash_as_the_platform_hashes_each()
    {
        var random = new Random(20261128);
        for (var length = 1; length <= 300; length++)
        {
            var inputs = Bytes(random, Many * length);

            Assert.Equal(Expected(inputs, length), OfEach(inputs, length));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(33)]
    public void Inputs_that_do_not_fill_the_vectors_are_hashed_as_well(int many)
    {
        var inputs = Bytes(new Random(many), many * 81);

        Assert.Equal(Expected(inputs, 81), OfEach(inputs, 81));
    }

    // A machine takes the widest vectors it has; the narrower ones are for others, and have to be right as well. What a machine has not in hardware it does
    // in software, but for the instructions of AVX-512 itself.
    [Fact]
    public void Every_width_of_vectors_comes_to_the_same()
    {
        var random = new Random(20261128);
        for (var length = 1; length <= 200; length++)
        {
            var inputs = Bytes(random, Many * length);
            var expected = Expected(inputs, length);
            byte[] one = new byte[Many * 32], eight = new byte[Many * 32], sixteen = new byte[Many * 32];

            Assert.Equal(50, ShortHash.SideBySide<uint, OneMessage>(inputs, length, one, 1));
            Assert.Equal(48, ShortHash.SideBySide<Vector256<uint>, EightMessages>(inputs, length, eight, 8));
            Assert.Equal(expected, one);
            Assert.Equal(expected[..(48 * 32)], eight[..(48 * 32)]);
            if (Avx512F.IsSupported)
            {
                Assert.Equal(48, ShortHash.SideBySide<Vector512<uint>, SixteenMessages>(inputs, length, sixteen, 16));
                Assert.Equal(expected[..(48 * 32)], sixteen[..(48 * 32)]);
            }
        }
    }

    private static byte[] OfEach(byte[] inputs, int length)
    {
        var hashes = new byte[inputs.Length / length * 32];
        ShortHash.OfEach(inputs, length, hashes);
        return hashes;
    }

    private static byte[] Expected(byte[] inputs, int length) => [.. inputs.Chunk(length).SelectMany(SHA256.HashData)];

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
