using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Engine;

public enum ProcessStatus
{
    /// <summary>In the middle of a turn; never seen in a store.</summary>
    Running,

    /// <summary>Until an event or a time.</summary>
    Waiting,

    /// <summary>Ended as its map says.</summary>
    Finished,

    /// <summary>At least one activity faulted and waits for somebody to retry it or move it on; its other branches go on.</summary>
    Faulted,

    /// <summary>Ended by somebody.</summary>
    Cancelled,
}

/// <summary>
/// Everything there is to know about one running process, as JSON-serialisable data. Immutable; a turn makes the next one. It does not
/// grow with the number of rounds: each activity has one record of its visits.
/// </summary>
public sealed record WorkflowState
{
    public required string InstanceId { get; init; }

    public required string DefinitionId { get; init; }

    /// <summary>The version this instance pins, see <see cref="Definitions.WorkflowDefinition.Hash"/>.</summary>
    public required string DefinitionHash { get; init; }

    public string? CorrelationId { get; init; }

    /// <summary>The process that started this one and may wait for it.</summary>
    public ParentProcess? Parent { get; init; }

    public required ProcessStatus Status { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it was cancelled.</summary>
    public string? CancelReason { get; init; }

    /// <summary>How many activity instances there have been; the next one gets the next number.</summary>
    public int Counter { get; init; }

    public ValueMap Inputs { get; init; } = ValueMap.Empty;

    public ValueMap Variables { get; init; } = ValueMap.Empty;

    /// <summary>What is under way: one entry a branch.</summary>
    public ImmutableArray<ActiveActivity> Active { get; init; } = [];

    /// <summary>Connections (by index) over which branches have arrived at a join that waits for others.</summary>
    public ImmutableArray<int> Arrived { get; init; } = [];

    /// <summary>One record for every activity entered so far, in the order of the file.</summary>
    public ImmutableArray<ActivityVisit> Visits { get; init; } = [];

    /// <summary>The first fault there is, or null.</summary>
    [JsonIgnore]
    public Fault? Fault => Active.FirstOrDefault(activity => activity.Fault is not null)?.Fault;

    [JsonIgnore]
    public bool HasEnded => Status is ProcessStatus.Finished or ProcessStatus.Cancelled;

    /// <summary>The id of an activity instance: the same in every run of the same turn, so that an effect can be recognised.</summary>
    public string ActivityInstanceId(ActiveActivity activity) => ActivityInstanceId(InstanceId, activity.Number);

    internal static string ActivityInstanceId(string instanceId, int number) => string.Create(CultureInfo.InvariantCulture, $"{instanceId}:{number}");
}

/// <param name="InstanceId">The process that dispatched this one.</param>
/// <param name="Waits">Whether it waits for this one to end.</param>
public sealed record ParentProcess(string InstanceId, bool Waits);

public enum ActivityPhase
{
    /// <summary>To be done in this turn.</summary>
    Ready,

    /// <summary>The host has been asked to do it and has not answered yet; never seen in a store.</summary>
    Performing,

    /// <summary>Until one of its events or its time.</summary>
    Waiting,

    /// <summary>Until somebody retries it or moves it on.</summary>
    Faulted,
}

/// <summary>One activity under way.</summary>
public sealed record ActiveActivity
{
    /// <summary>The activity's id in the definition.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The how-manieth activity instance of this process it is.</summary>
    public required int Number { get; init; }

    public required ActivityPhase Phase { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>The values it waits with; they are not evaluated again when it resumes.</summary>
    public ValueMap? Inputs { get; init; }

    public ImmutableArray<EventKey> Events { get; init; } = [];

    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What woke it, until it has been dealt with.</summary>
    public Resumption? Resumption { get; init; }

    /// <summary>How often it has been retried.</summary>
    public int Retries { get; init; }

    public Fault? Fault { get; init; }
}

/// <summary>What a branch waits for. Both parts are compared ordinally.</summary>
/// <param name="Name">The kind of event, such as Vote.Decided.</param>
/// <param name="Key">Which one of that kind, usually the id of what it happened to.</param>
public sealed record EventKey(string Name, string Key);

/// <summary>What ended a wait.</summary>
/// <param name="EventName">The event, or null when the time came.</param>
/// <param name="Key">The event's key.</param>
/// <param name="Payload">What came with it.</param>
/// <param name="TimedOut">Whether the due time came first.</param>
public sealed record Resumption(string? EventName, string? Key, WorkflowValue Payload, bool TimedOut);

/// <summary>One activity's record, for drawing the map.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Times">How often it was entered.</param>
/// <param name="EnteredAt">When it was last entered.</param>
/// <param name="LeftAt">When it was last left, or null while it is under way.</param>
/// <param name="Outcome">How it was last left (several, separated by commas, after a fork), or null while under way or after a cancellation.</param>
public sealed record ActivityVisit(string ActivityId, int Times, DateTimeOffset EnteredAt, DateTimeOffset? LeftAt = null, string? Outcome = null);

/// <summary>Why an activity could not go on.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="ActivityInstanceId">Which of its instances.</param>
/// <param name="Code">Stable: expression, too-many-steps, unknown-outcome, bad-output, waits-for-nothing, or the host's own.</param>
/// <param name="Reason">In both languages.</param>
/// <param name="At">When.</param>
/// <param name="Attempt">The how-manieth attempt this was, from 1.</param>
public sealed record Fault(string ActivityId, string ActivityInstanceId, string Code, BilingualText Reason, DateTimeOffset At, int Attempt);
