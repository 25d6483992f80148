using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.SettleBallotEntry;

/// <summary>Two have read a paper differently: a third person, neither of the two, says what it says, or that it says nothing valid. The secretary does it; where he was one
/// of the two, the convenor. Of an outer envelope that the second found faulty he says whether it stands.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="EntryId">The entry.</param>
/// <param name="Choice">What it says; absent where it says nothing valid and does not count.</param>
/// <param name="Reason">Why, shown with the result.</param>
/// <param name="Stands">In a secret vote: whether the outer envelope stands.</param>
[Title("settles what a ballot says", "认定选票")]
[RequiresOffice(Office.CouncilSecretary, Office.StreetConvenor)]
[Refuses<InvalidRequest>]
[Refuses<EnvelopeStaysSealed>]
[Refuses<SettlerWasInvolved>]
[Refuses<EntryNotDisputed>]
[Refuses<SeatNotOnRoll>]
[Refuses<SeatIsExcluded>]
[Refuses<VoteNotOpenYet>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record SettleBallotEntryCommand(Guid VoteId, Guid EntryId, [property: NotInJournal] BallotChoice? Choice, string Reason, bool Stands = false)
    : ICommand<CheckedEntry>, IConcernsVote;

internal sealed class SettleBallotEntryValidator : AbstractValidator<SettleBallotEntryCommand>
{
    public SettleBallotEntryValidator()
    {
        RuleFor(c => c.Choice).IsInEnum();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }
}
