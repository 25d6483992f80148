using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.RecordAgreement;

/// <summary>The co-owners of a contested seat have agreed, and the secretary records on what. It takes the place of what each said before; whoever says otherwise afterwards
/// contests the seat again.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="SeatId">The contested seat.</param>
/// <param name="Choice">What they agreed on.</param>
/// <param name="Reason">How the secretary knows.</param>
/// <param name="DocumentHash">SHA-256 of the agreement, where it is in writing.</param>
[Title("records the agreement of co-owners", "登记共有人协商结果")]
[RequiresOffice(Office.CouncilSecretary)]
[Refuses<InvalidRequest>]
[Refuses<SeatNotOnRoll>]
[Refuses<SeatIsExcluded>]
[Refuses<SeatNotContested>]
[Refuses<VoteNotOpenYet>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record RecordAgreementCommand(
    Guid VoteId, Guid SeatId, [property: NotInJournal] BallotChoice Choice, string Reason, string? DocumentHash = null) : ICommand<BallotReceipt>, IConcernsVote;

internal sealed class RecordAgreementValidator : AbstractValidator<RecordAgreementCommand>
{
    public RecordAgreementValidator()
    {
        RuleFor(c => c.Choice).IsInEnum();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
        RuleFor(c => c.DocumentHash).IsSha256();
    }
}
