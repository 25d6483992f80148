using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Accounts.CreateMemberAccount;

/// <summary>The secretary or convenor gives somebody an account who is to hold an office in the council.</summary>
[Title("creates an account for a member", "为成员开通账号")]
[RequiresOffice(Office.CouncilSecretary, Office.StreetConvenor)]
[Refuses<InvalidRequest>]
[Refuses<UserNameTaken>]
[Refuses<UserNameNotPossible>]
[Refuses<PasswordTooWeak>]
internal sealed record CreateMemberAccountCommand(Guid CouncilId, LocalText Name, Language Language, string UserName, [NotInJournal] string Password)
    : ICommand<Guid>, IConcernsCouncil, IAccountDetails;

internal sealed class CreateMemberAccountValidator : AbstractValidator<CreateMemberAccountCommand>
{
    public CreateMemberAccountValidator() => Include(new AccountDetailsValidator());
}
