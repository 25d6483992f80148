using System.Text.Json;
using Cohesion.Governance.Server.Persistence;

namespace Cohesion.Governance.Server.Process;

/// <summary>Something a process must be told: a row written with the change that caused it, taken by the runner in the turn it causes.</summary>
internal sealed class ProcessSignal
{
    public required Guid Id { get; init; }

    /// <summary>Order of arrival within one transaction's worth of signals.</summary>
    public long Sequence { get; init; }
    public required ProcessSignalKind Kind { get; init; }

    /// <summary>The council it happened in.</summary>
    public Guid? CouncilId { get; init; }

    /// <summary>Definition to start, or name of the event.</summary>
    public required string Name { get; init; }

    /// <summary>What it is about; an instance started for a subject and the events of that subject carry the same key.</summary>
    public required string Key { get; init; }

    /// <summary>Inputs of the start or payload of the event, as a JSON object.</summary>
    public required string Payload { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Until when an event nobody waits for is kept; null: for good.</summary>
    public DateTimeOffset? KeepUntil { get; init; }
    public ProcessSignalState State { get; set; }
}

internal enum ProcessSignalKind
{
    Start,
    Event,
}

internal enum ProcessSignalState
{
    /// <summary>Not looked at yet.</summary>
    New,

    /// <summary>Nobody waits for it yet.</summary>
    Kept,

    /// <summary>Taken by an instance.</summary>
    Taken,

    /// <summary>Its time was over before anybody waited for it.</summary>
    Expired,
}

/// <summary>Where a handler leaves what a process must be told; it counts only if the handler's transaction commits.</summary>
internal sealed class ProcessOutbox(GovernanceDbContext db, TimeProvider clock)
{
    private long sequence;

    /// <summary>Starts the process of a subject.</summary>
    public void Start(string definitionId, Guid councilId, Guid subjectId, object inputs) =>
        Add(ProcessSignalKind.Start, definitionId, councilId, subjectId, inputs, null);

    /// <summary>Tells the process of a subject that something happened. Kept until somebody waits for it, or until <paramref name="keepUntil"/>.</summary>
    public void Signal(string eventName, Guid councilId, Guid subjectId, object? payload = null, DateTimeOffset? keepUntil = null) =>
        Add(ProcessSignalKind.Event, eventName, councilId, subjectId, payload ?? new { }, keepUntil);

    private void Add(ProcessSignalKind kind, string name, Guid councilId, Guid subjectId, object payload, DateTimeOffset? keepUntil)
    {
        var now = clock.GetUtcNow();
        db.ProcessSignals.Add(new ProcessSignal
        {
            Id = Guid.CreateVersion7(now),
            Sequence = now.UtcTicks + sequence++,
            Kind = kind,
            CouncilId = councilId,
            Name = name,
            Key = subjectId.ToString("D"),
            Payload = JsonSerializer.Serialize(payload, Web.Json.Options),
            At = now,
            KeepUntil = keepUntil,
        });
    }
}
