using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Councils.SetCouncilRules;

/// <summary>The council's rules change from now on; votes that are open keep the rule they were opened with.</summary>
[Title("sets the council's rules", "设定议事会规则")]
[RequiresOffice(Office.StreetConvenor, Office.CouncilSecretary)]
[Refuses<InvalidRequest>]
[Refuses<NoSuchRulePack>]
internal sealed record SetCouncilRulesCommand(Guid CouncilId, CouncilRules Rules) : ICommand<Done>, IConcernsCouncil;

internal sealed class SetCouncilRulesValidator : AbstractValidator<SetCouncilRulesCommand>
{
    public SetCouncilRulesValidator() => RuleFor(c => c.Rules).SetValidator(new CouncilRulesValidator());
}
