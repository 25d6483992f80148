using Hangfire;

namespace Cohesion.Governance.Server.Jobs;

/// <summary>Sees to it that the due work is run when the next timer is due, and not only at the next sweep.</summary>
internal sealed class NextWake(IBackgroundJobClient jobs, TimeProvider clock)
{
    private readonly Lock gate = new();
    private DateTimeOffset? planned;

    /// <summary>Plans a run for that time, unless one is planned for as soon.</summary>
    public void At(DateTimeOffset? due)
    {
        if (due is not { } at)
        {
            return;
        }

        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (planned > now && planned <= at)
            {
                return;
            }

            planned = at;
        }

        jobs.Schedule<RunDueJob>(job => job.Run(CancellationToken.None), at > now ? at - now : TimeSpan.Zero);
    }
}
