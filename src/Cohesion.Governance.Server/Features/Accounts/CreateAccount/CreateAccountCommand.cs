using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Accounts.CreateAccount;

/// <summary>The administrator makes a person known to the server and gives him an account, for instance a street's first convenor.</summary>
[Title("creates an account", "开通账号")]
[RequiresOffice(Office.Administrator)]
[Refuses<InvalidRequest>]
[Refuses<UserNameTaken>]
[Refuses<UserNameNotPossible>]
[Refuses<PasswordTooWeak>]
internal sealed record CreateAccountCommand(LocalText Name, Language Language, string UserName, [NotInJournal] string Password)
    : ICommand<Guid>, IAccountDetails;

internal sealed class CreateAccountValidator : AbstractValidator<CreateAccountCommand>
{
    public CreateAccountValidator() => Include(new AccountDetailsValidator());
}
