using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Elsa.Scheduling.Bookmarks;
using Elsa.Workflows;
using Elsa.Workflows.Activities;
using Elsa.Workflows.Activities.Flowchart.Activities;
using Elsa.Workflows.CommitStates;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Stimuli;
using Fault = Cohesion.Governance.Workflows.Engine.Fault;

namespace Cohesion.Governance.Elsa.Engine;

/// <summary>Writes into Elsa's instance what the run made of the process, just before Elsa commits it.</summary>
internal sealed class TurnCommit(DefaultCommitStateHandler elsa) : ICommitStateHandler
{
    public Task CommitAsync(WorkflowExecutionContext workflowExecutionContext, CancellationToken cancellationToken = default)
    {
        Record(workflowExecutionContext);
        return elsa.CommitAsync(workflowExecutionContext, cancellationToken);
    }

    public Task CommitAsync(WorkflowExecutionContext workflowExecutionContext, global::Elsa.Workflows.State.WorkflowState workflowState, CancellationToken cancellationToken = default)
    {
        Record(workflowExecutionContext);
        workflowState.Properties[TurnRecord.Property] = workflowExecutionContext.Properties[TurnRecord.Property];
        return elsa.CommitAsync(workflowExecutionContext, workflowState, cancellationToken);
    }

    private static void Record(WorkflowExecutionContext context)
    {
        var turn = ElsaTurn.Current ?? throw new InvalidOperationException(
            "Processes are started and woken by the council's commands, not by Elsa Studio or Elsa's API.");
        if (turn.Failure is { } failure)
        {
            throw new InvalidOperationException($"{context.Id}: the run was given up: {failure.Message}", failure);
        }

        if (context.SubStatus == WorkflowSubStatus.Faulted)
        {
            var incident = context.Incidents.LastOrDefault();
            throw new InvalidOperationException($"{context.Id}: Elsa could not go on: {incident?.Exception?.Message ?? incident?.Message ?? "no reason given"}");
        }

        var state = StateOf(context, turn);
        var record = new TurnRecord(
            Number(context) + 1, StateJson.Write(state), turn.Lines, turn.Promised, turn.Effects, state.HasEnded ? Outputs(turn, state) : ValueMap.Empty,
            turn.Cause);
        context.Properties[TurnRecord.Property] = JsonSerializer.Serialize(record);
        turn.Committed = record;
    }

    private static long Number(WorkflowExecutionContext context) =>
        context.Properties.TryGetValue(TurnRecord.Property, out var text) ? JsonSerializer.Deserialize<TurnRecord>((string)text)!.Number : 0;

    private static WorkflowState StateOf(WorkflowExecutionContext context, ElsaTurn turn)
    {
        var ended = context.Status == WorkflowStatus.Finished;
        var active = ended ? [] : Active(context, turn);
        foreach (var visit in turn.Visits.Where(visit => visit.LeftAt is null && active.All(a => a.ActivityId != visit.ActivityId)).ToList())
        {
            turn.Leave(visit.ActivityId, null);
        }

        return turn.Before with
        {
            Status = ended ? ProcessStatus.Finished : active.Any(a => a.Phase == ActivityPhase.Faulted) ? ProcessStatus.Faulted : ProcessStatus.Waiting,
            ChangedAt = turn.Now,
            EndedAt = ended ? turn.Now : null,
            Counter = turn.Counter,
            Variables = Variables(context, turn),
            Active = active,
            Visits = [.. turn.Visits],
        };
    }

    private static ImmutableArray<ActiveActivity> Active(WorkflowExecutionContext context, ElsaTurn turn)
    {
        var before = turn.Before.Active.ToDictionary(a => a.Number);
        return
        [
            .. context.ActivityExecutionContexts
                .Where(a => !a.IsCompleted && a.Activity is not (Workflow or Flowchart) && a.Properties.ContainsKey(Marks.Number))
                .Select(a => Active(context, a, before, turn.Before.CorrelationId))
                .OrderBy(a => a.Number),
        ];
    }

