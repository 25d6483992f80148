using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.PutVoteByName;

/// <summary>A vote that was to be secret is put as a vote by name, before its roll is frozen; everybody is told. Where it waits because it cannot be secret, it goes on. A vote that
/// is by name already stays so.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="Reason">Why, for everybody to read.</param>
[Title("puts a secret vote by name", "将无记名表决改为记名表决")]
[RequiresOffice(Office.CouncilSecretary, Office.StreetConvenor)]
[Refuses<InvalidRequest>]
[Refuses<SecrecyIsFrozen>]
[Refuses<VoteWasCancelled>]
internal sealed record PutVoteByNameCommand(Guid VoteId, string Reason) : ICommand<Done>, IConcernsVote;

internal sealed class PutVoteByNameValidator : AbstractValidator<PutVoteByNameCommand>
{
    public PutVoteByNameValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
}
