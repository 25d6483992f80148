using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Engine;

namespace Cohesion.Governance.Workflows.Running;

/// <summary>One turn inside its transaction: carries out what the engine asks and answers it until every branch waits.</summary>
internal sealed class RunningTurn(
    IProcessTransaction transaction,
    IDefinitionSource definitions,
    IActivityPerformer performer,
    ImmutableDictionary<string, ActivityError> faults,
    DateTimeOffset now,
    CancellationToken ct)
{
    private readonly List<ProcessWork> promised = [];

    public IProcessTransaction Transaction => transaction;

    public DateTimeOffset Now => now;

    public CancellationToken Ct => ct;

    /// <summary>What is to be done once this is committed.</summary>
    public IReadOnlyList<ProcessWork> Promised => promised;

    public async Task<EngineRefusal?> StartAsync(StartProcess start)
    {
        if (definitions.Current(start.DefinitionId) is not { } definition)
            return Unknown(start.DefinitionId);
        var turn = WorkflowEngine.Start(definition, start.InstanceId, start.CorrelationId, start.Inputs, now, start.Parent, start.Variables);
        if (turn.Refusal is not null)
            return turn.Refusal;
        var state = await CarryOutAsync(definition, turn);
        await transaction.InsertAsync(state, ct);
        return null;
    }

    public async Task<EngineRefusal?> AdvanceAsync(string instanceId, Stimulus stimulus)
    {
        if (await transaction.LoadAsync(instanceId, ct) is not { } record)
            return new(RefusalCodes.UnknownProcess, new($"there is no process {instanceId}", $"没有流程 {instanceId}"));
        var definition = await definitions.ByHashAsync(record.State.DefinitionHash, ct)
            ?? throw new InvalidOperationException($"Process {instanceId} pins version {record.State.DefinitionHash} of {record.State.DefinitionId}, which is not kept or no longer compiles.");
        var turn = WorkflowEngine.Advance(definition, record.State, stimulus, now);
        if (turn.Refusal is not null)
            return turn.Refusal;
        var state = await CarryOutAsync(definition, turn);
        await transaction.SaveAsync(state, record.Version, ct);
        return null;
    }

    /// <summary>Gives a signal to the first who waits in this turn, and promises it to the others.</summary>
    public async Task DeliverAsync(ProcessSignal signal, IReadOnlyList<string> waiting)
    {
        foreach (var instance in waiting.Skip(1))
            await PromiseAsync(new($"deliver:{signal.Id}:{instance}", null, signal, instance));
        // A wait that was there a moment ago and is not now: somebody else's turn came in between, so look again who waits.
        if (await AdvanceAsync(waiting[0], new Stimulus.EventArrived(signal.Name, signal.Key, signal.Payload)) is { } refusal)
            throw new ProcessConflictException($"{waiting[0]}: {refusal.Reason.En}");
    }

    private static EngineRefusal Unknown(string definitionId) =>
        new(RefusalCodes.UnknownWorkflow, new($"there is no process definition {definitionId}", $"没有流程定义 {definitionId}"));

    private async Task<WorkflowState> CarryOutAsync(WorkflowDefinition definition, Turn turn)
    {
        var waits = new List<string>();
        while (true)
        {
            foreach (var effect in turn.Effects)
                await CarryOutAsync(turn.State, effect, waits);
            if (turn.Request is { } request)
                turn = WorkflowEngine.Advance(definition, turn.State, await AnswerAsync(request), now);
            else if (await TakeKeptAsync(turn.State, waits) is { } signal)
                turn = WorkflowEngine.Advance(definition, turn.State, new Stimulus.EventArrived(signal.Name, signal.Key, signal.Payload), now);
            else
                return turn.State;
        }
    }

    private async Task CarryOutAsync(WorkflowState state, Effect effect, List<string> waits)
    {
        switch (effect)
        {
            case Effect.Wait wait:
                waits.Add(wait.ActivityInstanceId);
                await transaction.AddWaitAsync(new(state.InstanceId, wait.ActivityId, wait.ActivityInstanceId, wait.Events, wait.DueAt), ct);
                break;
            case Effect.EndWait end:
                waits.Remove(end.ActivityInstanceId);
                await transaction.RemoveWaitAsync(state.InstanceId, end.ActivityInstanceId, ct);
                break;
            case Effect.Log log:
                await transaction.LogAsync(state.InstanceId, log.ActivityId, log.Text, now, ct);
                break;
            case Effect.Finished finished when state.Parent is { Waits: true }:
                await TellParentAsync(state, finished.Outputs);
                break;
            case Effect.Cancelled when state.Parent is { Waits: true }:
                await TellParentAsync(state, Expressions.ValueMap.Empty);
                break;
        }
    }

    private Task TellParentAsync(WorkflowState state, Expressions.ValueMap outputs)
    {
        // Need not be kept: the parent's wait was committed together with the promise to start this process.
        var signal = new ProcessSignal($"ended:{state.InstanceId}", ProcessEvents.EndedName, state.InstanceId, ProcessEvents.Ended(state.Status, outputs));
        return PromiseAsync(new($"signal:{signal.Id}", null, signal, null));
    }

    private async Task PromiseAsync(ProcessWork work)
    {
        promised.Add(work);
        await transaction.EnqueueAsync(work, ct);
    }

    private async Task<Stimulus> AnswerAsync(Effect request) => request switch
    {
        Effect.Perform perform => new Stimulus.Answered(perform.Call.ActivityInstanceId, await PerformAsync(perform.Call)),
        Effect.Dispatch dispatch => new Stimulus.Answered(dispatch.ActivityInstanceId, await DispatchAsync(dispatch)),
        _ => throw new InvalidOperationException($"{request.GetType().Name} needs no answer."),
    };

    private async Task<ActivityResult> PerformAsync(ActivityCall call)
    {
        // This turn has been here before and was rolled back: record the fault instead of trying again.
        if (faults.TryGetValue(call.ActivityInstanceId, out var known))
            return new ActivityResult.Faulted(known);
        ActivityResult result;
        try
        {
            result = await performer.PerformAsync(call, transaction, ct);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or ProcessConflictException or ActivityFaultException))
        {
            throw new ActivityFaultException(call.ActivityInstanceId,
                new("exception", new($"{exception.GetType().Name}: {exception.Message}", $"{exception.GetType().Name}：{exception.Message}")), exception);
        }

        return result is ActivityResult.Faulted faulted ? throw new ActivityFaultException(call.ActivityInstanceId, faulted.Error) : result;
    }

    private async Task<ActivityResult> DispatchAsync(Effect.Dispatch dispatch)
    {
        var parent = dispatch.ActivityInstanceId[..dispatch.ActivityInstanceId.LastIndexOf(':')];
        var start = new StartProcess(dispatch.ChildInstanceId, dispatch.DefinitionId, dispatch.CorrelationId, dispatch.Inputs, new(parent, dispatch.Waits));
        // Found out now, so that the fault stands where it was made and not in a work nobody looks at.
        var refusal = definitions.Current(start.DefinitionId) is { } definition
            ? WorkflowEngine.CheckInputs(definition, start.Inputs)
            : Unknown(start.DefinitionId);
        if (refusal is not null)
            return ActivityResult.Fault(refusal.Code, refusal.Reason);
        await PromiseAsync(new($"start:{start.InstanceId}", start, null, null));
        return ActivityResult.Complete();
    }

    /// <summary>Somebody began to wait in this turn: was what they wait for here already?</summary>
    private async Task<ProcessSignal?> TakeKeptAsync(WorkflowState state, List<string> waits)
    {
        if (waits.Count == 0)
            return null;
        var events = state.Active
            .Where(activity => activity.Phase == ActivityPhase.Waiting && activity.Events.Length > 0 && waits.Contains(state.ActivityInstanceId(activity)))
            .SelectMany(activity => activity.Events)
            .ToImmutableArray();
        return events.IsEmpty ? null : await transaction.TakeKeptSignalAsync(events, now, ct);
    }
}

/// <summary>Carries an activity's fault out of its transaction, so that this is rolled back. Caught by the runner alone.</summary>
internal sealed class ActivityFaultException(string activityInstanceId, ActivityError error, Exception? inner = null) : Exception(error.Reason.En, inner)
{
    public string ActivityInstanceId => activityInstanceId;

    public ActivityError Error => error;
}
