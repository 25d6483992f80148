using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace Cohesion.Governance.Server.Jobs;

/// <summary>What Hangfire remembers of the jobs, in our words. It forgets runs half an hour after they ended.</summary>
internal sealed class JobReading(JobStorage storage, IRecurringJobManager schedules)
{
    private const int MostFailures = 50;

    /// <summary>The recurring jobs in the order of their ids.</summary>
    public IReadOnlyList<RecurringRun> Recurring()
    {
        using var connection = storage.GetConnection();
        return [.. connection.GetRecurringJobs().OrderBy(job => job.Id, StringComparer.Ordinal).Select(job =>
        {
            var state = job.LastJobId is null ? null : connection.GetStateData(job.LastJobId);
            var failure = job.Error ?? FailureOf(state?.Name ?? job.LastJobState, state?.Data);
            return new RecurringRun(job.Id, job.Cron, Moment(job.NextExecution), Moment(job.LastExecution), (failure, state?.Name ?? job.LastJobState) switch
            {
                ({ }, _) => JobOutcome.Failed,
                (null, null) => JobOutcome.Never,
                (null, "Succeeded") => JobOutcome.Done,
                (null, "Deleted") => JobOutcome.Done,
                _ => JobOutcome.UnderWay,
            }, failure);
        })];
    }

    /// <summary>Runs that failed, newest first.</summary>
    /// <remarks>Our jobs are never tried again and are thrown away when they fail (the next sweep does the same), so failures stand among what was deleted.</remarks>
    public IReadOnlyList<FailedRun> Failures()
    {
        var monitoring = storage.GetMonitoringApi();
        var thrownAway = monitoring.DeletedJobs(0, MostFailures * 4)
            .Select(j => (j.Key, j.Value.Job, At: j.Value.DeletedAt, Why: FailureOf(DeletedState.StateName, j.Value.StateData)));
        var failed = monitoring.FailedJobs(0, MostFailures).Select(j => (j.Key, j.Value.Job, At: j.Value.FailedAt, Why: (string?)$"{j.Value.ExceptionType}: {j.Value.ExceptionMessage}"));
        return [.. thrownAway.Concat(failed).Where(j => j.Why is not null).OrderByDescending(j => j.At).Take(MostFailures)
            .Select(j => new FailedRun(j.Key, Schedules.IdOf(j.Job?.Type), Moment(j.At), j.Why!))];
    }

    /// <summary>How many jobs wait, and how many run.</summary>
    public (long Waiting, long Running) Queue()
    {
        var counts = storage.GetMonitoringApi().GetStatistics();
        return (counts.Enqueued, counts.Processing);
    }

    /// <summary>Puts a recurring job into the queue now; false where there is none of that id.</summary>
    public bool Trigger(string id)
    {
        using var connection = storage.GetConnection();
        if (!connection.GetRecurringJobs().Exists(job => job.Id == id))
        {
            return false;
        }

        schedules.Trigger(id);
        return true;
    }

    private static string? FailureOf(string? state, IDictionary<string, string>? data) => (state, data) switch
    {
        ("Failed", { }) => $"{data.GetOrNull("ExceptionType")}: {data.GetOrNull("ExceptionMessage")}",
        ("Deleted", { }) when data.GetOrNull("Exception") is { } text => SerializationHelper.Deserialize<ExceptionInfo>(text, SerializationOption.Internal) is { } info
            ? $"{info.Type.Split(',')[0]}: {info.Message}"
            : text,
        _ => null,
    };

    private static DateTimeOffset? Moment(DateTime? utc) => utc is { } at ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null;
}

/// <summary>Reads what may not be there.</summary>
internal static class JobStateData
{
    public static string? GetOrNull(this IDictionary<string, string> data, string name) => data.TryGetValue(name, out var value) ? value : null;
}

/// <summary>How the last run of a job ended.</summary>
internal enum JobOutcome
{
    /// <summary>It has not run since the server began.</summary>
    Never,

    /// <summary>It waits in the queue or runs.</summary>
    UnderWay,

    Done,
    Failed,
}

/// <summary>A job that runs by itself.</summary>
/// <param name="Cron">When, in UTC.</param>
/// <param name="Reason">Why its last run failed, as the program says it.</param>
internal sealed record RecurringRun(string Id, string Cron, DateTimeOffset? NextAt, DateTimeOffset? LastAt, JobOutcome Outcome, string? Reason);

/// <summary>A run that failed.</summary>
/// <param name="RecurringId">The recurring job that does the same; null where there is none.</param>
/// <param name="Reason">Why, as the program says it.</param>
internal sealed record FailedRun(string JobId, string? RecurringId, DateTimeOffset? At, string Reason);
