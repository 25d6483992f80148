using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Engine;

/// <summary>What each kind of activity does.</summary>
internal sealed partial class TurnMachine
{
    /// <summary>Does the activity at this place.</summary>
    /// <returns>Whether the host must answer before anything else is done.</returns>
    private bool Step(int index)
    {
        var node = Node(index);
        var variables = scope.Variables.AsSpan().ToArray();
        try
        {
            return node.Kind == ActivityKind.Governance ? Perform(index, node) : StepOwn(index, node);
        }
        catch (EvaluationFailure failure)
        {
            // A script may have set variables before it failed; a retry starts from what was there.
            variables.CopyTo(scope.Variables, 0);
            Fault(index, "expression", failure.Reason);
            return false;
        }
    }

    private bool StepOwn(int index, ActivityNode node)
    {
        switch (node.Kind)
        {
            case ActivityKind.Decision:
                Complete(index, Evaluate(node, "condition", WorkflowType.Truth).AsTruth() ? "True" : "False");
                break;
            case ActivityKind.Switch:
                Complete(index, [.. Matching(node)]);
                break;
            case ActivityKind.Fork:
                Complete(index, [.. node.Outcomes.Select(outcome => outcome.Name)]);
                break;
            case ActivityKind.SetVariable:
                scope.SetVariable(node.Variable, Evaluate(node, "value", WorkflowType.Any));
                Complete(index, ActivityDescriptor.Done);
                break;
            case ActivityKind.WriteLine:
                effects.Add(new Effect.Log(node.Id, Evaluate(node, "text", WorkflowType.Text).AsText() ?? ""));
                Complete(index, ActivityDescriptor.Done);
                break;
            case ActivityKind.Delay:
                var length = Evaluate(node, "timeSpan", WorkflowType.Duration).AsDuration() ?? Duration.Zero;
                WaitUntil(index, length.After(now));
                break;
            case ActivityKind.StartAt:
                WaitUntil(index, Evaluate(node, "dateTime", WorkflowType.Instant).AsInstant() ?? now);
                break;
            case ActivityKind.Event:
                Event(index, node);
                break;
            case ActivityKind.Dispatch:
                return Dispatch(index, node);
            case ActivityKind.Finish:
                Finished(index);
                break;
            default:
                Complete(index, ActivityDescriptor.Done);
                break;
        }

        return false;
    }

    private bool Perform(int index, ActivityNode node)
    {
        var activity = active[index];
        // After a wait it keeps the values it waited with; a first attempt, or its retry, takes them as they are now.
        var inputs = activity.Resumption is null ? EvaluateAll(node) : activity.Inputs ?? ValueMap.Empty;
        active[index] = activity with { Phase = ActivityPhase.Performing, Inputs = inputs };
        effects.Add(new Effect.Perform(new()
        {
            InstanceId = before.InstanceId,
            DefinitionId = before.DefinitionId,
            CorrelationId = before.CorrelationId,
            ActivityId = activity.ActivityId,
            ActivityInstanceId = InstanceOf(activity),
            Type = node.Descriptor.Type,
            Inputs = inputs,
            Resumption = activity.Resumption,
            Now = now,
        }));
        return true;
    }

    private void WaitUntil(int index, DateTimeOffset due)
    {
        if (active[index].Resumption is not null || due <= now)
            Complete(index, ActivityDescriptor.Done);
        else
            Wait(index, [], due);
    }

    private void Event(int index, ActivityNode node)
    {
        if (active[index].Resumption is { } resumption)
        {
            if (SetOutput(index, node, "result", resumption.Payload))
                Complete(index, ActivityDescriptor.Done);
            return;
        }

        Wait(index, [new(Evaluate(node, "eventName", WorkflowType.Text).AsText() ?? "", before.CorrelationId ?? "")], null);
    }

