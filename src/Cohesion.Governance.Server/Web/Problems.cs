using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace Cohesion.Governance.Server.Web;

/// <summary>Refusals as problem details (RFC 9457), with the stable code and the sentence in the reader's language.</summary>
internal static class Problems
{
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.SignInNeeded => StatusCodes.Status401Unauthorized,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.WrongFormat => StatusCodes.Status415UnsupportedMediaType,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of refusal without a status"),
    };

    public static IResult Of(Refusal refusal, HttpContext context)
    {
        var problem = Details(StatusOf(refusal.Kind), refusal.Code, refusal.Message, context);
        if (refusal is InvalidRequest invalid)
        {
            problem.Extensions["errors"] = invalid.Errors.GroupBy(e => e.Field).ToDictionary(g => g.Key, g => g.Select(e => e.Message).ToArray());
        }

        return Results.Problem(problem);
    }

    /// <summary>A problem that is no refusal of ours: an unknown address, a fault.</summary>
    public static IResult Of(int status, string code, LocalText message, HttpContext context) =>
        Results.Problem(Details(status, code, message, context));

    private static ProblemDetails Details(int status, string code, LocalText message, HttpContext context) => new()
    {
        Type = $"https://cohesion-governance.example/problems/{code}",
        Status = status,
        Title = message.In(Reader.LanguageOf(context)),
        Instance = context.Request.Path,
        Extensions = { ["code"] = code, ["traceId"] = System.Diagnostics.Activity.Current?.Id ?? context.TraceIdentifier },
    };
}
