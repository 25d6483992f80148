using Hangfire;

namespace Cohesion.Governance.Server.Jobs;

/// <summary>Everything that runs by itself, and when. Times are UTC; the first field of six is seconds.</summary>
/// <remarks>What commits have left to do is done at once (<see cref="CommitPulse"/>) and timers at their time (<see cref="NextWake"/>); these
/// sweeps find what a crash left behind.</remarks>
internal static class Schedules
{
    public const string RunDue = "run-due";
    public const string DeliverNotices = "deliver-notices";
    public const string SealJournals = "seal-journals";
    public const string ForgetOld = "forget-old";

    /// <summary>The recurring job that does what a job's class does; null where none does.</summary>
    public static string? IdOf(Type? job) => job?.Name switch
    {
        nameof(RunDueJob) => RunDue,
        nameof(DeliverNoticesJob) => DeliverNotices,
        nameof(SealJournalsJob) => SealJournals,
        nameof(ForgetOldJob) => ForgetOld,
        _ => null,
    };

    public static void Set(IRecurringJobManager jobs)
    {
        jobs.AddOrUpdate<RunDueJob>(RunDue, job => job.Run(CancellationToken.None), "*/5 * * * * *");
        jobs.AddOrUpdate<DeliverNoticesJob>(DeliverNotices, job => job.Run(CancellationToken.None), "*/5 * * * * *");
        // Hourly, for days end at different times in different places; whatever was sealed already is left alone.
        jobs.AddOrUpdate<SealJournalsJob>(SealJournals, job => job.Run(CancellationToken.None), "7 * * * *");
        jobs.AddOrUpdate<ForgetOldJob>(ForgetOld, job => job.Run(CancellationToken.None), "17 19 * * *");
    }
}
