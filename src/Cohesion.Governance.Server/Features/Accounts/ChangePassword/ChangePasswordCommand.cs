using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Accounts.ChangePassword;

/// <summary>Somebody takes a new password; a wrong present one counts towards the lock-out.</summary>
[Title("changes the own password", "修改自己的密码")]
[RequiresSignIn]
[Refuses<InvalidRequest>]
[Refuses<PresentPasswordWrong>]
[Refuses<PasswordTooWeak>]
internal sealed record ChangePasswordCommand([NotInJournal] string Present, [NotInJournal] string New) : IAttempt<Done>;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePasswordCommand>
{
    public ChangePasswordValidator()
    {
        RuleFor(c => c.Present).NotEmpty().MaximumLength(200);
        RuleFor(c => c.New).NotEmpty().MaximumLength(200).NotEqual(c => c.Present)
            .Says("Choose a password other than the present one.", "新密码不能与现有密码相同。");
    }
}

/// <summary>The present password is wrong, or too many wrong ones were given.</summary>
internal sealed record PresentPasswordWrong : Refusal
{
    public override LocalText Message => new(
        "The present password is not right. After five wrong ones the account is locked for 15 minutes.", "现有密码不正确。连续输错五次，账号将锁定 15 分钟。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}
