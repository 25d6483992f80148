using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;
using Microsoft.AspNetCore.Identity;

namespace Cohesion.Governance.Server.Features.Accounts;

/// <summary>Whom an account is for and how he signs in.</summary>
internal interface IAccountDetails
{
    LocalText Name { get; }

    Language Language { get; }

    string UserName { get; }

    string Password { get; }
}

/// <summary>Makes a person known and gives him an account.</summary>
internal sealed class AccountMaker(GovernanceDbContext db, UserManager<Account> accounts, TimeProvider clock)
{
    /// <returns>The person's id, which is the account's too.</returns>
    public async Task<Outcome<Guid>> Make(IAccountDetails details)
    {
        if (await accounts.FindByNameAsync(details.UserName) is not null)
        {
            return new UserNameTaken(details.UserName);
        }

        var person = new Person { Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = details.Name, Language = details.Language };
        db.People.Add(person);
        var made = await accounts.CreateAsync(new Account { Id = person.Id, UserName = details.UserName }, details.Password);
        return made.Succeeded ? person.Id : RefusalOf(made, details.UserName);
    }

    /// <summary>Our refusal for what the sign-in library has against a name or password.</summary>
    public static Refusal RefusalOf(IdentityResult result, string userName)
    {
        bool Says(string code) => result.Errors.Any(e => e.Code == code);

        // Where several write at once the name may be given between our look and the library's own.
        return Says(nameof(IdentityErrorDescriber.DuplicateUserName)) ? new UserNameTaken(userName)
            : Says(nameof(IdentityErrorDescriber.InvalidUserName)) ? new UserNameNotPossible()
            : new PasswordTooWeak();
    }
}

internal sealed class AccountDetailsValidator : AbstractValidator<IAccountDetails>
{
    public AccountDetailsValidator()
    {
        RuleFor(c => c.Name).IsName();
        RuleFor(c => c.UserName).NotEmpty().MaximumLength(100);
        RuleFor(c => c.Password).NotEmpty().MaximumLength(200);
    }
}

/// <summary>Somebody signs in with this name already.</summary>
internal sealed record UserNameTaken(string UserName) : Refusal
{
    public override LocalText Message => new LocalText(
        "Somebody signs in as “{0}” already. Choose another name.", "用户名“{0}”已被使用，请换一个。").With(UserName);
}

/// <summary>The name has characters that sign-in names cannot have.</summary>
internal sealed record UserNameNotPossible : Refusal
{
    public override LocalText Message => new(
        "A sign-in name has Latin letters, digits and - . _ @ + only.", "用户名只能使用拉丁字母、数字和 - . _ @ + 。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The password is too short or of too few different characters.</summary>
internal sealed record PasswordTooWeak : Refusal
{
    public override LocalText Message => new(
        "A password has at least 10 characters, 4 of them different. A short sentence is a good one.", "密码至少 10 个字符，其中至少 4 个不同。用一句短语是好办法。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}
