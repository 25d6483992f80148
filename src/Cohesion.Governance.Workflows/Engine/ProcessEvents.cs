using System.Security.Cryptography;
using System.Text;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Engine;

/// <summary>The events that processes send each other.</summary>
public static class ProcessEvents
{
    /// <summary>A process ended; the key is its instance id, the payload what <see cref="Ended"/> makes.</summary>
    public const string EndedName = "Workflow.Ended";

    /// <summary>What a waiting parent gets: the child's status and outputs.</summary>
    public static WorkflowValue Ended(ProcessStatus status, ValueMap outputs) =>
        ValueMap.Of(("Status", status.ToString()), ("Outputs", outputs));

    /// <summary>The id of a process dispatched by an activity: the same whenever that activity is run again.</summary>
    public static string ChildInstanceId(string activityInstanceId) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes("child of " + activityInstanceId)).AsSpan(0, 16)).ToString();
}
