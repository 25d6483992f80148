using Cohesion.Governance.Workflows.Running;

namespace Cohesion.Governance.Server.Process;

/// <summary>Runs whatever processes have to do now.</summary>
internal sealed class DueProcesses(IProcessPort port, DatabaseProcessStore store, TimeProvider clock, ILogger<DueProcesses> log) : IProcessWork
{
    public async Task<int> RunDue(CancellationToken ct)
    {
        var report = await port.FireDueAsync(clock.GetUtcNow(), ct);
        foreach (var failure in report.Failures)
        {
            log.LogError("Process work {What} failed and stays to be tried again: {Error}", failure.What, failure.Error);
        }

        return report.Timers + report.Works + report.Matched;
    }

    public Task<DateTimeOffset?> NextDue(CancellationToken ct) => store.NextDueAsync(ct);
}
