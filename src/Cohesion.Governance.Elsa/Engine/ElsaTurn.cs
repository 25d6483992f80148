using Cohesion.Governance.Workflows;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;

namespace Cohesion.Governance.Elsa.Engine;

/// <summary>
/// One run of Elsa over one process, from what woke it to where every branch waits again. Elsa commits a run by writing its instance once at
/// the end; until then nothing of the run counts but the effects of activities, which are remembered by activity instance. Ambient, because
/// Elsa calls activities and middleware without a way to hand them anything.
/// </summary>
internal sealed class ElsaTurn(WorkflowDefinition definition, WorkflowState before, DateTimeOffset now)
{
    private static readonly AsyncLocal<ElsaTurn?> Ambient = new();

    private readonly Dictionary<string, ActivityVisit> visits = before.Visits.ToDictionary(visit => visit.ActivityId, StringComparer.Ordinal);

    /// <summary>The turn Elsa is running on this thread of execution; null when Elsa runs something on its own.</summary>
    public static ElsaTurn? Current => Ambient.Value;

    public WorkflowDefinition Definition => definition;

    /// <summary>The process as it was; for a new one, before its first activity.</summary>
    public WorkflowState Before => before;

    public DateTimeOffset Now => now;

    /// <summary>What the activity being resumed is told.</summary>
    public Resumption? Resumption { get; init; }

    /// <summary>The outcome to leave a faulted activity with, by its number.</summary>
    public (int Number, string Outcome)? MoveOn { get; init; }

    /// <summary>The work that causes this run, by which it is recognised after a crash; null where the cause is a time.</summary>
    public string? Cause { get; init; }

    /// <summary>Values in place of the definition's own, set before the first activity.</summary>
    public ValueMap Overrides { get; init; } = ValueMap.Empty;

    public int Counter { get; private set; } = before.Counter;

    public List<TurnLine> Lines { get; } = [];

    public List<ProcessWork> Promised { get; } = [];

    /// <summary>Names of effects this run relied on; forgotten when the run is.</summary>
    public List<string> Effects { get; } = [];

    public Dictionary<int, Fault> Faults { get; } = [];

    public int Steps { get; set; }

    /// <summary>The activity being run.</summary>
    public string? Writing { get; set; }

    /// <summary>Why this run must not be committed; null while nothing is wrong.</summary>
    public Exception? Failure { get; set; }

    /// <summary>What Elsa committed; null until it has.</summary>
    public TurnRecord? Committed { get; set; }

    public IEnumerable<ActivityVisit> Visits =>
        definition.Activities.Where(node => visits.ContainsKey(node.Id)).Select(node => visits[node.Id]);

    /// <summary>Makes this the turn that Elsa runs until disposed.</summary>
    public IDisposable Enter()
    {
        Ambient.Value = this;
        return new Leaving();
    }

    /// <returns>The number of the new activity instance.</returns>
    public int Visit(string activityId)
    {
        var times = visits.TryGetValue(activityId, out var visit) ? visit.Times : 0;
        visits[activityId] = new ActivityVisit(activityId, times + 1, now);
        return ++Counter;
    }

    public void Leave(string activityId, string? outcome)
    {
        if (visits.TryGetValue(activityId, out var visit))
        {
            visits[activityId] = visit with { LeftAt = now, Outcome = outcome };
        }
    }

    public bool IsUnderWay(string activityId) => visits.TryGetValue(activityId, out var visit) && visit.LeftAt is null;

    private sealed class Leaving : IDisposable
    {
        public void Dispose() => Ambient.Value = null;
    }
}

/// <param name="ActivityId">Who wrote it.</param>
/// <param name="Text">The line.</param>
internal sealed record TurnLine(string ActivityId, string Text);

/// <summary>
/// What one run made of a process, kept inside Elsa's instance so that it is there exactly when the run is. The server's own rows follow from
/// it, and can be made again after a crash in between.
/// </summary>
/// <param name="Number">The how-manieth run, from 1: the version of the server's row that has it.</param>
/// <param name="State">The process as the server's pages, timers and events know it.</param>
/// <param name="Lines">What it wrote to the log.</param>
/// <param name="Promised">Processes to start.</param>
/// <param name="Effects">Effects whose memory can go.</param>
/// <param name="Outputs">What it gave back, once it has ended.</param>
/// <param name="Cause">The work that caused it.</param>
internal sealed record TurnRecord(
    long Number, string State, IReadOnlyList<TurnLine> Lines, IReadOnlyList<ProcessWork> Promised, IReadOnlyList<string> Effects, ValueMap Outputs,
    string? Cause = null)
{
    /// <summary>The property of Elsa's instance.</summary>
    public const string Property = "Governance.Turn";
}
