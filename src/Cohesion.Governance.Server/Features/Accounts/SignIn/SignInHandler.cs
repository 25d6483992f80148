using System.Security.Claims;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace Cohesion.Governance.Server.Features.Accounts.SignIn;

internal sealed class SignInHandler(SignInManager<Account> signIn) : IRequestHandler<SignInCommand, Outcome<ClaimsPrincipal>>
{
    public async Task<Outcome<ClaimsPrincipal>> Handle(SignInCommand request, CancellationToken cancellationToken)
    {
        var account = await signIn.UserManager.FindByNameAsync(request.Name);
        if (account is null)
        {
            return new SignInFailed();
        }

        var result = await signIn.CheckPasswordSignInAsync(account, request.Password, lockoutOnFailure: true);
        if (result.IsLockedOut)
        {
            return new AccountLocked();
        }

        return result.Succeeded ? await signIn.CreateUserPrincipalAsync(account) : new SignInFailed();
    }
}
