using System.Text.Json;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;
using Elsa.Workflows.Management;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Activities;
using Elsa.Workflows.Runtime.Messages;
using Microsoft.Extensions.DependencyInjection;
using WorkflowState = Cohesion.Governance.Workflows.Engine.WorkflowState;

namespace Cohesion.Governance.Elsa.Engine;

/// <summary>Running Elsa, and the server's rows that follow from a run.</summary>
internal sealed partial class ElsaProcesses
{
    private async Task<TurnRecord> RunAsync(IServiceProvider services, ElsaTurn turn, StartProcess start, CancellationToken ct)
    {
        var client = await services.GetRequiredService<IWorkflowRuntime>().CreateClientAsync(start.InstanceId, ct);
        using (turn.Enter())
        {
            await client.CreateAndRunInstanceAsync(
                new CreateAndRunWorkflowInstanceRequest
                {
                    WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionVersionId(definitions.CurrentVersionId(start.DefinitionId)!),
                    CorrelationId = start.CorrelationId,
                    ParentId = start.Parent?.InstanceId,
                    Input = Inputs(turn.Definition, start.Inputs),
                    Properties = new Dictionary<string, object> { [FlowMode.Property] = FlowMode.Of(turn.Definition) },
                },
                ct);
        }

        return turn.Committed ?? throw new InvalidOperationException($"{start.InstanceId}: Elsa committed nothing.");
    }

    private static async Task<TurnRecord> RunAsync(
        IServiceProvider services, ElsaTurn turn, string instanceId, ElsaPlace place, Resumption? resumption, CancellationToken ct)
    {
        var client = await services.GetRequiredService<IWorkflowRuntime>().CreateClientAsync(instanceId, ct);
        var request = new RunWorkflowInstanceRequest
        {
            BookmarkId = place.BookmarkId,
            ActivityHandle = place.BookmarkId is null ? new ActivityHandle { ActivityInstanceId = place.ContextId } : null,
        };
        if (resumption is { EventName: not null })
        {
            request.Input = new Dictionary<string, object> { [Event.EventInputWorkflowInputKey] = ElsaValues.ToClr(resumption.Payload)! };
        }

        using (turn.Enter())
        {
            await client.RunInstanceAsync(request, ct);
        }

        return turn.Committed ?? throw new InvalidOperationException($"{instanceId}: Elsa committed nothing.");
    }

    private static Dictionary<string, object> Inputs(WorkflowDefinition definition, ValueMap given)
    {
        var inputs = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var declared in definition.Inputs)
        {
            if (given.TryGet(declared.Name, out var value)
                && ValueConversion.TryConvert(value, declared.Type, out var converted, out _)
                && ElsaValues.ToClr(converted) is { } clr)
            {
                inputs[declared.Name] = clr;
            }
        }

