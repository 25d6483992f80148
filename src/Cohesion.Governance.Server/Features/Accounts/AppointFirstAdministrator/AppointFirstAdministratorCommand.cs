using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Accounts.AppointFirstAdministrator;

/// <summary>Whoever runs the server becomes its administrator, from whom everybody else's offices come. Sent by the command line, once.</summary>
[Title("appoints the first administrator", "任命首位系统管理员")]
[ProcessOnly]
[Refuses<InvalidRequest>]
[Refuses<AdministratorExists>]
[Refuses<UserNameTaken>]
[Refuses<UserNameNotPossible>]
[Refuses<PasswordTooWeak>]
internal sealed record AppointFirstAdministratorCommand(LocalText Name, Language Language, string UserName, [NotInJournal] string Password)
    : ICommand<Guid>, IAccountDetails;

internal sealed class AppointFirstAdministratorValidator : AbstractValidator<AppointFirstAdministratorCommand>
{
    public AppointFirstAdministratorValidator() => Include(new AccountDetailsValidator());
}

/// <summary>There is an administrator already.</summary>
internal sealed record AdministratorExists : Refusal
{
    public override LocalText Message => new(
        "There is an administrator already. Ask that person for an account.", "已有系统管理员，请向其申请账号。");
}
