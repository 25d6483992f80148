using System.Globalization;
using System.Text.Json;
using Cohesion.Governance.Workflows;
using Cohesion.Governance.Workflows.Engine;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities;
using Elsa.Workflows.Activities.Flowchart.Activities;
using Elsa.Workflows.Exceptions;
using Elsa.Workflows.Models;
using Elsa.Workflows.Pipelines.ActivityExecution;
using Elsa.Workflows.State;
using Fault = Cohesion.Governance.Workflows.Engine.Fault;

namespace Cohesion.Governance.Elsa.Engine;

/// <summary>
/// Numbers and records every activity that Elsa runs, and lets one that faults wait for a person instead of ending its process: the other
/// branches go on, a retry runs it again, and moving on leaves it with an outcome, as the built-in engine does.
/// </summary>
internal sealed class StepMiddleware(ActivityMiddlewareDelegate next) : IActivityExecutionMiddleware
{
    public async ValueTask InvokeAsync(ActivityExecutionContext context)
    {
        if (ElsaTurn.Current is not { } turn || context.Activity is Workflow or Flowchart)
        {
            await next(context);
            return;
        }

        var number = Number(context, turn);
        turn.Writing = context.Activity.Id;
        var outcomes = default(string[]);
        try
        {
            if (++turn.Steps > WorkflowEngine.MaxSteps)
            {
                throw new StepFaultException(new("too-many-steps", new(
                    $"the process went through more than {WorkflowEngine.MaxSteps} activities without waiting", $"流程连续经过超过 {WorkflowEngine.MaxSteps} 个活动而没有等待")));
            }

            if (turn.MoveOn is { } moveOn && moveOn.Number == number)
            {
                context.TransitionTo(ActivityStatus.Running);
                outcomes = [moveOn.Outcome];
                await context.CompleteActivityWithOutcomesAsync(moveOn.Outcome);
            }
            else
            {
                await next(context);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException && turn.Failure is null)
        {
            Fault(context, turn, number, ErrorOf(exception), exception);
            return;
        }

        if (context.Status == ActivityStatus.Completed)
        {
            outcomes ??= context.JournalData.TryGetValue("Outcomes", out var named) && named is string[] names ? names : ["Done"];
            turn.Leave(context.Activity.Id, string.Join(", ", outcomes));
        }
    }

    private static int Number(ActivityExecutionContext context, ElsaTurn turn)
    {
        if (context.Properties.TryGetValue(Marks.Number, out var known))
        {
            if (context.Properties.Remove(Marks.Fault))
            {
                // Tried again, or moved on: what kept it waiting is over.
                context.Properties[Marks.Retries] = Retries(context) + 1;
                foreach (var bookmark in context.WorkflowExecutionContext.Bookmarks.Where(b => b.ActivityInstanceId == context.Id).ToList())
                {
                    context.WorkflowExecutionContext.Bookmarks.Remove(bookmark);
                }
            }

            return Convert.ToInt32(known, CultureInfo.InvariantCulture);
        }

        var number = turn.Visit(context.Activity.Id);
        context.Properties[Marks.Number] = number;
        if (number == 1)
        {
            foreach (var declared in turn.Definition.Variables)
            {
                if (turn.Overrides.TryGet(declared.Name, out var value))
                {
                    TurnSteps.SetVariable(context, declared, value);
                }
            }
        }

        return number;
    }

    private static int Retries(ActivityExecutionContext context) =>
        context.Properties.TryGetValue(Marks.Retries, out var retries) ? Convert.ToInt32(retries, CultureInfo.InvariantCulture) : 0;

    private static ActivityError ErrorOf(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is StepFaultException step)
            {
                return step.Error;
            }
        }

        var innermost = exception.GetBaseException();
        var code = exception is InputEvaluationException || innermost.GetType().Namespace?.StartsWith("Jint", StringComparison.Ordinal) == true ? "expression" : "exception";
        return new ActivityError(code, new BilingualText($"{innermost.GetType().Name}: {innermost.Message}", $"{innermost.GetType().Name}：{innermost.Message}"));
    }

    private static void Fault(ActivityExecutionContext context, ElsaTurn turn, int number, ActivityError error, Exception exception)
    {
        var workflow = context.WorkflowExecutionContext;
        foreach (var bookmark in workflow.Bookmarks.Where(b => b.ActivityInstanceId == context.Id).ToList())
        {
            workflow.Bookmarks.Remove(bookmark);
        }

        workflow.ExecuteDelegate = null;
        context.TransitionTo(ActivityStatus.Running);
        var fault = new Fault(context.Activity.Id, TurnSteps.InstanceOf(turn, number), error.Code, error.Reason, turn.Now, Retries(context) + 1);
        turn.Faults[number] = fault;
        context.Properties[Marks.Fault] = JsonSerializer.Serialize(fault);
        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = GovernanceWait.FaultName,
            Stimulus = fault.ActivityInstanceId,
            IncludeActivityInstanceId = true,
            AutoBurn = false,
            AutoComplete = false,
        });

        // What Elsa Studio shows.
        workflow.Incidents.Add(new ActivityIncident(
            context.Activity.Id, context.Activity.NodeId, context.Activity.Type, error.Reason.En, ExceptionState.FromException(exception), turn.Now));
    }
}