    private bool Dispatch(int index, ActivityNode node)
    {
        var activity = active[index];
        if (activity.Resumption is { } resumption)
        {
            if (SetOutput(index, node, "result", resumption.Payload.AsMap()["Outputs"]))
                Complete(index, ActivityDescriptor.Done);
            return false;
        }

        var inputs = EvaluateAll(node);
        var waits = inputs["waitForCompletion"].AsTruth();
        active[index] = activity with { Phase = ActivityPhase.Performing, Inputs = waits ? ValueMap.Of(("waitForCompletion", true)) : null };
        effects.Add(new Effect.Dispatch(
            InstanceOf(activity),
            inputs["workflowDefinitionId"].AsText() ?? "",
            ProcessEvents.ChildInstanceId(InstanceOf(activity)),
            inputs["correlationId"].AsText() ?? before.CorrelationId,
            inputs["input"].AsMap(),
            waits));
        return true;
    }

    /// <summary>The host will start the other process: wait for its end, or go on.</summary>
    private void Dispatched(int index)
    {
        if (active[index].Inputs is not null)
            Wait(index, [new(ProcessEvents.EndedName, ProcessEvents.ChildInstanceId(InstanceOf(active[index])))], null);
        else
            Complete(index, ActivityDescriptor.Done);
    }

    private void Completed(int index, ActivityResult.Completed completed)
    {
        var node = Node(index);
        if (!node.HasOutcome(completed.Outcome))
        {
            Fault(index, "unknown-outcome", new($"{node.Descriptor.Type} ended with {completed.Outcome}, which it does not declare", $"{node.Descriptor.Type} 的结果 {completed.Outcome} 未声明"));
            return;
        }

        foreach (var (name, value) in completed.Outputs)
        {
            if (!node.Descriptor.Outputs.Any(output => string.Equals(output.Name, name, StringComparison.Ordinal)))
            {
                Fault(index, "bad-output", new($"{node.Descriptor.Type} gave {name}, which it does not declare", $"{node.Descriptor.Type} 的输出 {name} 未声明"));
                return;
            }

            if (!SetOutput(index, node, name, value))
                return;
        }

        Complete(index, completed.Outcome);
    }

    /// <summary>Puts an output into the variable the file names, if it names one; a value of the wrong type faults the activity.</summary>
    private bool SetOutput(int index, ActivityNode node, string name, WorkflowValue value)
    {
        foreach (var binding in node.OutputBindings)
        {
            if (!string.Equals(binding.Name, name, StringComparison.Ordinal))
                continue;
            try
            {
                scope.SetVariable(binding.Variable, value);
            }
            catch (EvaluationFailure failure)
            {
                Fault(index, "bad-output", failure.Reason);
                return false;
            }
        }

        return true;
    }

    private IEnumerable<string> Matching(ActivityNode node)
    {
        var any = false;
        foreach (var @case in node.Cases)
        {
            if (!Convert(@case.Condition.Evaluate(scope), WorkflowType.Truth, @case.Label).AsTruth())
                continue;
            any = true;
            yield return @case.Label;
            if (!node.MatchAny)
                yield break;
        }

        if (!any)
            yield return "Default";
    }

    private WorkflowValue Evaluate(ActivityNode node, string input, WorkflowType type) =>
        node.Input(input) is { } expression ? Convert(expression.Evaluate(scope), type, input) : WorkflowValue.Nothing;

    private ValueMap EvaluateAll(ActivityNode node)
    {
        if (node.Inputs.IsEmpty)
            return ValueMap.Empty;
        var values = new WorkflowValue[node.Inputs.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Convert(node.Inputs[i].Value.Evaluate(scope), node.Inputs[i].Type, node.Inputs[i].Name);
        return new(node.InputNames, values);
    }

    private static WorkflowValue Convert(WorkflowValue value, WorkflowType type, string input) =>
        ValueConversion.TryConvert(value, type, out var converted, out var why)
            ? converted
            : throw new EvaluationFailure(new($"{input}: {why!.En}", $"{input}：{why.Zh}"));
}
