using System.Text.Json;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process.Activities;
using Cohesion.Governance.Workflows;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Process;

/// <summary>Runs the governance activities of a turn inside its transaction.</summary>
internal sealed class ActivityPerformer(GovernanceActivities activities) : IActivityPerformer
{
    public async Task<ActivityResult> PerformAsync(ActivityCall call, IProcessTransaction transaction, CancellationToken ct)
    {
        var services = ((DatabaseProcessTransaction)transaction).Services;
        var activity = activities.Create(call.Type, services);
        var context = new ActivityContext(
            services.GetRequiredService<IMediator>(), call.InstanceId, call.ActivityInstanceId, call.Now, InputsOf(call.Inputs));
        try
        {
            var step = call.Resumption is { } resumption
                ? await activity.Resume(context, new ActivityResumption(resumption.TimedOut ? null : resumption.EventName, JsonSerializer.SerializeToElement(resumption.Payload)), ct)
                : await activity.Begin(context, ct);
            return ResultOf(step);
        }
        catch (ActivityRefusedException refused)
        {
            return ActivityResult.Fault(refused.Refusal.Code, new BilingualText(refused.Refusal.Message.En, refused.Refusal.Message.Zh));
        }
        catch (Exception conflict) when (Conflicts.IsConflict(conflict))
        {
            throw new ProcessConflictException("Somebody else wrote first.", conflict);
        }
    }

    private static Dictionary<string, object?> InputsOf(ValueMap inputs) =>
        inputs.ToDictionary(input => input.Key, input => (object?)(input.Value.IsNothing ? null : input.Value.AsText() ?? input.Value.ToString()), StringComparer.Ordinal);

    private static ActivityResult ResultOf(ActivityStep step) => step switch
    {
        CompletedStep done => ActivityResult.Complete(
            done.Outcome,
            ValueMap.From(done.Outputs.Select(o => KeyValuePair.Create(
                o.Key, WorkflowValue.FromJson(JsonSerializer.SerializeToElement(o.Value, Web.Json.Options)))))),
        WaitingStep wait => ActivityResult.WaitFor(wait.Until, [.. wait.EventNames.Select(name => new EventKey(name, wait.Key))]),
        _ => throw new InvalidOperationException($"Unknown step {step.GetType().Name}"),
    };
}
