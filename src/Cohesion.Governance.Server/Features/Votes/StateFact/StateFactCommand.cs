using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.StateFact;

/// <summary>The secretary answers a fact that the vote's rule asks for before silence may count, and says where it can be looked up. A later answer takes the place of an earlier one.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="Fact">The rule's word: <c>ruleInBylaws</c>, <c>provenDelivery</c> … or a matter in which silence never counts.</param>
/// <param name="Holds">Whether it is so.</param>
/// <param name="Source">Article of the bylaws, file number …</param>
[Title("states a fact the rule asks for", "登记规则所需事实")]
[RequiresOffice(Office.CouncilSecretary)]
[Refuses<InvalidRequest>]
[Refuses<FactNotAsked>]
[Refuses<RollNotFrozen>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record StateFactCommand(Guid VoteId, string Fact, bool Holds, string Source) : ICommand<Done>, IConcernsVote;

internal sealed class StateFactValidator : AbstractValidator<StateFactCommand>
{
    public StateFactValidator()
    {
        RuleFor(c => c.Fact).NotEmpty().MaximumLength(100);
        RuleFor(c => c.Source).NotEmpty().MaximumLength(400);
    }
}
