using Cohesion.Governance.Workflows.Engine;

namespace Cohesion.Governance.Server.Process;

/// <summary>What a running process is about and whose it is; written with the signal that starts it.</summary>
internal sealed class ProcessSubject
{
    /// <summary>The definition's id and the subject's, joined by a colon: a subject has one process of a kind, however often it is started.</summary>
    public required string InstanceId { get; init; }
    public required Guid CouncilId { get; init; }
    public required Guid SubjectId { get; init; }
}

/// <summary>A running (or ended) process with its whole state.</summary>
internal sealed class ProcessInstance
{
    public required string Id { get; init; }
    public required string DefinitionId { get; init; }
    public required string DefinitionHash { get; init; }
    public string? CorrelationId { get; init; }
    public required ProcessStatus Status { get; set; }

    /// <summary>The state as the engine writes it.</summary>
    public required string State { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }
    public required long Version { get; set; }
}

/// <summary>A bookmark: a step that waits for an event, a time, or whichever comes first.</summary>
internal sealed class ProcessWaitRow
{
    public required string ActivityInstanceId { get; init; }
    public required string InstanceId { get; init; }
    public required string ActivityId { get; init; }
    public DateTimeOffset? DueAt { get; init; }
}

/// <summary>One event a bookmark waits for.</summary>
internal sealed class ProcessWaitEvent
{
    public required string ActivityInstanceId { get; init; }
    public required string InstanceId { get; init; }
    public required string Name { get; init; }
    public required string Key { get; init; }
}

/// <summary>An event nobody waits for yet.</summary>
internal sealed class KeptSignal
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Key { get; init; }
    public required string Payload { get; init; }
    public required DateTimeOffset KeptAt { get; init; }

    public required DateTimeOffset KeepUntil { get; init; }
}

/// <summary>That a signal was taken in, so that a repetition is recognised.</summary>
internal sealed class AcceptedSignal
{
    public required string Id { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Something a process must be told or a process to be started: the outbox towards the runner.</summary>
internal sealed class ProcessWorkRow
{
    public required string Id { get; init; }

    /// <summary>Order of arrival, so that a subject's events are delivered as they happened.</summary>
    public required long Sequence { get; init; }

    /// <summary>The work as JSON.</summary>
    public required string Content { get; init; }
}

/// <summary>A line a process wrote.</summary>
internal sealed class ProcessLogLine
{
    public required Guid Id { get; init; }
    public required string InstanceId { get; init; }
    public required string ActivityId { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>The text of every version of a definition that ever ran here; running processes pin theirs by its hash.</summary>
internal sealed class ProcessDefinition
{
    public required string Hash { get; init; }
    public required string DefinitionId { get; init; }
    public required string FileName { get; init; }
    public required string Json { get; init; }
    public required DateTimeOffset FirstSeenAt { get; init; }
}
