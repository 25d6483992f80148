using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;

namespace Cohesion.Governance.Server.Features.Accounts.SignIn;

/// <summary>Programs sign in here and get a bearer token (RFC 6750).</summary>
internal sealed class SignInEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.App
        .MapPost("/api/session", async (HttpContext context, IMediator mediator, CancellationToken ct) =>
        {
            var bound = await RequestBinder.BindApi<SignInCommand>(context, ct);
            if (bound.Refused(out var malformed))
            {
                return Problems.Of(malformed, context);
            }

            var outcome = await mediator.Send(bound.Value, ct);
            return outcome.Granted(out var principal, out var refusal)
                ? Results.SignIn(principal, authenticationScheme: IdentityConstants.BearerScheme)
                : Problems.Of(refusal, context);
        })
        .WithName("SignIn")
        .WithTags("Accounts")
        .WithMetadata(new AnyoneAttribute("whoever signs in is not signed in yet"), new RequestTypeMetadata(typeof(SignInCommand)))
        .Produces<AccessTokenResponse>();
}
