using System.Globalization;
using System.Text.Json;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Elsa.Expressions.Contracts;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using ActivityNode = Cohesion.Governance.Workflows.Definitions.ActivityNode;
using Microsoft.Extensions.DependencyInjection;

namespace Cohesion.Governance.Elsa.Engine;

/// <summary>
/// Any activity of the catalogue as Elsa runs it. It evaluates the inputs once, has the activity performed in the server's own transaction,
/// and completes, waits or faults as that says. What an activity does stays in its commands.
/// </summary>
public sealed class GovernanceStep : Activity
{
    /// <summary>Elsa finds the callback of a bookmark by its name.</summary>
    public async ValueTask OnWokenAsync(ActivityExecutionContext context)
    {
        if (ElsaTurn.Current?.Resumption is { } resumption)
        {
            context.Properties[Marks.Resumption] = JsonSerializer.Serialize(resumption);
        }

        await StepAsync(context);
    }

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => StepAsync(context);

    private static async ValueTask StepAsync(ActivityExecutionContext context)
    {
        var turn = ElsaTurn.Current ?? throw new InvalidOperationException(
            "Processes are started and woken by the council's commands, not by Elsa Studio or Elsa's API.");
        var node = turn.Definition.Find(context.Activity.Id)
            ?? throw new InvalidOperationException($"{turn.Definition.Id} has no activity {context.Activity.Id}.");
        var number = Convert.ToInt32(context.Properties[Marks.Number], CultureInfo.InvariantCulture);
        var step = context.Properties.TryGetValue(Marks.Step, out var done) ? Convert.ToInt32(done, CultureInfo.InvariantCulture) : 0;
        var resumption = context.Properties.TryGetValue(Marks.Resumption, out var kept) ? JsonSerializer.Deserialize<Resumption>((string)kept) : null;

        // After a wait it keeps the values it waited with; a first attempt, or its retry, takes them as they are now.
        var inputs = resumption is not null && context.Properties.TryGetValue(Marks.Inputs, out var text)
            ? JsonSerializer.Deserialize<ValueMap>((string)text)!
            : await EvaluateAsync(context, node);
        context.Properties[Marks.Inputs] = JsonSerializer.Serialize(inputs);
        var call = new ActivityCall
        {
            InstanceId = turn.Before.InstanceId,
            DefinitionId = turn.Before.DefinitionId,
            CorrelationId = turn.Before.CorrelationId,
            ActivityId = node.Id,
            ActivityInstanceId = TurnSteps.InstanceOf(turn, number),
            Type = node.Descriptor.Type,
            Inputs = inputs,
            Resumption = resumption,
            Now = turn.Now,
        };
        var result = await context.GetRequiredService<StepPerformer>().PerformAsync(turn, call, step, context.CancellationToken);
        if (result is ActivityResult.Faulted faulted)
        {
            throw new StepFaultException(faulted.Error);
        }

        context.Properties[Marks.Step] = step + 1;
        context.Properties.Remove(Marks.Resumption);
        switch (result)
        {
            case ActivityResult.Completed completed:
                Give(context, turn.Definition, node, completed);
                await context.CompleteActivityWithOutcomesAsync(completed.Outcome);
                break;
            case ActivityResult.Waits waits:
                Wait(context, waits);
                break;
        }
    }

    private static void Wait(ActivityExecutionContext context, ActivityResult.Waits waits)
    {
        if (waits.Events.IsDefaultOrEmpty && waits.DueAt is null)
        {
            throw new StepFaultException(new("waits-for-nothing", new("it waits, but for no event and no time", "它在等待，却没有指定事件或时间")));
        }

        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = GovernanceWait.BookmarkName,
            Stimulus = new GovernanceWait(waits.Events.IsDefault ? [] : [.. waits.Events], waits.DueAt),
            Callback = ((GovernanceStep)context.Activity).OnWokenAsync,
            IncludeActivityInstanceId = true,
            AutoBurn = true,
        });
    }

    private static async Task<ValueMap> EvaluateAsync(ActivityExecutionContext context, ActivityNode node)
    {
        var evaluator = context.GetRequiredService<IExpressionEvaluator>();
        var values = new List<KeyValuePair<string, WorkflowValue>>();
        foreach (var binding in node.Inputs)
        {
            if (!context.Activity.SyntheticProperties.TryGetValue(binding.Name, out var property) || property is not Input { Expression: { } expression })
            {
                continue;
            }

            var value = ElsaValues.FromClr(await evaluator.EvaluateAsync<object>(expression, context.ExpressionExecutionContext));
            if (!ValueConversion.TryConvert(value, binding.Type, out var converted, out var why))
            {
                throw new StepFaultException(new("expression", new($"{binding.Name}: {why!.En}", $"{binding.Name}：{why.Zh}")));
            }

            values.Add(KeyValuePair.Create(binding.Name, converted));
        }

        return ValueMap.From(values);
    }

    private static void Give(ActivityExecutionContext context, WorkflowDefinition definition, ActivityNode node, ActivityResult.Completed completed)
    {
        var type = node.Descriptor.Type;
        if (!node.HasOutcome(completed.Outcome))
        {
            throw new StepFaultException(new("unknown-outcome", new($"{type} ended with {completed.Outcome}, which it does not declare", $"{type} 的结果 {completed.Outcome} 未声明")));
        }

        foreach (var (name, value) in completed.Outputs)
        {
            if (!node.Descriptor.Outputs.Any(output => string.Equals(output.Name, name, StringComparison.Ordinal)))
            {
                throw new StepFaultException(new("bad-output", new($"{type} gave {name}, which it does not declare", $"{type} 的输出 {name} 未声明")));
            }

            foreach (var binding in node.OutputBindings.Where(b => string.Equals(b.Name, name, StringComparison.Ordinal)))
            {
                TurnSteps.SetVariable(context, definition.Variables[binding.Variable], value);
            }
        }
    }
}
