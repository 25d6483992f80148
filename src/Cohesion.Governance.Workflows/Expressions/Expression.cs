namespace Cohesion.Governance.Workflows.Expressions;

/// <summary>An expression of a definition, compiled once. Immutable and free of instance state, so shared by all threads.</summary>
internal abstract class Expression
{
    /// <exception cref="EvaluationFailure">The expression cannot be evaluated; the activity faults with the reason.</exception>
    public abstract WorkflowValue Evaluate(EvaluationScope scope);
}

internal sealed class LiteralExpression(WorkflowValue value) : Expression
{
    public WorkflowValue Value => value;

    public override WorkflowValue Evaluate(EvaluationScope scope) => value;
}

internal sealed class InputExpression(int index) : Expression
{
    public override WorkflowValue Evaluate(EvaluationScope scope) => scope.Inputs[index];
}

internal sealed class VariableExpression(int index) : Expression
{
    public int Index => index;

    public override WorkflowValue Evaluate(EvaluationScope scope) => scope.Variables[index];
}

/// <summary>Why an expression gave no value. Caught by the engine, which turns it into the activity's fault.</summary>
internal sealed class EvaluationFailure(BilingualText reason, Exception? inner = null) : Exception(reason.En, inner)
{
    public BilingualText Reason => reason;
}
