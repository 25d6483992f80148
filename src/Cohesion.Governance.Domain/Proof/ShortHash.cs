using System.Security.Cryptography;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>SHA-256 of short inputs, millions of them: the platform's one-shot call sets up a context each time, which costs as much as the hashing.</summary>
internal static class ShortHash
{
    [ThreadStatic]
    private static IncrementalHash? mine;

    public static void Of(ReadOnlySpan<byte> bytes, Span<byte> hash)
    {
        mine ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        mine.AppendData(bytes);
        mine.GetHashAndReset(hash);
    }
}
