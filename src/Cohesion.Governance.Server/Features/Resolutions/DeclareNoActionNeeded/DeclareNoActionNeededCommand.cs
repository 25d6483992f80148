using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Resolutions;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Resolutions.DeclareNoActionNeeded;

/// <summary>The secretary finds that nothing needs to be done for a resolution, and says why.</summary>
[Title("declares that nothing needs doing", "认定无需跟进")]
[RequiresOffice(Office.CouncilSecretary)]
[Refuses<InvalidRequest>]
[Refuses<NoActionDeclared>]
[Refuses<ResolutionHasActions>]
internal sealed record DeclareNoActionNeededCommand(Guid ResolutionId, string Reason) : ICommand<Done>, IConcernsResolution;

internal sealed class DeclareNoActionNeededValidator : AbstractValidator<DeclareNoActionNeededCommand>
{
    public DeclareNoActionNeededValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
}
