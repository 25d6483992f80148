using Cohesion.Governance.Domain.Notifications;
using Cohesion.Governance.Server.Persistence;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Jobs;

/// <summary>Shortly after a commit that left notices, puts their delivery in the queue, so that nobody waits for the next sweep. Many commits in a
/// row are one pulse. (What a commit left for processes is taken at once by <see cref="Process.ProcessRelay"/>.)</summary>
internal sealed class CommitPulse(
    AfterCommit commits, IBackgroundJobClient jobs, JobsSettings settings, IServiceScopeFactory scopes, TimeProvider clock, ILogger<CommitPulse> log)
    : IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);

    private ITimer? timer;
    private int armed;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings is { Enabled: true, Scheduled: true })
        {
            timer = clock.CreateTimer(_ => _ = Beat(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            commits.Subscribe(Arm, typeof(Notification));
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (timer is not null)
        {
            await timer.DisposeAsync();
        }
    }

    public ValueTask DisposeAsync() => timer?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Arm()
    {
        if (Interlocked.Exchange(ref armed, 1) == 0)
        {
            timer!.Change(Gathering, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task Beat()
    {
        // Before looking: a commit from now on arms it again.
        Interlocked.Exchange(ref armed, 0);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
            if (await db.Notifications.AnyAsync(n => n.DeliveredAt == null))
            {
                jobs.Enqueue<DeliverNoticesJob>(job => job.Run(CancellationToken.None));
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Nobody awaits a timer; the sweep does the work a few seconds later.
            log.LogError(exception, "Could not look what the last commits left to do");
        }
    }
}
