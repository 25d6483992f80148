using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Engine;

/// <summary>One step of a turn at work: mutable, used once by one thread, and turned into the next immutable state at its end.</summary>
internal sealed partial class TurnMachine
{
    private readonly WorkflowDefinition definition;
    private readonly WorkflowState before;
    private readonly DateTimeOffset now;
    private readonly EvaluationScope scope;
    private readonly List<ActiveActivity> active;
    private readonly List<int> arrived;
    private readonly ActivityVisit?[] visits;
    private readonly ImmutableArray<Effect>.Builder effects = ImmutableArray.CreateBuilder<Effect>();
    private int counter;
    private int steps;
    private ProcessStatus? ended;
    private string? cancelReason;

    public TurnMachine(WorkflowDefinition definition, WorkflowState state, DateTimeOffset now)
    {
        this.definition = definition;
        this.now = now;
        before = state;
        counter = state.Counter;
        active = [.. state.Active];
        arrived = [.. state.Arrived];
        visits = new ActivityVisit?[definition.Activities.Length];
        foreach (var visit in state.Visits)
            visits[definition.Find(visit.ActivityId)!.Index] = visit;
        scope = new()
        {
            Declared = definition.Declared,
            Variables = Values(state.Variables, definition.Declared.VariableNames),
            Inputs = Values(state.Inputs, definition.Declared.InputNames),
            InstanceId = state.InstanceId,
            DefinitionId = state.DefinitionId,
            CorrelationId = state.CorrelationId,
            Now = now,
        };
    }

    /// <summary>Begins an activity; it is done when its turn comes.</summary>
    public void Enter(ActivityNode node)
    {
        active.Add(new() { ActivityId = node.Id, Number = ++counter, Phase = ActivityPhase.Ready, EnteredAt = now });
        var visit = visits[node.Index];
        visits[node.Index] = new(node.Id, (visit?.Times ?? 0) + 1, now);
    }

    /// <summary>Does everything that can be done, until the host must answer or all branches wait.</summary>
    public Turn Run()
    {
        while (ended is null)
        {
            var next = active.FindIndex(activity => activity.Phase == ActivityPhase.Ready);
            if (next < 0)
            {
                if (active.Count == 0 && arrived.Count == 0)
                    Finish();
                else if (!JoinWhatCan())
                    break;
                continue;
            }

            if (++steps > WorkflowEngine.MaxSteps)
            {
                Fault(next, "too-many-steps", new($"the process went through more than {WorkflowEngine.MaxSteps} activities without waiting", $"流程连续经过超过 {WorkflowEngine.MaxSteps} 个活动而没有等待"));
                break;
            }

            if (Step(next))
                break;
        }

        return End();
    }

    public bool Resume(Stimulus.EventArrived stimulus)
    {
        var any = false;
        for (var i = 0; i < active.Count; i++)
        {
            if (active[i].Phase != ActivityPhase.Waiting || !WaitsFor(active[i], stimulus))
                continue;
            Wake(i, new(stimulus.Name, stimulus.Key, stimulus.Payload, TimedOut: false));
            any = true;
        }

        return any;
    }

    public void TimeOut(int number) => Wake(IndexOf(number), new(null, null, WorkflowValue.Nothing, TimedOut: true));

    public bool Answer(Stimulus.Answered stimulus)
    {
        var index = active.FindIndex(activity => activity.Phase == ActivityPhase.Performing
            && string.Equals(before.ActivityInstanceId(activity), stimulus.ActivityInstanceId, StringComparison.Ordinal));
        if (index < 0)
            return false;
        switch (stimulus.Result)
        {
            case ActivityResult.Faulted faulted:
                Fault(index, faulted.Error.Code, faulted.Error.Reason);
                break;
            case ActivityResult.Waits waits:
                Wait(index, waits.Events, waits.DueAt);
                break;
            case ActivityResult.Completed when Node(index).Kind == ActivityKind.Dispatch:
                Dispatched(index);
                break;
            case ActivityResult.Completed completed:
                Completed(index, completed);
                break;
        }

        return true;
    }

    public bool Retry()
    {
        var any = false;
        for (var i = 0; i < active.Count; i++)
        {
            if (active[i].Phase != ActivityPhase.Faulted)
                continue;
            active[i] = active[i] with { Phase = ActivityPhase.Ready, Fault = null, Retries = active[i].Retries + 1 };
            any = true;
        }

        return any;
    }

    public void MoveOn(int number, string outcome) => Complete(IndexOf(number), outcome);