        return inputs;
    }

    /// <summary>What Elsa has committed of a process; null when it has nothing.</summary>
    private static async Task<TurnRecord?> KeptAsync(IServiceProvider services, string instanceId, CancellationToken ct)
    {
        var kept = await services.GetRequiredService<IWorkflowInstanceManager>().FindByIdAsync(instanceId, ct);
        return kept?.WorkflowState.Properties.TryGetValue(TurnRecord.Property, out var text) == true
            ? JsonSerializer.Deserialize<TurnRecord>(text.ToString()!)
            : null;
    }

    /// <summary>The process as it is, after what a crash left unwritten has been written.</summary>
    private async Task<(WorkflowState? State, IReadOnlyList<ProcessWork> Promised, MissedRun? Missed)> CurrentAsync(
        IServiceProvider services, string instanceId, DateTimeOffset now, CancellationToken ct)
    {
        var row = await store.FindAsync(instanceId, ct);
        if (row is { State.HasEnded: true })
        {
            return (row.State, [], null);
        }

        if (await KeptAsync(services, instanceId, ct) is { } kept && kept.Number > (row?.Version ?? 0))
        {
            var promised = await ProjectAsync(kept, null, now, ct);
            return (StateJson.Read(kept.State), promised, new MissedRun(kept, row?.State));
        }

        return (row?.State, [], null);
    }

    /// <summary>A run that Elsa had committed and whose rows a crash left unwritten.</summary>
    /// <param name="Run">The run.</param>
    /// <param name="Before">The process before it.</param>
    private sealed record MissedRun(TurnRecord Run, WorkflowState? Before);

    /// <summary>Writes the rows that follow from a run, and takes out what caused it, in one transaction.</summary>
    /// <returns>What is to be done once this is committed.</returns>
    private async Task<IReadOnlyList<ProcessWork>> ProjectAsync(TurnRecord record, string? workId, DateTimeOffset now, CancellationToken ct)
    {
        var state = StateJson.Read(record.State);
        for (var conflicts = 0; ;)
        {
            try
            {
                await using var transaction = await store.BeginAsync(ct);
                var before = await transaction.LoadAsync(state.InstanceId, ct);
                if ((before?.Version ?? 0) >= record.Number)
                {
                    return [];
                }

                var promised = await WriteAsync(transaction, before, state, record, now, ct);
                if (workId is not null)
                {
                    await transaction.CompleteWorkAsync(workId, ct);
                }

                await transaction.CommitAsync(ct);
                return promised;
            }
            catch (ProcessConflictException) when (++conflicts < MaxConflicts)
            {
                // Whoever was first has changed what this began from: begin again.
            }
        }
    }

    private static async Task<IReadOnlyList<ProcessWork>> WriteAsync(
        IProcessTransaction transaction, ProcessRecord? before, WorkflowState state, TurnRecord record, DateTimeOffset now, CancellationToken ct)
    {
        var old = (before?.State.Active ?? []).Where(a => a.Phase == ActivityPhase.Waiting).ToDictionary(a => before!.State.ActivityInstanceId(a), StringComparer.Ordinal);
        var fresh = state.Active.Where(a => a.Phase == ActivityPhase.Waiting).ToDictionary(state.ActivityInstanceId, StringComparer.Ordinal);
        bool IsSame(string id, ActiveActivity activity) => fresh.TryGetValue(id, out var now) && ElsaPlace.Of(now)?.BookmarkId == ElsaPlace.Of(activity)?.BookmarkId;
        foreach (var (id, activity) in old.Where(wait => !IsSame(wait.Key, wait.Value)))
        {
            await transaction.RemoveWaitAsync(state.InstanceId, id, ct);
        }

        var added = fresh.Where(wait => !old.TryGetValue(wait.Key, out var known) || !IsSame(wait.Key, known)).ToList();
        foreach (var (id, activity) in added)
        {
            await transaction.AddWaitAsync(new(state.InstanceId, activity.ActivityId, id, activity.Events, activity.DueAt), ct);
        }

        if (before is null)
        {
            await transaction.InsertAsync(state, ct);
        }
        else
        {
            await transaction.SaveAsync(state, before.Version, ct);
        }

        foreach (var line in record.Lines)
        {
            await transaction.LogAsync(state.InstanceId, line.ActivityId, line.Text, now, ct);
        }

        foreach (var effect in record.Effects)
        {
            await StepPerformer.ForgetAsync(transaction, effect, ct);
        }

        List<ProcessWork> promised = [.. record.Promised];
        if (state.HasEnded && state.Parent is { Waits: true })
        {
            var ended = new ProcessSignal(
                $"ended:{state.InstanceId}", ProcessEvents.EndedName, state.InstanceId, ProcessEvents.Ended(state.Status, record.Outputs), now + ProcessRunner.SignalMemory);
            promised.Add(new ProcessWork($"signal:{ended.Id}", null, ended, null));
        }

        // Somebody began to wait in this run: was what they wait for here already?
        foreach (var wait in added.Where(wait => !wait.Value.Events.IsEmpty))
        {
            if (await transaction.TakeKeptSignalAsync(wait.Value.Events, now, ct) is { } kept)
            {
                promised.Add(new ProcessWork($"deliver:{kept.Id}:{state.InstanceId}", null, kept, state.InstanceId));
            }
        }

        foreach (var work in promised)
        {
            await transaction.EnqueueAsync(work, ct);
        }

        return promised;
    }

    private async Task CompleteAsync(string? workId, CancellationToken ct)
    {
        if (workId is null)
        {
            return;
        }

        await using var transaction = await store.BeginAsync(ct);
        await transaction.CompleteWorkAsync(workId, ct);
        await transaction.CommitAsync(ct);
    }
}
