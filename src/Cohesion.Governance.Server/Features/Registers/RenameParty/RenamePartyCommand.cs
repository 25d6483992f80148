using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Councils;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Registers.RenameParty;

/// <summary>The secretary gives the firm or person of a seat its new name. It stays the same party, with all its seats; rolls already frozen keep the name they had.</summary>
/// <param name="SeatId">A seat of the party.</param>
/// <param name="Name">The new name.</param>
/// <param name="Reason">Why: a firm was renamed, a name was written wrongly. Kept in the journal.</param>
[Title("renames a party of the register", "更改名册中的单位或个人名称")]
[RequiresOffice(Office.CouncilSecretary)]
[Refuses<InvalidRequest>]
[Refuses<SeatNotRegistered>]
[Refuses<PartyHasThatName>]
[Refuses<PartyNameTaken>]
internal sealed record RenamePartyCommand(Guid CouncilId, Guid SeatId, LocalText Name, string Reason) : ICommand<Done>, IConcernsCouncil;

internal sealed class RenamePartyValidator : AbstractValidator<RenamePartyCommand>
{
    public RenamePartyValidator()
    {
        RuleFor(c => c.Name).IsName();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }
}

/// <summary>It is called so already.</summary>
internal sealed record PartyHasThatName : Refusal
{
    public override LocalText Message => new("That is its name already. Change it, or leave it as it is.", "名称没有变化，请修改后再提交。");
}

/// <summary>Another party of the register is called so; a file that names it could mean either.</summary>
internal sealed record PartyNameTaken(LocalText Name) : Refusal
{
    public override LocalText Message => new LocalText(
        "Another party of this register is called {0}. If both are the same, change the seat's party instead; else add what tells them apart.",
        "名册中已有另一单位或个人名为{0}。如为同一方，请改为变更席位归属；否则请加以区分。").With(Name);
}
