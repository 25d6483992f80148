namespace Cohesion.Governance.Server.Features.FollowUps;

/// <summary>What a follow-up action's process is told; the key is the action's id. The process takes an event as a hint and looks at the
/// action itself, so one that comes late or twice does no harm.</summary>
internal static class FollowUpEvents
{
    /// <summary>The process every action runs through: <c>workflows/follow-up.json</c>.</summary>
    public const string Definition = "follow-up";

    public const string Answered = "followup.answered";
    public const string Reassigned = "followup.reassigned";
    public const string Rescheduled = "followup.rescheduled";
    public const string Cancelled = "followup.cancelled";
    public const string Evidence = "followup.evidence";
    public const string Confirmed = "followup.confirmed";
    public const string Ruled = "followup.ruled";
}
