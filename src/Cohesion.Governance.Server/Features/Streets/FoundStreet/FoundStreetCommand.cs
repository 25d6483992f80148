using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Streets.FoundStreet;

/// <summary>The administrator enters a street (街道) whose party committee is to convene councils.</summary>
[Title("enters a street", "登记街道")]
[RequiresOffice(Office.Administrator)]
[Refuses<InvalidRequest>]
[Refuses<StreetExists>]
internal sealed record FoundStreetCommand(LocalText Name) : ICommand<Guid>;

internal sealed class FoundStreetValidator : AbstractValidator<FoundStreetCommand>
{
    public FoundStreetValidator() => RuleFor(c => c.Name).IsName();
}

/// <summary>A street of that name stands here already.</summary>
internal sealed record StreetExists : Refusal
{
    public override LocalText Message => new("A street of this name stands here already.", "同名街道已经登记。");
}
