using Cohesion.Governance.Domain;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Cohesion.Governance.Server.Features.Accounts.SignOut;

internal sealed class SignOutHandler(IHttpContextAccessor http) : IRequestHandler<SignOutCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SignOutCommand request, CancellationToken cancellationToken)
    {
        if (http.HttpContext is { } context)
        {
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        }

        return default(Done);
    }
}
