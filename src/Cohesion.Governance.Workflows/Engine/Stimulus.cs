using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Engine;

/// <summary>What can happen to a running process.</summary>
public abstract record Stimulus
{
    private Stimulus()
    {
    }

    /// <summary>An event: every branch that waits for exactly this name and key goes on.</summary>
    public sealed record EventArrived(string Name, string Key, WorkflowValue Payload) : Stimulus;

    /// <summary>The due time of one wait.</summary>
    public sealed record DueTimeReached(string ActivityInstanceId) : Stimulus;

    /// <summary>The host's answer to the turn's request.</summary>
    public sealed record Answered(string ActivityInstanceId, ActivityResult Result) : Stimulus;

    /// <summary>Everything that faulted is tried again.</summary>
    public sealed record Retry : Stimulus;

    /// <summary>A faulted activity is left as if it had ended with this outcome.</summary>
    public sealed record MoveOn(string ActivityId, string Outcome) : Stimulus;

    /// <summary>The process ends here.</summary>
    public sealed record Cancel(string Reason) : Stimulus;
}
