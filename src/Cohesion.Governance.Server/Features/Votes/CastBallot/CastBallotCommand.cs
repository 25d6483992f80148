using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.CastBallot;

/// <summary>A seat's representative casts its ballot, or changes it while the vote is open. The same choice sent again is the same ballot with the same receipt.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="SeatId">The seat; the caller acts for it.</param>
/// <param name="Choice">Yes, no or abstain. Journals are read while a vote is open, so the choice stands in the ballot's own record only.</param>
[Title("casts a ballot", "投出选票")]
[RequiresSeat]
[Refuses<InvalidRequest>]
[Refuses<NotYourSeat>]
[Refuses<SeatNotOnRoll>]
[Refuses<SeatIsExcluded>]
[Refuses<VoteNotOpenYet>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record CastBallotCommand(Guid VoteId, Guid SeatId, [property: NotInJournal] BallotChoice Choice) : ICommand<BallotReceipt>, IConcernsVote;

internal sealed class CastBallotValidator : AbstractValidator<CastBallotCommand>
{
    public CastBallotValidator() => RuleFor(c => c.Choice).IsInEnum();
}
