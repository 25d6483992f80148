using Cohesion.Governance.Server.Access;
using Microsoft.AspNetCore.Authorization;

namespace Cohesion.Governance.Server.Web;

/// <summary>Refuses to start with an endpoint that does not say who may use it.</summary>
internal static class EndpointAudit
{
    /// <exception cref="InvalidOperationException">An endpoint declares nothing.</exception>
    public static void RefuseUndeclared(IEndpointRouteBuilder app)
    {
        foreach (var endpoint in app.DataSources.SelectMany(source => source.Endpoints))
        {
            var metadata = endpoint.Metadata;
            if (metadata.GetMetadata<AccessAttribute>() is null
                && metadata.GetMetadata<IAuthorizeData>() is null
                && metadata.GetMetadata<IAllowAnonymous>() is null)
            {
                throw new InvalidOperationException(
                    $"The endpoint '{endpoint.DisplayName}' does not declare who may use it. Give it an AccessAttribute, RequireAuthorization or AllowAnonymous.");
            }
        }
    }
}
