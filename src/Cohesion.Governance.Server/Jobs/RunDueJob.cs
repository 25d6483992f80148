using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Process;
using Hangfire;

namespace Cohesion.Governance.Server.Jobs;

/// <summary>Hands queued signals to the processes, wakes those whose time has come, and comes back when the next one's has.</summary>
/// <remarks>Not tried again when it fails: the next sweep does the same.</remarks>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class RunDueJob(IProcessWork work, CurrentMember member, NextWake wake, ILogger<RunDueJob> log)
{
    public async Task Run(CancellationToken ct)
    {
        member.ActAsProcess();
        var count = await work.RunDue(ct);
        if (count > 0)
        {
            log.LogInformation("Ran {Count} due signals and timers", count);
        }

        wake.At(await work.NextDue(ct));
    }
}
