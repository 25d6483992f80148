using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.CancelVote;

/// <summary>A vote that should not go on (a mistake in the text, a wrong roll) is called off before it is counted. Its ballots are kept and decide nothing (those of a secret vote are destroyed unopened); the proposal goes on as after an undecided vote.</summary>
[Title("cancels the vote", "取消表决")]
[RequiresOffice(Office.CouncilSecretary, Office.StreetConvenor)]
[Refuses<InvalidRequest>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record CancelVoteCommand(Guid VoteId, string Reason) : ICommand<Done>, IConcernsVote;

internal sealed class CancelVoteValidator : AbstractValidator<CancelVoteCommand>
{
    public CancelVoteValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
}
