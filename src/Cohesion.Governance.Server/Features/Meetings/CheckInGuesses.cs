using System.Collections.Concurrent;

namespace Cohesion.Governance.Server.Features.Meetings;

/// <summary>Counts wrong check-in codes, so that nobody finds one by trying: five in a row, and for five minutes no code of his is looked at.</summary>
/// <remarks>In the memory of this process. A code has a million values and two are right at a time: a try a minute takes the better part of a year of meeting to find one.</remarks>
internal sealed class CheckInGuesses(TimeProvider clock)
{
    /// <summary>Wrong codes in a row before no more are looked at.</summary>
    public const int Most = 5;

    /// <summary>For how long, from the last of them.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private const int ManyPeople = 10_000;

    private readonly ConcurrentDictionary<(Guid Person, Guid Meeting), (int Wrong, DateTimeOffset Last)> counted = new();

    /// <summary>Whether this person must wait.</summary>
    public bool MustWait(Guid person, Guid meeting) =>
        counted.TryGetValue((person, meeting), out var so) && so.Wrong >= Most && clock.GetUtcNow() - so.Last < Pause;

    public void Wrong(Guid person, Guid meeting)
    {
        var now = clock.GetUtcNow();
        if (counted.Count > ManyPeople)
        {
            foreach (var (who, so) in counted.Where(c => now - c.Value.Last >= Pause))
            {
                counted.TryRemove(KeyValuePair.Create(who, so));
            }
        }

        counted.AddOrUpdate((person, meeting), (1, now), (_, so) => now - so.Last >= Pause ? (1, now) : (so.Wrong + 1, now));
    }

    public void Right(Guid person, Guid meeting) => counted.TryRemove((person, meeting), out _);
}
