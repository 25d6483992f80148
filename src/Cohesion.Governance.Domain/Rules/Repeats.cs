namespace Cohesion.Governance.Domain.Rules;

/// <summary>Finds out whether a number stands twice among a million.</summary>
internal static class Repeats
{
    private const int BucketBits = 16;

    /// <summary>Whether two of the numbers are the same. Hashes, which fall into all buckets alike, take time in proportion to their number; others take that of
    /// sorting them.</summary>
    public static bool Any(ReadOnlySpan<ulong> numbers)
    {
        // Where each bucket begins, by the highest bits; then the numbers of each together.
        var next = new int[(1 << BucketBits) + 1];
        foreach (var number in numbers)
        {
            next[BucketOf(number) + 1]++;
        }

        for (var bucket = 1; bucket < next.Length; bucket++)
        {
            next[bucket] += next[bucket - 1];
        }

        var together = new ulong[numbers.Length];
        foreach (var number in numbers)
        {
            together[next[BucketOf(number)]++] = number;
        }

        for (var (start, bucket) = (0, 0); bucket < 1 << BucketBits; start = next[bucket], bucket++)
        {
            var those = together.AsSpan(start, next[bucket] - start);
            those.Sort();
            for (var i = 1; i < those.Length; i++)
            {
                if (those[i] == those[i - 1])
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int BucketOf(ulong number) => (int)(number >> (64 - BucketBits));
}
