using System.Collections.Immutable;
using System.Text.Json;
using Cohesion.Governance.Workflows;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Activities;
using Elsa.Workflows.Runtime.Messages;
using Medallion.Threading;
using Microsoft.Extensions.DependencyInjection;
using WorkflowState = Cohesion.Governance.Workflows.Engine.WorkflowState;

namespace Cohesion.Governance.Elsa.Engine;

/// <summary>
/// Elsa 3 behind the process port. Elsa runs the processes and keeps them; the server's rows say what each waits for, so that events and timers
/// find it whatever their number, length and order. Whatever wakes a process stays in a row until the rows that follow from the run are
/// written: after a crash anywhere the same thing is done again, and the run before, if Elsa had committed it, is recognised by its number.
/// </summary>
internal sealed partial class ElsaProcesses(
    IProcessStore store,
    ElsaDefinitions definitions,
    IServiceScopeFactory scopes,
    IDistributedLockProvider locks,
    TimeProvider clock,
    Action<SweepFailure>? report = null) : IProcessPort
{
    private const int MaxConflicts = 50;

    public async Task<StartReceipt> StartAsync(StartProcess start, CancellationToken ct)
    {
        var (receipt, promised) = await StartOnceAsync(start, null, clock.GetUtcNow(), ct);
        await DoPromisedAsync(promised, clock.GetUtcNow(), ct);
        return receipt;
    }

    public async Task<SignalReceipt> SignalAsync(ProcessSignal signal, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (receipt, works) = await RouteAsync(signal, null, now, ct);
        var delivered = works.Count == 0 ? receipt : await DeliverAllAsync(signal, receipt, works, now, ct);
        return delivered;
    }

    public Task<OperationReceipt> RetryAsync(string instanceId, CancellationToken ct) =>
        OperateAsync(instanceId, new ProcessOperation(ProcessOperationKind.Retry), ct);

    public Task<OperationReceipt> MoveOnAsync(string instanceId, string activityId, string outcome, CancellationToken ct) =>
        OperateAsync(instanceId, new ProcessOperation(ProcessOperationKind.MoveOn, activityId, outcome), ct);

    public Task<OperationReceipt> CancelAsync(string instanceId, string reason, CancellationToken ct) =>
        OperateAsync(instanceId, new ProcessOperation(ProcessOperationKind.Cancel, null, reason), ct);

    public async Task<ProcessView?> FindAsync(string instanceId, CancellationToken ct) =>
        await store.FindAsync(instanceId, ct) is { } record ? ProcessView.Of(record.State) : null;

    public async Task<IReadOnlyList<ProcessView>> ListAsync(ProcessQuery query, CancellationToken ct) =>
        [.. (await store.ListAsync(query, ct)).Select(ProcessView.Of)];

    private async Task<OperationReceipt> OperateAsync(string instanceId, ProcessOperation operation, CancellationToken ct)
    {
        var (receipt, promised) = await OperateOnceAsync(instanceId, operation, null, clock.GetUtcNow(), ct);
        await DoPromisedAsync(promised, clock.GetUtcNow(), ct);
        return receipt;
    }

    private async Task<(StartReceipt Receipt, IReadOnlyList<ProcessWork> Promised)> StartOnceAsync(
        StartProcess start, string? workId, DateTimeOffset now, CancellationToken ct)
    {
        if (definitions.Current(start.DefinitionId) is not { } definition)
        {
            return (new(start.InstanceId, StartResult.Refused, Unknown(start.DefinitionId)), []);
        }

        if (WorkflowEngine.CheckInputs(definition, start.Inputs) is { } refusal)
        {
            return (new(start.InstanceId, StartResult.Refused, refusal), []);
        }

        await using var held = await LockAsync(start.InstanceId, ct);
        if (await store.FindAsync(start.InstanceId, ct) is not null)
        {
            await CompleteAsync(workId, ct);
            return (new(start.InstanceId, StartResult.AlreadyStarted), []);
        }

        await using var scope = scopes.CreateAsyncScope();
        var record = await KeptAsync(scope.ServiceProvider, start.InstanceId, ct)
            ?? await RunAsync(scope.ServiceProvider, new ElsaTurn(definition, Initial(definition, start, now), now) { Overrides = start.Variables }, start, ct);
        var promised = await ProjectAsync(record, workId, now, ct);
        return (new(start.InstanceId, StartResult.Started), promised);
    }

    /// <summary>Wakes waits of one process, each as it was found. A wait that is gone meanwhile was woken or dropped by another.</summary>
    private async Task<(bool Done, IReadOnlyList<ProcessWork> Promised)> WakeAsync(
        string instanceId, Func<WorkflowState, IEnumerable<ActiveActivity>> find, Resumption resumption, string? workId, DateTimeOffset now, CancellationToken ct)
    {
        await using var held = await LockAsync(instanceId, ct);
        await using var scope = scopes.CreateAsyncScope();
        var (state, caught, missed) = await CurrentAsync(scope.ServiceProvider, instanceId, now, ct);
        var all = new List<ProcessWork>(caught);
        var found = Waits(state, find);
        var begun = workId is not null && missed is { Run: { } run, Before: var before } && string.Equals(run.Cause, workId, StringComparison.Ordinal);
        if (begun)
        {
            // The server died after Elsa had committed this very work: only what waited before it, and still does, is to be woken.
            found.RemoveAll(wait => !Waits(missed!.Before, find).Contains(wait));
        }

        foreach (var (number, bookmark) in found)
        {
            if (state!.Active.FirstOrDefault(a => a.Number == number && ElsaPlace.Of(a)?.BookmarkId == bookmark) is not { } waiting)
            {
                continue;
            }

            var place = ElsaPlace.Of(waiting) ?? throw new InvalidOperationException($"{instanceId}: {waiting.ActivityId} was begun on another engine.");
            var turn = new ElsaTurn(await DefinitionOf(state, ct), state, now) { Resumption = resumption, Cause = workId };
            var record = await RunAsync(scope.ServiceProvider, turn, instanceId, place, resumption, ct);
            all.AddRange(await ProjectAsync(record, (number, bookmark) == found[^1] ? workId : null, now, ct));
            state = StateJson.Read(record.State);
        }

        if (found.Count > 1 || begun)
        {
            await CompleteAsync(workId, ct);
        }

        return (found.Count > 0 || begun, all);
    }

    private static List<(int Number, string? Bookmark)> Waits(WorkflowState? state, Func<WorkflowState, IEnumerable<ActiveActivity>> find) =>
        state is null || state.HasEnded ? [] : [.. find(state).Select(a => (a.Number, ElsaPlace.Of(a)?.BookmarkId))];

    private async Task<(OperationReceipt Receipt, IReadOnlyList<ProcessWork> Promised)> OperateOnceAsync(
        string instanceId, ProcessOperation operation, string? workId, DateTimeOffset now, CancellationToken ct)
    {
        await using var held = await LockAsync(instanceId, ct);
        await using var scope = scopes.CreateAsyncScope();
        var (state, caught, _) = await CurrentAsync(scope.ServiceProvider, instanceId, now, ct);
        var all = new List<ProcessWork>(caught);
        var refusal = state is null
            ? new EngineRefusal(RefusalCodes.UnknownProcess, new($"there is no process {instanceId}", $"没有流程 {instanceId}"))
            : state.HasEnded ? new EngineRefusal(RefusalCodes.ProcessEnded, new("this process has ended", "此流程已经结束")) : null;
        var definition = refusal is null ? await DefinitionOf(state!, ct) : null;
        var faulted = state?.Active.Where(a => a.Phase == ActivityPhase.Faulted).ToList() ?? [];
        refusal ??= operation.Kind switch
        {
            ProcessOperationKind.Retry when faulted.Count == 0 => new(RefusalCodes.NotFaulted, new("nothing in this process has faulted", "此流程没有出错")),
            ProcessOperationKind.MoveOn => CheckMoveOn(definition!, faulted, operation),
            _ => null,
        };
        if (refusal is not null)
        {
            await CompleteAsync(workId, ct);
            return (new(false, refusal), all);
        }

        if (operation.Kind == ProcessOperationKind.Cancel)
        {
            all.AddRange(await CancelAsync(scope.ServiceProvider, state!, operation.Outcome ?? "", workId, now, ct));
            return (new(true), all);
        }

        foreach (var activity in faulted.Where(a => operation.Kind == ProcessOperationKind.Retry || a.ActivityId == operation.ActivityId).ToList())
        {
            var (present, more, _) = await CurrentAsync(scope.ServiceProvider, instanceId, now, ct);
            all.AddRange(more);
            if (present!.Active.FirstOrDefault(a => a.Number == activity.Number && a.Phase == ActivityPhase.Faulted) is not { } still)
            {
                continue;
            }

            var turn = new ElsaTurn(definition!, present, now)
            {
                MoveOn = operation.Kind == ProcessOperationKind.MoveOn ? (still.Number, operation.Outcome!) : null,
            };
            var place = ElsaPlace.Of(still) ?? throw new InvalidOperationException($"{instanceId}: {still.ActivityId} was begun on another engine.");
            all.AddRange(await ProjectAsync(await RunAsync(scope.ServiceProvider, turn, instanceId, place with { BookmarkId = null }, null, ct), null, now, ct));
            if (operation.Kind == ProcessOperationKind.MoveOn)
            {
                break;
            }
        }

        await CompleteAsync(workId, ct);
        return (new(true), all);
    }

    private static EngineRefusal? CheckMoveOn(WorkflowDefinition definition, List<ActiveActivity> faulted, ProcessOperation operation)
    {
        if (faulted.All(a => a.ActivityId != operation.ActivityId))
        {
            return new(RefusalCodes.NotFaulted, new($"{operation.ActivityId} has not faulted", $"{operation.ActivityId} 没有出错"));
        }

        var node = definition.Find(operation.ActivityId!)!;
        if (node.HasOutcome(operation.Outcome ?? ""))
        {
            return null;
        }

        var list = string.Join(", ", node.Outcomes.Select(outcome => outcome.Name));
        return new(RefusalCodes.UnknownOutcome, new($"{operation.ActivityId} can be left with {list}", $"{operation.ActivityId} 可选的结果有：{list}"));
    }

    /// <summary>Elsa first: if the server dies in between, cancelling again finds Elsa's instance ended and writes the row.</summary>
    private async Task<IReadOnlyList<ProcessWork>> CancelAsync(
        IServiceProvider services, WorkflowState state, string reason, string? workId, DateTimeOffset now, CancellationToken ct)
    {
        var client = await services.GetRequiredService<IWorkflowRuntime>().CreateClientAsync(state.InstanceId, ct);
        await client.CancelAsync(ct);
        var cancelled = state with
        {
            Status = ProcessStatus.Cancelled,
            ChangedAt = now,
            EndedAt = now,
            CancelReason = reason,
            Active = [],
            Visits = [.. state.Visits.Select(visit => visit.LeftAt is null ? visit with { LeftAt = now } : visit)],
        };
        var version = (await store.FindAsync(state.InstanceId, ct))!.Version;
        return await ProjectAsync(new TurnRecord(version + 1, StateJson.Write(cancelled), [], [], [], ValueMap.Empty), workId, now, ct);
    }

    private async Task<WorkflowDefinition> DefinitionOf(WorkflowState state, CancellationToken ct) =>
        await definitions.ByHashAsync(state.DefinitionHash, ct)
        ?? throw new InvalidOperationException($"Process {state.InstanceId} pins version {state.DefinitionHash} of {state.DefinitionId}, which Elsa does not keep or no longer compiles.");

    private static EngineRefusal Unknown(string definitionId) =>
        new(RefusalCodes.UnknownWorkflow, new($"there is no process definition {definitionId}", $"没有流程定义 {definitionId}"));

    private static WorkflowState Initial(WorkflowDefinition definition, StartProcess start, DateTimeOffset now) => new()
    {
        InstanceId = start.InstanceId,
        DefinitionId = definition.Id,
        DefinitionHash = definition.Hash,
        CorrelationId = start.CorrelationId,
        Parent = start.Parent,
        Status = ProcessStatus.Running,
        StartedAt = now,
        ChangedAt = now,
        Inputs = start.Inputs,
        Variables = ValueMap.From(definition.Variables.Select(v => KeyValuePair.Create(v.Name, start.Variables.TryGet(v.Name, out var given) ? given : v.Initial))),
    };

    private Task<IDistributedSynchronizationHandle> LockAsync(string instanceId, CancellationToken ct) =>
        locks.AcquireLockAsync($"governance-process:{instanceId}", cancellationToken: ct).AsTask();
}
