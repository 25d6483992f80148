using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.AnnounceTally;
using Cohesion.Governance.Server.Features.Votes.SettleVote;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>Tells watchers how votes stand, each vote at most once in a window of 200 ms however many ballots come, and ends votes early where nothing can change.
/// Safe for concurrent use.</summary>
/// <remarks>Casting a ballot only says which vote was touched. What a crash makes forgotten is found again at the start and by a sweep, since the vote itself
/// keeps how much of it was shown.</remarks>
internal sealed partial class TallyAnnouncer(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TallyAnnouncer> log) : IHostedService, IAsyncDisposable
{
    /// <summary>At most one tally of a vote in this time.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMilliseconds(200);

    /// <summary>How often forgotten votes are looked for.</summary>
    public static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private HashSet<Guid> touched = [];
    private ITimer? window;
    private ITimer? sweep;
    private Task work = Task.CompletedTask;
    private int halted;

    /// <summary>Says that the vote's tally changes; returns at once.</summary>
    public void Touch(Guid voteId)
    {
        lock (gate)
        {
            if (Volatile.Read(ref halted) == 1)
            {
                return;
            }

            touched.Add(voteId);

            // The first ballot opens the window; those that follow are shown with it.
            window ??= clock.CreateTimer(_ => WindowIsOver(), null, Window, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Completes when everything that was due by now has been announced.</summary>
    public Task Idle()
    {
        lock (gate)
        {
            return work;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Enqueue(Sweep);
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Halt();
        await Idle().WaitAsync(cancellationToken);
    }

    // The container knows it under two names and disposes of it under both.
    public async ValueTask DisposeAsync()
    {
        await Halt();
        await Idle();
        lock (gate)
        {
            window?.Dispose();
            sweep?.Dispose();
            stopping.Dispose();
        }
    }

    private Task Halt() => Interlocked.Exchange(ref halted, 1) == 0 ? stopping.CancelAsync() : Task.CompletedTask;

    private void WindowIsOver()
    {
        lock (gate)
        {
            var due = touched;
            touched = [];
            window?.Dispose();
            window = null;
            Enqueue(() => Announce(due));
        }
    }

    // One after the other: a vote is never announced by two at once here.
    private void Enqueue(Func<Task> next)
    {
        var before = work;
        work = Task.Run(
            async () =>
            {
                await before;
                if (Volatile.Read(ref halted) == 0)
                {
                    await next();
                }
            },
            CancellationToken.None);
    }

    private async Task Sweep()
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var forgotten = await scope.ServiceProvider.GetRequiredService<GovernanceDbContext>().Votes
                .Where(v => v.Stage == VoteStage.Open && v.BallotCount != v.AnnouncedCount)
                .Select(v => v.Id)
                .ToListAsync(stopping.Token);
            await Announce(forgotten);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            SweepFailed(log, exception);
        }

        lock (gate)
        {
            // Set again only after a sweep, so that sweeps never pile up.
            sweep?.Dispose();
            sweep = Volatile.Read(ref halted) == 1 ? null : clock.CreateTimer(_ => SweepIsDue(), null, SweepEvery, Timeout.InfiniteTimeSpan);
        }
    }

    private void SweepIsDue()
    {
        lock (gate)
        {
            Enqueue(Sweep);
        }
    }

    private async Task Announce(IReadOnlyCollection<Guid> votes)
    {
        foreach (var vote in votes)
        {
            try
            {
                // Refused nearly always: the outcome can still change. It goes first, since after a crash only what was not announced is looked at again.
                await Send(new SettleVoteCommand(vote));
                await Send(new AnnounceTallyCommand(vote));
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The vote still says that it was not shown; the next sweep tries again.
                AnnouncementFailed(log, vote, exception);
            }
        }
    }

    private async Task<Outcome<T>> Send<T>(IRequest<Outcome<T>> request)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsProcess();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, stopping.Token);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The tally of vote {VoteId} could not be announced; the next sweep tries again")]
    private static partial void AnnouncementFailed(ILogger log, Guid voteId, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sweep for tallies not announced failed; it is tried again")]
    private static partial void SweepFailed(ILogger log, Exception exception);
}
