using System.Globalization;
using Cohesion.Governance.Workflows;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Elsa.Extensions;
using Elsa.Workflows;

namespace Cohesion.Governance.Elsa.Engine;

/// <summary>An activity could not go on; the reason is for people.</summary>
internal sealed class StepFaultException(ActivityError error) : Exception(error.Reason.En)
{
    public ActivityError Error { get; } = error;
}

/// <summary>What the adapter and the middleware share.</summary>
internal static class TurnSteps
{
    /// <summary>The same name of an activity instance as the built-in engine gives it: effects are recognised by it.</summary>
    public static string InstanceOf(ElsaTurn turn, int number) => string.Create(CultureInfo.InvariantCulture, $"{turn.Before.InstanceId}:{number}");

    /// <exception cref="StepFaultException">The value cannot be brought to the variable's type.</exception>
    public static void SetVariable(ActivityExecutionContext context, VariableDeclaration declared, WorkflowValue value)
    {
        if (!ValueConversion.TryConvert(value, declared.Type, out var converted, out var why))
        {
            throw new StepFaultException(new("bad-output", new($"variable {declared.Name}: {why!.En}", $"变量 {declared.Name}：{why.Zh}")));
        }

        var variable = context.ExpressionExecutionContext.EnumerateVariablesInScope().FirstOrDefault(v => string.Equals(v.Id, declared.Id, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"Elsa has no variable {declared.Id}.");
        variable.Set(context, ElsaValues.ToClr(converted));
    }
}
