using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.RemindSilent;

/// <summary>Those who have not voted are reminded, once at each moment. Answers with the number of seats without a ballot; nobody is reminded once the ballots have ended.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="Moment">Half time, or the last day.</param>
[Title("reminds those who have not voted", "提醒未投票者")]
[ProcessOnly]
[Refuses<InvalidRequest>]
internal sealed record RemindSilentCommand(Guid VoteId, VoteMoment Moment) : ICommand<int>, IConcernsVote;

internal sealed class RemindSilentValidator : AbstractValidator<RemindSilentCommand>
{
    public RemindSilentValidator() => RuleFor(c => c.Moment).IsInEnum().NotEqual(VoteMoment.Close);
}
