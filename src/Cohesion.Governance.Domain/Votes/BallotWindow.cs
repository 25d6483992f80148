using System.Runtime.InteropServices;

namespace Cohesion.Governance.Domain.Votes;

/// <summary>What decides whether a ballot is taken at a moment; read apart from the vote, so that casting one loads little.</summary>
/// <param name="Stage">Where the vote stands.</param>
/// <param name="OpensAt">From this moment on.</param>
/// <param name="ClosesAt">Up to, but not at, this moment.</param>
/// <param name="SettledAt">When the outcome was beyond change and the ballots ended early.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BallotWindow(VoteStage Stage, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, DateTimeOffset? SettledAt)
{
    /// <summary>Why no ballot is taken at this moment; null when one is. The instant of closing is closed.</summary>
    public Refusal? RefusalAt(DateTimeOffset now) => this switch
    {
        { Stage: VoteStage.Cancelled } => new VoteWasCancelled(),
        { Stage: VoteStage.Planned or VoteStage.RollFrozen } => new VoteNotOpenYet(),
        { Stage: VoteStage.Open, SettledAt: null } when now < ClosesAt => now >= OpensAt ? null : new VoteNotOpenYet(),
        _ => new VoteHasClosed(),
    };
}
