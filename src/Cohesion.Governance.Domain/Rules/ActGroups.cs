namespace Cohesion.Governance.Domain.Rules;

/// <summary>Seats or heads grouped by their bloc and by what they did: few groups, however many seats, so that a seat costs one addition instead of one for every
/// tally it belongs to.</summary>
internal sealed class ActGroups
{
    private readonly int[] groupOf;
    private readonly List<(int Scope, SeatActs Acts)> groups = [];

    /// <param name="acts">What each did.</param>
    /// <param name="scopes">The scope of each (0 outside any bloc); empty where all are looked at as a whole.</param>
    /// <param name="scopeCount">How many scopes there are.</param>
    public ActGroups(ReadOnlySpan<SeatActs> acts, ReadOnlySpan<int> scopes, int scopeCount)
    {
        groupOf = new int[acts.Length];
        const int kinds = byte.MaxValue + 1;
        var known = new int[scopeCount * kinds];
        for (var i = 0; i < acts.Length; i++)
        {
            var scope = scopes.IsEmpty ? 0 : scopes[i];
            ref var group = ref known[(scope * kinds) + (int)acts[i]];
            if (group == 0)
            {
                groups.Add((scope, acts[i]));
                group = groups.Count;
            }

            groupOf[i] = group - 1;
        }
    }

    /// <summary>Each group that somebody is in.</summary>
    public IReadOnlyList<(int Scope, SeatActs Acts)> Groups => groups;

    /// <summary>What the groups weigh.</summary>
    public Rational[] Weigh(WeightColumn weights) => weights.Sums(groupOf, groups.Count);

    /// <summary>How many are in each group.</summary>
    public Rational[] Count()
    {
        var counts = new long[groups.Count];
        foreach (var group in groupOf)
            counts[group]++;
        return Array.ConvertAll(counts, count => new Rational(count));
    }
}
