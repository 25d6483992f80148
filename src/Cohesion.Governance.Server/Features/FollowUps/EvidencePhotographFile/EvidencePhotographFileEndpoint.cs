using System.Net.Mime;
using System.Reflection;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.Net.Http.Headers;

namespace Cohesion.Governance.Server.Features.FollowUps.EvidencePhotographFile;

internal sealed class EvidencePhotographFileEndpoint : IApiEndpoint
{
    // The answer is a file.
    public static void Map(ApiRoutes routes) => routes.App
        .MapGet("/api/follow-ups/{followUpId:guid}/photographs/{photographId:guid}", async (
            Guid followUpId, Guid photographId, bool? small, HttpContext context, IMediator mediator, CancellationToken ct) =>
        {
            var outcome = await mediator.Send(new EvidencePhotographFileQuery(followUpId, photographId, small ?? false), ct);
            if (!outcome.Granted(out var file, out var refusal))
            {
                return Problems.Of(refusal, context);
            }

            // A browser may keep it, no one else, and asks each time whether its reader may still see it.
            context.Response.Headers.CacheControl = "private, no-cache";
            return Results.Bytes(file.Content, MediaTypeNames.Image.Jpeg, entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""));
        })
        .WithName("EvidencePhotographFile")
        .WithTags("FollowUps")
        .WithMetadata(typeof(EvidencePhotographFileQuery).GetCustomAttribute<AccessAttribute>()!)
        .WithMetadata(new RequestTypeMetadata(typeof(EvidencePhotographFileQuery)))
        .Produces<byte[]>(StatusCodes.Status200OK, MediaTypeNames.Image.Jpeg)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);
}
