using Cohesion.Governance.Workflows.Engine;

namespace Cohesion.Governance.Elsa.Engine;

/// <summary>The payload of an activity's bookmark: what it waits for.</summary>
/// <param name="Events">Each with its key, any of which wakes it.</param>
/// <param name="DueAt">The time that wakes it, if one does.</param>
internal sealed record GovernanceWait(List<EventKey> Events, DateTimeOffset? DueAt)
{
    public const string BookmarkName = "Governance.Wait";

    /// <summary>The bookmark that keeps a process with a faulted activity alive until somebody decides about it.</summary>
    public const string FaultName = "Governance.Fault";
}

/// <summary>What the product keeps on an activity of Elsa's between runs.</summary>
internal static class Marks
{
    public const string Number = "Governance.Number";
    public const string Inputs = "Governance.Inputs";
    public const string Resumption = "Governance.Resumption";
    public const string Step = "Governance.Step";
    public const string Retries = "Governance.Retries";
    public const string Fault = "Governance.Fault";
}
