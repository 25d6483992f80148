using System.Collections.Concurrent;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>The last counts of votes with large rolls. Safe for concurrent use.</summary>
/// <param name="scopes">Where counts are taken while nobody waits for them.</param>
/// <param name="log">Hears of those that failed.</param>
internal sealed partial class KeptCounts(IServiceScopeFactory scopes, ILogger<KeptCounts> log) : IDisposable
{
    /// <summary>Seats of a roll that is counted for each who asks, in some 25 ms. A size and not a time, so that whether a reader sees the last ballot never depends on
    /// how busy the machine is.</summary>
    public const int SmallRoll = 2_000;

    /// <summary>At most one part in so many of the time is spent on counting one vote.</summary>
    public const int Share = 10;

    /// <summary>How long a count of an unchanged vote is believed: service, attendance and objections leave the vote's own row alone.</summary>
    public static readonly TimeSpan Believed = TimeSpan.FromSeconds(15);

    // More open votes than that on one server are counted anew more often; nothing breaks.
    private const int Most = 1000;

    private readonly ConcurrentDictionary<Guid, VoteCount> counts = new();
    private readonly ConcurrentDictionary<Guid, Task> underWay = new();

    // A roll of a million takes more than a gigabyte while it is counted: one at a time.
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>The count that serves for the vote as it is now; null where it must be counted.</summary>
    public VoteCount? Find(Vote vote, DateTimeOffset now)
    {
        if (!counts.TryGetValue(vote.Id, out var count) || count.Stage != vote.Stage)
        {
            return null;
        }

        var age = now - count.At;
        if ((count.VoteVersion != vote.Version || (!vote.HasEnded && age >= Believed)) && age >= count.Cost * Share)
        {
            _ = Begin(vote.Id);
        }

        return count;
    }

    /// <summary>The first count of a vote with a large roll, in its present stage: taken once for all who wait for it.</summary>
    /// <returns>The count; null where none could be taken, so that whoever asks finds out himself why.</returns>
    public async Task<VoteCount?> First(Vote vote, DateTimeOffset now, CancellationToken ct)
    {
        // The one under way may have begun before the vote came to its stage.
        for (var tries = 0; tries < 2; tries++)
        {
            await Begin(vote.Id).WaitAsync(ct);
            if (Find(vote, now) is { } count)
            {
                return count;
            }
        }

        return null;
    }

    /// <summary>Keeps a count for whoever asks next, where the roll is large.</summary>
    public void Keep(Guid voteId, VoteCount count)
    {
        if (count.Turnout.Seats <= SmallRoll)
        {
            counts.TryRemove(voteId, out _);
            return;
        }

        if (counts.Count >= Most && counts.OrderBy(c => c.Value.At).Select(c => (Guid?)c.Key).FirstOrDefault() is { } oldest)
        {
            counts.TryRemove(oldest, out _);
        }

        counts[voteId] = count;
    }

    /// <summary>Completes when the count that is being taken of the vote, if one is, has been taken.</summary>
    public Task Idle(Guid voteId) => underWay.GetValueOrDefault(voteId, Task.CompletedTask);

    // Joins the count that is being taken of the vote, or begins one.
    private Task Begin(Guid voteId)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var task = underWay.GetOrAdd(voteId, mine.Task);
        if (task == mine.Task)
        {
            _ = Task.Run(() => CountAgain(voteId, mine));
        }

        return task;
    }

    private async Task CountAgain(Guid voteId, TaskCompletionSource done)
    {
        try
        {
            await turn.WaitAsync();
            try
            {
                Keep(voteId, await Count(voteId));
            }
            finally
            {
                turn.Release();
            }
        }
        catch (ObjectDisposedException)
        {
            // The server is being stopped; nobody will ask again.
        }
        catch (Exception fault)
        {
            CountFailed(log, voteId, fault);
        }
        finally
        {
            underWay.TryRemove(voteId, out _);
            done.SetResult();
        }
    }

    private async Task<VoteCount> Count(Guid voteId)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsProcess();
        var vote = await scope.ServiceProvider.GetRequiredService<GovernanceDbContext>().Votes.AsNoTracking().SingleAsync(v => v.Id == voteId);
        return await scope.ServiceProvider.GetRequiredService<VoteCounts>().Count(vote, CancellationToken.None);
    }

    public void Dispose() => turn.Dispose();

    [LoggerMessage(Level = LogLevel.Error, Message = "Vote {VoteId} could not be counted for its watchers; they see the count before until the next try")]
    private static partial void CountFailed(ILogger log, Guid voteId, Exception exception);
}
