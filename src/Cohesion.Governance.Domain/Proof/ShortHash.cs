using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>SHA-256 (FIPS 180-4) of short inputs, millions of them. The platform's library hashes a block quickly, but takes several times as long to be called;
/// and it hashes one message after another, where a vector holds eight or sixteen.</summary>
internal static class ShortHash
{
    // Two hashes fill a block, so that the padding is a block of its own, always the same.
    private static readonly uint[] PaddingAfterOneBlock = ScheduleOfPadding();

    [ThreadStatic]
    private static IncrementalHash? mine;

    /// <summary>Hashes one input of any length.</summary>
    /// <param name="bytes">The input.</param>
    /// <param name="hash">Receives 32 bytes; may overlap the input.</param>
    public static void Of(ReadOnlySpan<byte> bytes, Span<byte> hash)
    {
        if (bytes.Length == Sha256.BlockBytes)
        {
            OfOneBlock(bytes, hash);
            return;
        }

        mine ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        mine.AppendData(bytes);
        mine.GetHashAndReset(hash);
    }

    /// <summary>Hashes many inputs of one length.</summary>
    /// <param name="inputs">The inputs one after the other.</param>
    /// <param name="length">Bytes of each, at least one.</param>
    /// <param name="hashes">Receives 32 bytes for each, in their order; must not overlap the inputs.</param>
    public static void OfEach(ReadOnlySpan<byte> inputs, int length, Span<byte> hashes)
    {
        var (count, done) = (inputs.Length / length, 0);
        if (Avx512F.IsSupported)
        {
            done = SideBySide<Vector512<uint>, SixteenMessages>(inputs, length, hashes, Vector512<uint>.Count);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            done = SideBySide<Vector256<uint>, EightMessages>(inputs, length, hashes, Vector256<uint>.Count);
        }

        for (; done < count; done++)
        {
            Of(inputs.Slice(done * length, length), hashes.Slice(done * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes));
        }
    }

    /// <summary>Hashes as many inputs as fill whole vectors.</summary>
    /// <returns>How many.</returns>
    internal static int SideBySide<T, TWords>(ReadOnlySpan<byte> inputs, int length, Span<byte> hashes, int lanes)
        where T : unmanaged
        where TWords : ISha256Words<T>
    {
        var (count, blocks, done) = (inputs.Length / length, BlocksOf(length), 0);
        Span<T> state = stackalloc T[Sha256.HashWords], words = stackalloc T[Sha256.Rounds];
        Span<uint> stateLanes = MemoryMarshal.Cast<T, uint>(state), wordLanes = MemoryMarshal.Cast<T, uint>(words);
        Span<byte> last = stackalloc byte[2 * Sha256.BlockBytes];
        for (; done + lanes <= count; done += lanes)
        {
            for (var i = 0; i < Sha256.HashWords; i++)
            {
                state[i] = TWords.Of(Sha256.Initial[i]);
            }

            for (var block = 0; block < blocks; block++)
            {
                for (var lane = 0; lane < lanes; lane++)
                {
                    ReadLane(BlockOf(inputs.Slice((done + lane) * length, length), block, blocks, last), wordLanes[lane..], lanes);
                }

                Sha256Rounds<T, TWords>.Compress(state, words);
            }

            for (var lane = 0; lane < lanes; lane++)
            {
                var hash = hashes.Slice((done + lane) * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes);
                for (var i = 0; i < Sha256.HashWords; i++)
                {
                    BinaryPrimitives.WriteUInt32BigEndian(hash[(i * sizeof(uint))..], stateLanes[(i * lanes) + lane]);
                }
            }
        }

        return done;
    }

    private static void OfOneBlock(ReadOnlySpan<byte> block, Span<byte> hash)
    {
        Span<uint> state = stackalloc uint[Sha256.HashWords], words = stackalloc uint[Sha256.Rounds];
        Sha256.Initial.CopyTo(state);
        ReadLane(block, words, 1);
        Sha256Rounds<uint, OneMessage>.Compress(state, words);
        Sha256Rounds<uint, OneMessage>.Compress(state, PaddingAfterOneBlock, isScheduled: true);
        for (var i = 0; i < state.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(hash[(i * sizeof(uint))..], state[i]);
        }
    }

    // The padding is at least its first byte and the eight of the length.
    private static int BlocksOf(int length) => (length + 1 + sizeof(ulong) + Sha256.BlockBytes - 1) / Sha256.BlockBytes;

    // A block of the message itself, or of what is left of it with the padding.
    private static ReadOnlySpan<byte> BlockOf(ReadOnlySpan<byte> message, int block, int blocks, Span<byte> last)
    {
        var start = block * Sha256.BlockBytes;
        if (start + Sha256.BlockBytes <= message.Length)
        {
            return message.Slice(start, Sha256.BlockBytes);
        }

        var whole = message.Length / Sha256.BlockBytes;
        var padded = last[..((blocks - whole) * Sha256.BlockBytes)];
        Pad(message[(whole * Sha256.BlockBytes)..], padded, message.Length);
        return padded.Slice(start - (whole * Sha256.BlockBytes), Sha256.BlockBytes);
    }

    // Section 5.1.1: a one, zeros, and the length of the message in bits.
    private static void Pad(ReadOnlySpan<byte> rest, Span<byte> padded, int messageLength)
    {
        padded.Clear();
        rest.CopyTo(padded);
        padded[rest.Length] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(padded[^sizeof(ulong)..], (ulong)messageLength * 8);
    }

    private static void ReadLane(ReadOnlySpan<byte> block, Span<uint> words, int lanes)
    {
        for (var i = 0; i < Sha256.BlockBytes / sizeof(uint); i++)
        {
            words[i * lanes] = BinaryPrimitives.ReadUInt32BigEndian(block[(i * sizeof(uint))..]);
        }
    }

    private static uint[] ScheduleOfPadding()
    {
        Span<byte> padding = stackalloc byte[Sha256.BlockBytes];
        Pad([], padding, Sha256.BlockBytes);
        var words = new uint[Sha256.Rounds];
        ReadLane(padding, words, 1);
        Sha256Rounds<uint, OneMessage>.Compress(new uint[Sha256.HashWords], words);
        return words;
    }
}