    public Turn Cancel(string reason)
    {
        cancelReason = reason;
        EndAll(ProcessStatus.Cancelled);
        effects.Add(new Effect.Cancelled(reason));
        return End();
    }

    private static bool WaitsFor(ActiveActivity activity, Stimulus.EventArrived stimulus)
    {
        foreach (var wanted in activity.Events)
        {
            if (string.Equals(wanted.Name, stimulus.Name, StringComparison.Ordinal) && string.Equals(wanted.Key, stimulus.Key, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static WorkflowValue[] Values(ValueMap map, ImmutableArray<string> names)
    {
        var values = new WorkflowValue[names.Length];
        for (var i = 0; i < values.Length; i++)
        {
            // A state keeps its values in the order of the definition it pins.
            values[i] = i < map.Count && string.Equals(map.Names[i], names[i], StringComparison.Ordinal) ? map[i] : map[names[i]];
        }

        return values;
    }

    private ActivityNode Node(int index) => definition.Find(active[index].ActivityId)!;

    private int IndexOf(int number) => active.FindIndex(activity => activity.Number == number);

    private string InstanceOf(ActiveActivity activity) => before.ActivityInstanceId(activity);

    private void Wake(int index, Resumption resumption)
    {
        effects.Add(new Effect.EndWait(InstanceOf(active[index])));
        active[index] = active[index] with { Phase = ActivityPhase.Ready, Events = [], DueAt = null, Resumption = resumption };
    }

    private void Wait(int index, ImmutableArray<EventKey> events, DateTimeOffset? dueAt)
    {
        var activity = active[index];
        if (events.IsDefaultOrEmpty && dueAt is null)
        {
            Fault(index, "waits-for-nothing", new("it waits, but for no event and no time", "它在等待，却没有指定事件或时间"));
            return;
        }

        active[index] = activity with { Phase = ActivityPhase.Waiting, Events = events.IsDefault ? [] : events, DueAt = dueAt, Resumption = null };
        effects.Add(new Effect.Wait(activity.ActivityId, InstanceOf(activity), active[index].Events, dueAt));
    }

    private void Fault(int index, string code, BilingualText reason)
    {
        var activity = active[index];
        var fault = new Fault(activity.ActivityId, InstanceOf(activity), code, reason, now, activity.Retries + 1);
        active[index] = activity with { Phase = ActivityPhase.Faulted, Fault = fault };
        effects.Add(new Effect.Faulted(fault));
    }

    private void Finish()
    {
        var outputs = ValueMap.Empty;
        foreach (var name in definition.Outputs)
            outputs = outputs.With(name, definition.Declared.Variable(name) is >= 0 and var index ? scope.Variables[index] : WorkflowValue.Nothing);
        EndAll(ProcessStatus.Finished);
        effects.Add(new Effect.Finished(outputs));
    }

    private void EndAll(ProcessStatus status)
    {
        for (var i = active.Count - 1; i >= 0; i--)
            Drop(i);
        arrived.Clear();
        ended = status;
    }

    /// <summary>Ends an activity without an outcome.</summary>
    private void Drop(int index)
    {
        var activity = active[index];
        if (activity.Phase == ActivityPhase.Waiting)
            effects.Add(new Effect.EndWait(InstanceOf(activity)));
        var node = Node(index);
        active.RemoveAt(index);
        visits[node.Index] = visits[node.Index]! with { LeftAt = now, Outcome = null };
    }

    private Turn End()
    {
        var status = ended ?? ProcessStatus.Waiting;
        if (ended is null)
        {
            foreach (var activity in active)
            {
                if (activity.Phase == ActivityPhase.Faulted)
                    status = ProcessStatus.Faulted;
                else if (activity.Phase is ActivityPhase.Ready or ActivityPhase.Performing && status != ProcessStatus.Faulted)
                    status = ProcessStatus.Running;
            }
        }

        var recorded = ImmutableArray.CreateBuilder<ActivityVisit>(visits.Length);
        foreach (var visit in visits)
        {
            if (visit is not null)
                recorded.Add(visit);
        }

        return new(before with
        {
            Status = status,
            ChangedAt = now,
            EndedAt = ended is null ? null : now,
            CancelReason = cancelReason,
            Counter = counter,
            Inputs = new(definition.Declared.InputNames, scope.Inputs),
            Variables = new(definition.Declared.VariableNames, scope.Variables),
            Active = [.. active],
            Arrived = [.. arrived],
            Visits = recorded.DrainToImmutable(),
        }, effects.DrainToImmutable());
    }
}
