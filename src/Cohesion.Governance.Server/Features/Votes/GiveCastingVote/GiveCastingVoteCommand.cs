using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.GiveCastingVote;

/// <summary>The chair says, before the vote closes, how a tie is to be broken. It counts only where the rule has the chair do so and only if there is a tie.</summary>
[Title("gives the casting vote", "投出决定票")]
[RequiresOffice(Office.CouncilSecretary, Office.StreetConvenor)]
[Refuses<InvalidRequest>]
[Refuses<ChairDoesNotCast>]
[Refuses<VoteNotOpenYet>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record GiveCastingVoteCommand(Guid VoteId, BallotChoice Choice) : ICommand<Done>, IConcernsVote;

internal sealed class GiveCastingVoteValidator : AbstractValidator<GiveCastingVoteCommand>
{
    public GiveCastingVoteValidator() => RuleFor(c => c.Choice).Must(choice => choice is BallotChoice.Yes or BallotChoice.No)
        .WithMessage("A tie is broken by yes or no. 决定票只能是同意或反对。");
}
