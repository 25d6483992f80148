using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.FollowUpState;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>An activity about one follow-up action. It goes by how the action stands, not by what woke it, so that an event that comes late,
/// twice or together with the time leads the same way.</summary>
internal abstract class FollowUpActivity : GovernanceActivity
{
    /// <summary>The input that every one of them has.</summary>
    protected const string FollowUpId = "followUpId";

    protected static Task<FollowUpStanding> Standing(ActivityContext context, CancellationToken ct) =>
        context.Ask(new FollowUpStateQuery(context.Id(FollowUpId)), ct);

    /// <summary>The outcome of what was found of the evidence, or null while that is open.</summary>
    protected static ActivityStep? Found(FollowUpStanding standing) => standing switch
    {
        { FoundKept: true } or { Stage: FollowUpStage.Kept } => ActivityStep.Completed("Kept"),
        { FoundKept: false } => ActivityStep.Completed("Returned"),
        _ => null,
    };
}
