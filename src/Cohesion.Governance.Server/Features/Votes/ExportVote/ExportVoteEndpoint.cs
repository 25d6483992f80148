using System.Reflection;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Web;
using MediatR;

namespace Cohesion.Governance.Server.Features.Votes.ExportVote;

internal sealed class ExportVoteEndpoint : IApiEndpoint
{
    // The answer is a file that is written while it is sent.
    public static void Map(ApiRoutes routes) => routes.App
        .MapGet("/api/votes/{voteId:guid}/export", async (Guid voteId, HttpContext context, IMediator mediator, CancellationToken ct) =>
        {
            var outcome = await mediator.Send(new ExportVoteQuery(voteId), ct);
            return outcome.Granted(out var file, out var refusal)
                ? Results.Stream(stream => file.WriteTo(stream, ct), "application/json", file.Name)
                : Problems.Of(refusal, context);
        })
        .WithName("ExportVote")
        .WithTags("Votes")
        .WithMetadata(typeof(ExportVoteQuery).GetCustomAttribute<AccessAttribute>()!)
        .WithMetadata(new RequestTypeMetadata(typeof(ExportVoteQuery)))
        .Produces<string>(StatusCodes.Status200OK, "application/json")
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);
}
