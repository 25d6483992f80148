using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.CastBallot;

/// <summary>A seat's representative casts its ballot, or changes it where the rule lets him; or the holder of its mandate does. The same choice sent again is the same
/// ballot with the same receipt. One that the council's policy on duplicates does not count is kept, and the receipt says why.
/// In a secret vote what it says is kept sealed until the count, and its receipt proves that it counts and never what it says.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="SeatId">The seat; the caller acts for it or holds its mandate, which makes it a ballot by proxy.</param>
/// <param name="Choice">Yes, no or abstain. Journals are read while a vote is open, so the choice stands in the ballot's own record only.</param>
[Title("casts a ballot", "投出选票")]
[RequiresSeat(OrMandate = true)]
[Refuses<InvalidRequest>]
[Refuses<NotYourSeat>]
[Refuses<SeatNotOnRoll>]
[Refuses<SeatIsExcluded>]
[Refuses<SeatVotedItself>]
[Refuses<BallotIsIrrevocable>]
[Refuses<MandateRevoked>]
[Refuses<MandateExpired>]
[Refuses<MandateForAnotherVote>]
[Refuses<MandateMustBeWritten>]
[Refuses<ProxyNotAllowed>]
[Refuses<HolderMayNotHoldProxies>]
[Refuses<ProxyLimitReached>]
[Refuses<CoOwnerHasVoted>]
[Refuses<SecretBallotStands>]
[Refuses<SecretKeyLost>]
[Refuses<SecretBallotDamaged>]
[Refuses<VoteNotOpenYet>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record CastBallotCommand(Guid VoteId, Guid SeatId, [property: NotInJournal] BallotChoice Choice) : ICommand<BallotReceipt>, IConcernsVote;

internal sealed class CastBallotValidator : AbstractValidator<CastBallotCommand>
{
    public CastBallotValidator() => RuleFor(c => c.Choice).IsInEnum();
}
