using System.Reflection;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Web;
using MediatR;

namespace Cohesion.Governance.Server.Features.Registers.DownloadRegister;

internal sealed class DownloadRegisterEndpoint : IApiEndpoint
{
    // The answer is a file.
    public static void Map(ApiRoutes routes)
    {
        foreach (var format in Enum.GetValues<RegisterFileFormat>())
        {
            var extension = format == RegisterFileFormat.Csv ? "csv" : "xlsx";
            routes.App.MapGet($"/api/councils/{{councilId:guid}}/register.{extension}", async (Guid councilId, int? version, bool? empty, HttpContext context, IMediator mediator, CancellationToken ct) =>
                {
                    var outcome = await mediator.Send(new DownloadRegisterQuery(councilId, format, version, empty ?? false, Reader.LanguageOf(context)), ct);
                    return outcome.Granted(out var file, out var refusal) ? Results.File(file.Content, file.ContentType, file.Name) : Problems.Of(refusal, context);
                })
                .WithName($"DownloadRegister{format}")
                .WithTags("Registers")
                .WithMetadata(typeof(DownloadRegisterQuery).GetCustomAttribute<AccessAttribute>()!)
                .WithMetadata(new RequestTypeMetadata(typeof(DownloadRegisterQuery)))
                .Produces<string>(StatusCodes.Status200OK, format == RegisterFileFormat.Csv ? "text/csv" : RegisterFileWriting.XlsxType)
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status401Unauthorized)
                .ProducesProblem(StatusCodes.Status403Forbidden)
                .ProducesProblem(StatusCodes.Status404NotFound);
        }
    }
}
