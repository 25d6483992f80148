using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.CheckBallot;

/// <summary>Somebody other than who entered a ballot reads it again, without being shown the first reading. Where both are the same the ballot is cast; where they differ
/// somebody else settles it. Possible until the vote is counted, since the ballot itself came in time. Of an outer envelope it is checked that it is the seat's and in order.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="EntryId">The entry.</param>
/// <param name="Choice">What the second person reads; absent in a secret vote.</param>
/// <param name="IsFaulty">In a secret vote: the outer envelope is not as entered, so that somebody else decides whether it stands.</param>
[Title("checks a ballot", "复核选票")]
[RequiresOffice(Office.CouncilSecretary, Office.VisitingWorker, Office.StreetConvenor)]
[Refuses<InvalidRequest>]
[Refuses<EnvelopeStaysSealed>]
[Refuses<ChoiceMissing>]
[Refuses<SomebodyElseChecks>]
[Refuses<EntryNotWaiting>]
[Refuses<SeatNotOnRoll>]
[Refuses<SeatIsExcluded>]
[Refuses<VoteNotOpenYet>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record CheckBallotCommand(Guid VoteId, Guid EntryId, [property: NotInJournal] BallotChoice? Choice, bool IsFaulty = false) : ICommand<CheckedEntry>, IConcernsVote;

internal sealed class CheckBallotValidator : AbstractValidator<CheckBallotCommand>
{
    public CheckBallotValidator() => RuleFor(c => c.Choice).IsInEnum();
}
