using System.Runtime.CompilerServices;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>SHA-256 (FIPS 180-4 section 6.2) of one block, for one message or for several side by side.</summary>
/// <typeparam name="T">A word, or the same word of every message.</typeparam>
/// <typeparam name="TWords">What can be done with it.</typeparam>
internal static class Sha256Rounds<T, TWords>
    where T : unmanaged
    where TWords : ISha256Words<T>
{
    /// <summary>Section 6.2.2: the hash so far, eight words, becomes that after a block.</summary>
    /// <param name="hash">The hash, changed in place.</param>
    /// <param name="words">64 words, the first 16 of which are the block; the others receive its schedule.</param>
    /// <param name="isScheduled">Whether the schedule is there already.</param>
    public static void Compress(Span<T> hash, Span<T> words, bool isScheduled = false)
    {
        T a = hash[0], b = hash[1], c = hash[2], d = hash[3], e = hash[4], f = hash[5], g = hash[6], h = hash[7];

        // The letters change places with every round; after eight they are where they began. The schedule is made as it is used, so that the processor
        // works on the next words while it waits for the rounds, each of which needs the one before.
        for (var t = 0; t < Sha256.Rounds; t += 8)
        {
            if (t >= 16 && !isScheduled)
            {
                Schedule(words.Slice(t - 16, 24));
            }

            ReadOnlySpan<T> w = words.Slice(t, 8);
            ReadOnlySpan<uint> k = Sha256.K.Slice(t, 8);
            Round(a, b, c, ref d, e, f, g, ref h, w[0], k[0]);
            Round(h, a, b, ref c, d, e, f, ref g, w[1], k[1]);
            Round(g, h, a, ref b, c, d, e, ref f, w[2], k[2]);
            Round(f, g, h, ref a, b, c, d, ref e, w[3], k[3]);
            Round(e, f, g, ref h, a, b, c, ref d, w[4], k[4]);
            Round(d, e, f, ref g, h, a, b, ref c, w[5], k[5]);
            Round(c, d, e, ref f, g, h, a, ref b, w[6], k[6]);
            Round(b, c, d, ref e, f, g, h, ref a, w[7], k[7]);
        }

        hash[0] = TWords.Add(hash[0], a);
        hash[1] = TWords.Add(hash[1], b);
        hash[2] = TWords.Add(hash[2], c);
        hash[3] = TWords.Add(hash[3], d);
        hash[4] = TWords.Add(hash[4], e);
        hash[5] = TWords.Add(hash[5], f);
        hash[6] = TWords.Add(hash[6], g);
        hash[7] = TWords.Add(hash[7], h);
    }

    // Step 1: from sixteen words the next eight.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Schedule(Span<T> words)
    {
        var w = words[..24];
        var (next0, next1) = (Next(w[0], w[1], w[9], w[14]), Next(w[1], w[2], w[10], w[15]));
        var (next2, next3) = (Next(w[2], w[3], w[11], next0), Next(w[3], w[4], w[12], next1));
        (w[16], w[17]) = (next0, next1);
        var (next4, next5) = (Next(w[4], w[5], w[13], next2), Next(w[5], w[6], w[14], next3));
        (w[18], w[19]) = (next2, next3);
        (w[20], w[21]) = (next4, next5);
        (w[22], w[23]) = (Next(w[6], w[7], w[15], next4), Next(w[7], w[8], next0, next5));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Next(T before16, T before15, T before7, T before2) =>
        TWords.Add(TWords.Add(TWords.Add(before16, before7), SmallSigma0(before15)), SmallSigma1(before2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T SmallSigma0(T x) => TWords.Xor(TWords.RotateRight(x, 7), TWords.RotateRight(x, 18), TWords.ShiftRight(x, 3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T SmallSigma1(T x) => TWords.Xor(TWords.RotateRight(x, 17), TWords.RotateRight(x, 19), TWords.ShiftRight(x, 10));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(T a, T b, T c, ref T d, T e, T f, T g, ref T h, T word, uint constant)
    {
        // In this order little has to be kept meanwhile, and what the next round waits for, the new e, comes first.
        h = TWords.Add(h, TWords.Add(word, TWords.Of(constant)));
        h = TWords.Add(h, TWords.Choose(e, f, g));
        h = TWords.Add(h, TWords.Xor(TWords.RotateRight(e, 6), TWords.RotateRight(e, 11), TWords.RotateRight(e, 25)));
        d = TWords.Add(d, h);
        h = TWords.Add(h, TWords.Majority(a, b, c));
        h = TWords.Add(h, TWords.Xor(TWords.RotateRight(a, 2), TWords.RotateRight(a, 13), TWords.RotateRight(a, 22)));
    }
}

/// <summary>The numbers of SHA-256.</summary>
internal static class Sha256
{
    /// <summary>Bytes of a block.</summary>
    public const int BlockBytes = 64;

    /// <summary>Words of a hash.</summary>
    public const int HashWords = 8;

    public const int Rounds = 64;

    /// <summary>The constants of the rounds (FIPS 180-4 section 4.2.2).</summary>
    public static ReadOnlySpan<uint> K =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>The hash before the first block (section 5.3.3).</summary>
    public static ReadOnlySpan<uint> Initial =>
        [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
}
