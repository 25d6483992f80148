using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.RecordBallot;

/// <summary>A ballot that came on paper, at the door or by a proxy is entered for its seat, which is told of it. A ballot that the seat cast itself stays.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="SeatId">The seat whose ballot it is.</param>
/// <param name="Choice">Yes, no or abstain.</param>
/// <param name="Channel">How it came: paper, visit or proxy.</param>
[Title("records a ballot", "录入选票")]
[RequiresOffice(Office.CouncilSecretary, Office.VisitingWorker)]
[Refuses<InvalidRequest>]
[Refuses<SeatNotOnRoll>]
[Refuses<SeatIsExcluded>]
[Refuses<SeatVotedItself>]
[Refuses<VoteNotOpenYet>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record RecordBallotCommand(Guid VoteId, Guid SeatId, [property: NotInJournal] BallotChoice Choice, BallotChannel Channel)
    : ICommand<BallotReceipt>, IConcernsVote;

internal sealed class RecordBallotValidator : AbstractValidator<RecordBallotCommand>
{
    public RecordBallotValidator()
    {
        RuleFor(c => c.Choice).IsInEnum();
        RuleFor(c => c.Channel).IsInEnum().NotEqual(BallotChannel.Online)
            .WithMessage("Online ballots are cast by the seat itself; choose paper, visit or proxy. 在线选票由席位代表自行投出；请选择纸质、上门或委托。");
    }
}
