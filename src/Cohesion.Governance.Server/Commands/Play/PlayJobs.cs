using Cohesion.Governance.Server.Jobs;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Commands.Play;

/// <summary>Has Hangfire do, at the play's time, what its schedules would have it do at theirs.</summary>
internal sealed class PlayJobs(IServiceProvider services)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly IBackgroundJobClient jobs = services.GetRequiredService<IBackgroundJobClient>();
    private readonly JobStorage storage = services.GetRequiredService<JobStorage>();

    /// <summary>Wakes processes and delivers notices until neither has anything left to do at this time.</summary>
    public async Task RunUntilQuiet(CancellationToken ct)
    {
        while (await IsAnythingDue(ct))
        {
            await Finish(jobs.Enqueue<RunDueJob>(job => job.Run(CancellationToken.None)), ct);
            await Finish(jobs.Enqueue<DeliverNoticesJob>(job => job.Run(CancellationToken.None)), ct);
        }
    }

    /// <summary>When a process wants to be woken next; null when none does.</summary>
    public Task<DateTimeOffset?> NextDue(CancellationToken ct) => services.GetRequiredService<IProcessWork>().NextDue(ct);

    private async Task<bool> IsAnythingDue(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return await db.ProcessWorks.AnyAsync(ct)
            || await db.ProcessWaits.AnyAsync(w => w.DueAt != null && w.DueAt <= now, ct)
            || await db.Notifications.AnyAsync(n => n.DeliveredAt == null, ct);
    }

    /// <summary>Waits until Hangfire has done a job.</summary>
    private async Task Finish(string jobId, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var connection = storage.GetConnection();
        while (true)
        {
            switch (connection.GetStateData(jobId)?.Name)
            {
                case "Succeeded":
                    return;
                case "Failed" or "Deleted":
                    throw new CaseFailedException($"the job {jobId} failed: {string.Join(" ", connection.GetStateData(jobId).Data.Values)}");
                default:
                    await Task.Delay(5, patience.Token);
                    break;
            }
        }
    }
}
