using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Streets.AddBuilding;

/// <summary>The convenor enters a building of the street.</summary>
[Title("enters a building", "登记楼宇")]
[RequiresOffice(Office.StreetConvenor)]
[Refuses<InvalidRequest>]
[Refuses<BuildingExists>]
internal sealed record AddBuildingCommand(Guid StreetId, LocalText Name, string Address) : ICommand<Guid>, IConcernsStreet;

internal sealed class AddBuildingValidator : AbstractValidator<AddBuildingCommand>
{
    public AddBuildingValidator()
    {
        RuleFor(c => c.Name).IsName();
        RuleFor(c => c.Address).NotEmpty().MaximumLength(ValidationRules.MaxName);
    }
}

/// <summary>A building of that name and address stands here already.</summary>
internal sealed record BuildingExists : Refusal
{
    public override LocalText Message => new("A building of this name and address stands here already.", "同名同地址的楼宇已经登记。");
}
