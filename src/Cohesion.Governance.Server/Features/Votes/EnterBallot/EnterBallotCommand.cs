using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.EnterBallot;

/// <summary>A ballot from paper or from the door is entered. It counts only when somebody else has read it too and found the same. The same entry sent twice is one entry.
/// In a secret vote it is the outer envelope, entered without a choice: nobody opens the inner one before the vote has closed.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="SeatId">The seat whose ballot it is.</param>
/// <param name="Choice">Yes, no or abstain, as the first person reads it; absent in a secret vote.</param>
/// <param name="Channel">Paper or visit.</param>
/// <param name="Place">Where it was given.</param>
/// <param name="TakenAt">When the voter gave it; while the vote was open.</param>
/// <param name="ScanHash">SHA-256 of the scan; needed for a paper.</param>
/// <param name="Witness">Who saw it; needed for a visit.</param>
/// <param name="SignedByPersonId">For a co-owned seat: the co-owner who signed; absent where all of them did.</param>
[Title("enters a ballot", "录入选票")]
[RequiresOffice(Office.CouncilSecretary, Office.VisitingWorker)]
[Refuses<InvalidRequest>]
[Refuses<EnvelopeStaysSealed>]
[Refuses<ChoiceMissing>]
[Refuses<SeatNotOnRoll>]
[Refuses<SeatIsExcluded>]
[Refuses<TakenOutsideWindow>]
[Refuses<SignerDoesNotActForSeat>]
[Refuses<VoteNotOpenYet>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record EnterBallotCommand(
    Guid VoteId, Guid SeatId, [property: NotInJournal] BallotChoice? Choice, BallotChannel Channel, string Place, DateTimeOffset TakenAt,
    string? ScanHash = null, string? Witness = null, Guid? SignedByPersonId = null) : ICommand<Guid>, IConcernsVote;

internal sealed class EnterBallotValidator : AbstractValidator<EnterBallotCommand>
{
    public EnterBallotValidator()
    {
        RuleFor(c => c.Choice).IsInEnum();
        RuleFor(c => c.Channel).Must(BallotIntake.IsSigned)
            .Says("Choose paper or visit: what is cast online or by a proxy nobody enters.", "请选择纸质或上门；在线和委托选票无需录入。");
        RuleFor(c => c.Place).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Witness).MaximumLength(200);
        RuleFor(c => c.Witness).NotEmpty().When(c => c.Channel == BallotChannel.Visit)
            .Says("Name who was there when the ballot was taken at the door.", "上门取得的选票须填写见证人。");
        RuleFor(c => c.ScanHash).IsSha256();
        RuleFor(c => c.ScanHash).NotEmpty().When(c => c.Channel == BallotChannel.Paper)
            .Says("Scan the paper and give the SHA-256 of the scan.", "请扫描纸质选票并填写扫描件的 SHA-256。");
    }
}
