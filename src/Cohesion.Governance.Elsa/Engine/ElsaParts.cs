using System.Text;
using Elsa.Common;
using Elsa.Scheduling;
using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace Cohesion.Governance.Elsa.Engine;

/// <summary>Elsa's clock: the time of the turn, so that a process sees one time from its waking to its waiting.</summary>
internal sealed class TurnClock(TimeProvider clock) : ISystemClock
{
    public DateTimeOffset UtcNow => ElsaTurn.Current?.Now ?? clock.GetUtcNow();
}

/// <summary>
/// Elsa's scheduler, which has nothing to do here: times are rows of the server's, for any number of days, and its jobs find them. Elsa's own
/// throws above 24.8 days, and after that leaves other timers unscheduled.
/// </summary>
internal sealed class RowScheduler : IWorkflowScheduler
{
    public ValueTask ScheduleAtAsync(string taskName, ScheduleNewWorkflowInstanceRequest request, DateTimeOffset at, CancellationToken cancellationToken = default) => default;

    public ValueTask ScheduleAtAsync(string taskName, ScheduleExistingWorkflowInstanceRequest request, DateTimeOffset at, CancellationToken cancellationToken = default) => default;

    public ValueTask ScheduleRecurringAsync(string taskName, ScheduleNewWorkflowInstanceRequest request, DateTimeOffset startAt, TimeSpan interval, CancellationToken cancellationToken = default) => default;

    public ValueTask ScheduleRecurringAsync(string taskName, ScheduleExistingWorkflowInstanceRequest request, DateTimeOffset startAt, TimeSpan interval, CancellationToken cancellationToken = default) => default;

    public ValueTask ScheduleCronAsync(string taskName, ScheduleNewWorkflowInstanceRequest request, string cronExpression, CancellationToken cancellationToken = default) => default;

    public ValueTask ScheduleCronAsync(string taskName, ScheduleExistingWorkflowInstanceRequest request, string cronExpression, CancellationToken cancellationToken = default) => default;

    public ValueTask UnscheduleAsync(string taskName, CancellationToken cancellationToken = default) => default;
}

/// <summary>Lets Elsa.WriteLine write to the log of the process.</summary>
internal sealed class ProcessLog : IStandardOutStreamProvider
{
    public TextWriter GetTextWriter() => new LineWriter();

    private sealed class LineWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value) => ElsaTurn.Current?.Lines.Add(new TurnLine(ElsaTurn.Current.Writing ?? "", value ?? ""));
    }
}
