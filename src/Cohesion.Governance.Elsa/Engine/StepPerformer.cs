using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;

namespace Cohesion.Governance.Elsa.Engine;

/// <summary>
/// Does a step of an activity once, however often Elsa comes to it: Elsa does not commit with us, so that after a crash it runs the same
/// activities again. The step's result is remembered in the transaction of its effects, under the name of the activity instance.
/// </summary>
internal sealed class StepPerformer(IProcessStore store, IActivityPerformer performer, IDefinitionSource definitions)
{
    /// <summary>A remembered result is a kept signal that nobody waits for.</summary>
    private const string EffectName = "Governance.Effect";

    private const int MaxConflicts = 50;

    public Task<ActivityResult> PerformAsync(ElsaTurn turn, ActivityCall call, int step, CancellationToken ct) => call.Type switch
    {
        "Elsa.Delay" => Task.FromResult(Delay(call)),
        "Elsa.DispatchWorkflow" => Task.FromResult(Dispatch(turn, call)),
        _ => PerformOnceAsync(turn, call, step, ct),
    };

    /// <summary>Takes out a remembered result that no run will ask for again.</summary>
    public static Task ForgetAsync(IProcessTransaction transaction, string effect, CancellationToken ct) => transaction.TakeKeptSignalAsync(effect, ct);

    /// <summary>Elsa's own counts in days of 24 hours and cannot wait longer than 24.8 of them; a rule says "one month".</summary>
    private static ActivityResult Delay(ActivityCall call)
    {
        var due = (call.Inputs["timeSpan"].AsDuration() ?? Duration.Zero).After(call.Now);
        return call.Resumption is not null || due <= call.Now ? ActivityResult.Complete() : ActivityResult.WaitFor(due);
    }

    /// <summary>Elsa's own gives the new process another id each time it is run; after a crash there would be two.</summary>
    private ActivityResult Dispatch(ElsaTurn turn, ActivityCall call)
    {
        if (call.Resumption is { } resumption)
        {
            return ActivityResult.Complete(ActivityDescriptor.Done, ValueMap.Of(("result", resumption.Payload.AsMap()["Outputs"])));
        }

        var waits = call.Inputs["waitForCompletion"].AsTruth();
        var id = call.Inputs["workflowDefinitionId"].AsText() ?? "";
        var child = ProcessEvents.ChildInstanceId(call.ActivityInstanceId);
        var start = new StartProcess(
            child, id, call.Inputs["correlationId"].AsText() ?? call.CorrelationId, call.Inputs["input"].AsMap(), new(call.InstanceId, waits));
        var refusal = definitions.Current(id) is { } definition
            ? WorkflowEngine.CheckInputs(definition, start.Inputs)
            : new EngineRefusal(RefusalCodes.UnknownWorkflow, new($"there is no process definition {id}", $"没有流程定义 {id}"));
        if (refusal is not null)
        {
            return ActivityResult.Fault(refusal.Code, refusal.Reason);
        }

        turn.Promised.Add(new ProcessWork($"start:{child}", start, null, null));
        return waits ? ActivityResult.WaitFor(null, new EventKey(ProcessEvents.EndedName, child)) : ActivityResult.Complete();
    }

    private async Task<ActivityResult> PerformOnceAsync(ElsaTurn turn, ActivityCall call, int step, CancellationToken ct)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{call.ActivityInstanceId}#{step}"))));
        var effect = $"effect:{key}";
        for (var conflicts = 0; ;)
        {
            try
            {
                await using var transaction = await store.BeginAsync(ct);
                if (await transaction.TakeKeptSignalAsync([new EventKey(EffectName, key)], turn.Now, ct) is { } known)
                {
                    // Not committed: it stays remembered until the run itself is.
                    turn.Effects.Add(effect);
                    return Remembered(known.Payload);
                }

                var result = await PerformAsync(call, transaction, ct);
                if (result is ActivityResult.Faulted)
                {
                    return result;
                }

                await transaction.KeepSignalAsync(new ProcessSignal(effect, EffectName, key, Remember(result), DateTimeOffset.MaxValue), turn.Now, ct);
                await transaction.CommitAsync(ct);
                turn.Effects.Add(effect);
                return result;
            }
            catch (ProcessConflictException) when (++conflicts < MaxConflicts)
            {
                // Whoever was first has changed what this began from: begin again.
            }
            catch (Exception failure) when (failure is not StepFaultException)
            {
                // Nobody's fault but the machine's: nothing of this run may count.
                turn.Failure = failure;
                throw;
            }
        }
    }

    private async Task<ActivityResult> PerformAsync(ActivityCall call, IProcessTransaction transaction, CancellationToken ct)
    {
        try
        {
            return await performer.PerformAsync(call, transaction, ct);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or ProcessConflictException))
        {
            throw new StepFaultException(new("exception", new($"{exception.GetType().Name}: {exception.Message}", $"{exception.GetType().Name}：{exception.Message}")));
        }
    }

    private static WorkflowValue Remember(ActivityResult result) => result switch
    {
        ActivityResult.Completed done => ValueMap.Of(("outcome", done.Outcome), ("outputs", done.Outputs)),
        ActivityResult.Waits waits => ValueMap.Of(
            ("events", WorkflowValue.Of([.. (waits.Events.IsDefault ? [] : waits.Events).Select(e => WorkflowValue.Of(ValueMap.Of(("name", e.Name), ("key", e.Key))))])),
            ("due", waits.DueAt is { } due ? WorkflowValue.Of(due) : WorkflowValue.Nothing)),
        _ => throw new InvalidOperationException($"{result.GetType().Name} is not kept."),
    };

    private static ActivityResult Remembered(WorkflowValue payload)
    {
        var map = payload.AsMap();
        return map.Has("outcome")
            ? ActivityResult.Complete(map["outcome"].AsText()!, map["outputs"].AsMap())
            : ActivityResult.WaitFor(
                map["due"].AsInstant(), [.. map["events"].AsList().Select(e => new EventKey(e.AsMap()["name"].AsText() ?? "", e.AsMap()["key"].AsText() ?? ""))]);
    }
}
