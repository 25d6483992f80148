using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Votes.VotePage;

namespace Cohesion.Governance.Server.Web.Pages.Votes;

/// <summary>What may be done with a vote at this moment, so that pages offer nothing that would be refused.</summary>
internal sealed record VoteState(VoteView Vote, DateTimeOffset Now)
{
    /// <summary>Whether ballots are taken.</summary>
    public bool IsTaking => new BallotWindow(Vote.Stage, Vote.OpensAt, Vote.ClosesAt, Vote.SettledAt).RefusalAt(Now) is null;

    /// <summary>Whether seats may be taken out and put back, and facts stated.</summary>
    public bool CanChangeRoll => IsTaking || Vote.Stage == VoteStage.RollFrozen;

    /// <summary>Whether it may be called off: not once it only waits for its count.</summary>
    public bool CanBeCancelled => CanChangeRoll || Vote.Stage == VoteStage.Planned;

    /// <summary>Facts that silence under the rule depends on.</summary>
    public IReadOnlyList<string> AskedFacts => [.. Vote.Rule.AsksForFacts, .. Vote.Rule.SilenceNeverIn];
}
