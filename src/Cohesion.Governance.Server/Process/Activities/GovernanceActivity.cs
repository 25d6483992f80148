using System.Globalization;
using System.Xml;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Pipeline;
using MediatR;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>One activity that workflow files may use. An adapter: it reads its inputs, sends commands and says how it ended or what it waits for.
/// Behaviour stays in the commands.</summary>
internal abstract class GovernanceActivity
{
    /// <summary>Runs when the process reaches the activity.</summary>
    public abstract Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct);

    /// <summary>Runs when something it waited for has come; it may complete or wait again.</summary>
    public virtual Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct) =>
        throw new InvalidOperationException($"{GetType().Name} waits for nothing, yet it was resumed.");
}

/// <summary>What an activity sees of its process.</summary>
/// <param name="InstanceId">The running process.</param>
/// <param name="ActivityInstanceId">This visit of the activity: the same however often the step is tried, another at each visit.</param>
/// <param name="Now">The time of the turn.</param>
/// <param name="Inputs">Its inputs as evaluated when it was reached, by camelCase name; absent or null where not given.</param>
internal sealed class ActivityContext(
    IMediator mediator, string instanceId, string activityInstanceId, DateTimeOffset now, IReadOnlyDictionary<string, object?> inputs)
{
    public string InstanceId { get; } = instanceId;

    public string ActivityInstanceId { get; } = activityInstanceId;

    public DateTimeOffset Now { get; } = now;

    /// <summary>Sends a command in the turn's own transaction.</summary>
    /// <exception cref="ActivityRefusedException">It was refused: the process faults with the reason, for the secretary to retry or move on.</exception>
    public async Task<T> Send<T>(ICommand<T> command, CancellationToken ct)
    {
        var outcome = await mediator.Send(command, ct);
        return outcome.Granted(out var value, out var refusal) ? value : throw new ActivityRefusedException(refusal);
    }

    /// <summary>Asks something in the turn's own transaction.</summary>
    public async Task<T> Ask<T>(IQuery<T> query, CancellationToken ct)
    {
        var outcome = await mediator.Send(query, ct);
        return outcome.Granted(out var value, out var refusal) ? value : throw new ActivityRefusedException(refusal);
    }

    public Guid Id(string input) => Guid.Parse(Text(input), CultureInfo.InvariantCulture);

    public string Text(string input) => TextOrNull(input) ?? throw new InvalidOperationException($"The input '{input}' is not given.");

    public string? TextOrNull(string input) => inputs.GetValueOrDefault(input) switch
    {
        null => null,
        string text => text,
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var value => value.ToString(),
    };

    public int Number(string input) => int.Parse(Text(input), CultureInfo.InvariantCulture);

    /// <summary>An ISO 8601 duration without calendar parts longer than a day (<c>P7D</c>, <c>PT30M</c>).</summary>
    public TimeSpan Duration(string input) => XmlConvert.ToTimeSpan(Text(input));
}

/// <summary>What woke a waiting activity.</summary>
/// <param name="EventName">The event, or null when its time had come.</param>
/// <param name="Payload">The event's payload, a JSON object; empty when its time had come.</param>
internal sealed record ActivityResumption(string? EventName, System.Text.Json.JsonElement Payload)
{
    /// <summary>Whether it woke because the time it waited until has come.</summary>
    public bool TimeIsUp => EventName is null;

    /// <summary>A text of the payload.</summary>
    public string? Text(string name) => Payload.ValueKind == System.Text.Json.JsonValueKind.Object && Payload.TryGetProperty(name, out var value)
        ? value.ToString()
        : null;
}

/// <summary>How a step of an activity ended.</summary>
internal abstract record ActivityStep
{
    /// <summary>It is over, with one of its declared outcomes and values for its declared outputs.</summary>
    public static ActivityStep Completed(string outcome = "Done", params (string Name, object? Value)[] outputs) =>
        new CompletedStep(outcome, outputs.ToDictionary(o => o.Name, o => o.Value, StringComparer.Ordinal));

    /// <summary>It waits for the first of these events about the subject, or until a time.</summary>
    public static ActivityStep WaitsFor(Guid subjectId, DateTimeOffset? until, params string[] eventNames) =>
        new WaitingStep(subjectId.ToString("D"), eventNames, until);

    /// <summary>It waits until a time.</summary>
    public static ActivityStep WaitsUntil(DateTimeOffset until) => new WaitingStep(string.Empty, [], until);
}

internal sealed record CompletedStep(string Outcome, IReadOnlyDictionary<string, object?> Outputs) : ActivityStep;

internal sealed record WaitingStep(string Key, IReadOnlyList<string> EventNames, DateTimeOffset? Until) : ActivityStep;

/// <summary>A command sent by an activity was refused, which faults the process: the definition or the state of affairs needs a person.</summary>
internal sealed class ActivityRefusedException(Refusal refusal) : Exception($"{refusal.Code}: {refusal.Message.En}")
{
    public Refusal Refusal { get; } = refusal;
}
