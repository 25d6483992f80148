namespace Cohesion.Governance.Domain.Councils;

/// <summary>A seat that is not the same in two states of the register.</summary>
/// <param name="SeatId">The seat.</param>
/// <param name="Before">Its line before; null where it was added.</param>
/// <param name="After">Its line after; null where it is gone.</param>
public sealed record SeatDifference(Guid SeatId, SeatEntry? Before, SeatEntry? After);

/// <summary>What two states of the register differ in.</summary>
public static class RegisterComparison
{
    /// <summary>The seats that differ, in no particular order; a value of zero and none at all are the same.</summary>
    /// <param name="before">The lines of the earlier state; those that stand in both may be left out of both.</param>
    /// <param name="after">The lines of the later state.</param>
    public static IReadOnlyList<SeatDifference> Between(IEnumerable<SeatEntry> before, IEnumerable<SeatEntry> after)
    {
        var earlier = before.ToDictionary(s => s.SeatId);
        var differences = new List<SeatDifference>();
        foreach (var line in after)
        {
            if (!earlier.Remove(line.SeatId, out var old))
            {
                differences.Add(new SeatDifference(line.SeatId, null, line));
            }
            else if (!IsSame(old, line))
            {
                differences.Add(new SeatDifference(line.SeatId, old, line));
            }
        }

        differences.AddRange(earlier.Values.Select(gone => new SeatDifference(gone.SeatId, gone, null)));
        return differences;
    }

    /// <summary>Whether two lines say the same of a seat.</summary>
    public static bool IsSame(SeatEntry before, SeatEntry after) =>
        before.BlocId == after.BlocId && before.PartyId == after.PartyId && before.Label == after.Label
        && before.Measures.All.Concat(after.Measures.All).All(m => before.Measures[m.Key] == after.Measures[m.Key]);
}