    private static ActiveActivity Active(WorkflowExecutionContext context, ActivityExecutionContext activity, Dictionary<int, ActiveActivity> before, string? correlationId)
    {
        var number = Convert.ToInt32(activity.Properties[Marks.Number], CultureInfo.InvariantCulture);
        var bookmark = context.Bookmarks.FirstOrDefault(b => b.ActivityInstanceId == activity.Id);
        var known = before.GetValueOrDefault(number);
        if (known is not null && bookmark is not null && ElsaPlace.Of(known)?.BookmarkId == bookmark.Id)
        {
            return known;
        }

        var fault = activity.Properties.TryGetValue(Marks.Fault, out var text) ? JsonSerializer.Deserialize<Fault>((string)text) : null;
        var (events, due) = fault is null ? AwaitedBy(bookmark, correlationId) : ([], null);
        return new ActiveActivity
        {
            ActivityId = activity.Activity.Id,
            Number = number,
            Phase = fault is null ? ActivityPhase.Waiting : ActivityPhase.Faulted,
            EnteredAt = known?.EnteredAt ?? activity.StartedAt,
            Events = events,
            DueAt = due,
            Retries = activity.Properties.TryGetValue(Marks.Retries, out var retries) ? Convert.ToInt32(retries, CultureInfo.InvariantCulture) : 0,
            Fault = fault,
            Inputs = new ElsaPlace(activity.Id, bookmark?.Id).ToMap(),
        };
    }

    private static (ImmutableArray<EventKey> Events, DateTimeOffset? Due) AwaitedBy(Bookmark? bookmark, string? correlationId) => bookmark?.Payload switch
    {
        GovernanceWait wait => ([.. wait.Events], wait.DueAt),
        EventStimulus stimulus => ([new EventKey(stimulus.EventName, correlationId ?? "")], null),
        StartAtPayload start => ([], start.ExecuteAt),
        null => ([], null),
        var other => throw new InvalidOperationException($"Nobody here knows how to wake a bookmark with {other.GetType().Name}."),
    };

    private static ValueMap Variables(WorkflowExecutionContext context, ElsaTurn turn)
    {
        var blocks = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var activity in context.ActivityExecutionContexts.Where(a => a.Activity is Workflow or Flowchart))
        {
            foreach (var (id, block) in activity.ExpressionExecutionContext.Memory.Blocks)
            {
                blocks[id] = block.Value;
            }
        }

        return ValueMap.From(turn.Definition.Variables.Select(variable => KeyValuePair.Create(
            variable.Name, blocks.TryGetValue(variable.Id, out var value) ? Converted(value, variable.Type) : turn.Before.Variables[variable.Name])));
    }

    /// <summary>Elsa keeps a value as it was given; pages and parents see it as its declaration says.</summary>
    private static WorkflowValue Converted(object? value, WorkflowType type)
    {
        var found = ElsaValues.FromClr(value);
        return ValueConversion.TryConvert(found, type, out var converted, out _) ? converted : found;
    }

    private static ValueMap Outputs(ElsaTurn turn, WorkflowState state) =>
        ValueMap.From(turn.Definition.Outputs.Select(name => KeyValuePair.Create(name, state.Variables[name])));
}

/// <summary>Where Elsa keeps an activity that waits.</summary>
/// <param name="ContextId">Its execution context.</param>
/// <param name="BookmarkId">Its bookmark.</param>
internal sealed record ElsaPlace(string ContextId, string? BookmarkId)
{
    // The inputs an activity waits with stay in Elsa; this place in the state is free for its address.
    public ValueMap ToMap() => ValueMap.Of(("elsaContext", ContextId), ("elsaBookmark", BookmarkId));

    public static ElsaPlace? Of(ActiveActivity activity) =>
        activity.Inputs?["elsaContext"].AsText() is { } context ? new ElsaPlace(context, activity.Inputs["elsaBookmark"].AsText()) : null;
}
