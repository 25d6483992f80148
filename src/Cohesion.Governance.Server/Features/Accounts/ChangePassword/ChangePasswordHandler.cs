using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace Cohesion.Governance.Server.Features.Accounts.ChangePassword;

internal sealed class ChangePasswordHandler(SignInManager<Account> signIn, CurrentMember member) : IRequestHandler<ChangePasswordCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ChangePasswordCommand request, CancellationToken cancellationToken)
    {
        var accounts = signIn.UserManager;
        var account = await accounts.FindByIdAsync(member.Id.ToString("D", CultureInfo.InvariantCulture));
        if (account is null || !(await signIn.CheckPasswordSignInAsync(account, request.Present, lockoutOnFailure: true)).Succeeded)
        {
            return new PresentPasswordWrong();
        }

        // Every session of this account has to sign in again: the library renews what they are checked against.
        var changed = await accounts.ChangePasswordAsync(account, request.Present, request.New);
        return changed.Succeeded ? default(Done) : AccountMaker.RefusalOf(changed, account.UserName!);
    }
}
