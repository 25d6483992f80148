using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Engine;

/// <summary>
/// Runs checked definitions: definition + state + stimulus → next state + effects. A pure function: the same arguments give the same
/// turn on every machine, which is what makes a turn safe to repeat after a crash.
/// </summary>
public static class WorkflowEngine
{
    /// <summary>Activities one turn may enter; beyond that something spins and the activity faults.</summary>
    public const int MaxSteps = 1000;

    /// <summary>Begins a process. Inputs the definition does not declare, or of another type, are refused; those not given are nothing.</summary>
    public static Turn Start(WorkflowDefinition definition, string instanceId, string? correlationId, ValueMap inputs, DateTimeOffset now, ParentProcess? parent = null, ValueMap? variables = null)
    {
        var state = new WorkflowState
        {
            InstanceId = instanceId,
            DefinitionId = definition.Id,
            DefinitionHash = definition.Hash,
            CorrelationId = correlationId,
            Parent = parent,
            Status = ProcessStatus.Running,
            StartedAt = now,
            ChangedAt = now,
        };

        var values = new WorkflowValue[definition.Inputs.Length];
        if (ReadInputs(definition, inputs, values) is { } refusal)
            return new(state, ImmutableArray<Effect>.Empty, refusal);

        var machine = new TurnMachine(definition, state with
        {
            Inputs = new(definition.Declared.InputNames, values),
            Variables = new(definition.Declared.VariableNames, InitialVariables(definition, variables)),
        }, now);
        machine.Enter(definition.Start);
        return machine.Run();
    }

    private static WorkflowValue[] InitialVariables(WorkflowDefinition definition, ValueMap? overrides)
    {
        WorkflowValue[] values = [.. definition.InitialVariables];
        for (var i = 0; overrides is { Count: > 0 } && i < values.Length; i++)
        {
            if (overrides.TryGet(definition.Declared.VariableNames[i], out var value))
                values[i] = value;
        }

        return values;
    }

    /// <summary>Whether a process could be started with these inputs; null when it could.</summary>
    public static EngineRefusal? CheckInputs(WorkflowDefinition definition, ValueMap inputs) =>
        ReadInputs(definition, inputs, new WorkflowValue[definition.Inputs.Length]);

    /// <summary>Goes on with a process. A stimulus that comes too late or does not fit is refused and changes nothing.</summary>
    /// <exception cref="ArgumentException">The definition is not the version this instance pins.</exception>
    public static Turn Advance(WorkflowDefinition definition, WorkflowState state, Stimulus stimulus, DateTimeOffset now)
    {
        if (!string.Equals(definition.Hash, state.DefinitionHash, StringComparison.Ordinal))
            throw new ArgumentException($"Process {state.InstanceId} pins version {state.DefinitionHash} of {state.DefinitionId}, not {definition.Hash}.", nameof(definition));
        if (state.HasEnded)
            return Refuse(state, RefusalCodes.ProcessEnded, "this process has ended", "此流程已经结束");

        var machine = new TurnMachine(definition, state, now);
        return stimulus switch
        {
            Stimulus.EventArrived arrived => machine.Resume(arrived)
                ? machine.Run()
                : Refuse(state, RefusalCodes.NobodyWaits, $"nothing here waits for {arrived.Name} {arrived.Key}", $"此处没有等待 {arrived.Name} {arrived.Key}"),
            Stimulus.DueTimeReached due => TimeReached(machine, state, due, now),
            Stimulus.Answered answered => machine.Answer(answered)
                ? machine.Run()
                : Refuse(state, RefusalCodes.NobodyWaits, $"nobody asked for an answer to {answered.ActivityInstanceId}", $"{answered.ActivityInstanceId} 没有待答的请求"),
            Stimulus.Retry => machine.Retry()
                ? machine.Run()
                : Refuse(state, RefusalCodes.NotFaulted, "nothing in this process has faulted", "此流程没有出错"),
            Stimulus.MoveOn moveOn => MoveOn(machine, definition, state, moveOn),
            Stimulus.Cancel cancel => machine.Cancel(cancel.Reason),
            _ => throw new ArgumentException($"Unknown stimulus {stimulus.GetType().Name}.", nameof(stimulus)),
        };
    }

    private static EngineRefusal? ReadInputs(WorkflowDefinition definition, ValueMap inputs, WorkflowValue[] values)
    {
        Array.Fill(values, WorkflowValue.Nothing);
        foreach (var (name, value) in inputs)
        {
            var index = definition.Declared.Input(name);
            if (index < 0)
                return new(RefusalCodes.UnknownInput, new($"{definition.Id} has no input {name}", $"{definition.Id} 没有输入 {name}"));
            if (!ValueConversion.TryConvert(value, definition.Inputs[index].Type, out values[index], out var why))
                return new(RefusalCodes.BadInput, new($"input {name} of {definition.Id}: {why!.En}", $"{definition.Id} 的输入 {name}：{why.Zh}"));
        }

        return null;
    }

    private static Turn TimeReached(TurnMachine machine, WorkflowState state, Stimulus.DueTimeReached due, DateTimeOffset now)
    {
        var waiting = state.Active.FirstOrDefault(activity => activity.Phase == ActivityPhase.Waiting
            && activity.DueAt is not null
            && string.Equals(state.ActivityInstanceId(activity), due.ActivityInstanceId, StringComparison.Ordinal));
        if (waiting is null)
            return Refuse(state, RefusalCodes.NobodyWaits, "this step no longer waits", "此步骤已不在等待");
        if (waiting.DueAt > now)
            return Refuse(state, RefusalCodes.NotYetDue, $"it is due at {waiting.DueAt:O}", $"到期时间为 {waiting.DueAt:O}");
        machine.TimeOut(waiting.Number);
        return machine.Run();
    }

    private static Turn MoveOn(TurnMachine machine, WorkflowDefinition definition, WorkflowState state, Stimulus.MoveOn moveOn)
    {
        var faulted = state.Active.FirstOrDefault(activity => activity.Phase == ActivityPhase.Faulted && string.Equals(activity.ActivityId, moveOn.ActivityId, StringComparison.Ordinal));
        if (faulted is null)
            return Refuse(state, RefusalCodes.NotFaulted, $"{moveOn.ActivityId} has not faulted", $"{moveOn.ActivityId} 没有出错");
        var node = definition.Find(faulted.ActivityId)!;
        if (!node.HasOutcome(moveOn.Outcome))
        {
            var list = string.Join(", ", node.Outcomes.Select(outcome => outcome.Name));
            return Refuse(state, RefusalCodes.UnknownOutcome, $"{moveOn.ActivityId} can be left with {list}", $"{moveOn.ActivityId} 可选的结果有：{list}");
        }

        machine.MoveOn(faulted.Number, moveOn.Outcome);
        return machine.Run();
    }

    private static Turn Refuse(WorkflowState state, string code, string en, string zh) =>
        new(state, ImmutableArray<Effect>.Empty, new EngineRefusal(code, new(en, zh)));
}
