using Cohesion.Governance.Server.Pipeline;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Cohesion.Governance.Server.Web.OpenApi;

/// <summary>The description of the JSON API: <c>/openapi/v1.json</c> for programs, <c>/api-docs</c> for people.</summary>
internal static class ApiDocument
{
    public const string Bearer = "bearer";
    public const string Cookie = "cookie";
    public const string IdempotencyKey = "IdempotencyKey";
    public const string Problem = "Problem";

    public static IServiceCollection AddApiDocument(this IServiceCollection services)
    {
        // The document describes what Web/Json.cs writes, so both must know the same options.
        services.ConfigureHttpJsonOptions(options =>
        {
            // Numbers in text are taken from forms, but nobody should be told to write them so.
            Json.Configure(options.SerializerOptions).NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
        });
        return services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                Describe(document);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer<OperationDescription>();
        });
    }

    public static void MapApiDocument(this IEndpointRouteBuilder app)
    {
        // What may be asked is no secret; whether it is granted is decided when it is asked.
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapScalarApiReference("/api-docs", options => options
            .WithTitle("Cohesion Governance API")
            .WithOpenApiRoutePattern("/openapi/{documentName}.json")
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()).AllowAnonymous();
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Cohesion Governance",
            Version = "v1",
            Description = """
                Building-governance councils, from the first need somebody voices to the proof that it was met.

                **Signing in.** `POST /api/session` answers a bearer token (RFC 6750) to send as `Authorization: Bearer …`.

                **Language.** Refusals speak English or Chinese, by `Accept-Language` (`en`, `zh-Hans`) or `?lang=`.

                **Refusals** are problem details (RFC 9457) with a stable `code`. Whoever does not belong to a council gets 404 for everything in it.

                **Sending again.** Give a command an `Idempotency-Key` and send it as often as you like: it happens once and answers the same.

                **Pages.** Longer lists answer `items` and `next`; send `next` as `after` for the following page, until it is absent. `size` is at most 200, 50 unless said.

                **Numbers and times.** Times are ISO 8601 with an offset; durations ISO 8601 (`P7D`); weights are exact decimals.

                **Live.** What happens is pushed by the SignalR hub `/live`; see docs/live.md.
                """,
        };
        document.Components ??= new OpenApiComponents();
        document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "For programs: the token that POST /api/session answers.",
        });
        document.AddComponent<IOpenApiSecurityScheme>(Cookie, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "cohesion", Description = "For pages: the cookie of the sign-in page.",
        });
        document.AddComponent<IOpenApiParameter>(IdempotencyKey, new OpenApiParameter
        {
            Name = "Idempotency-Key",
            In = ParameterLocation.Header,
            Description = "Chosen by the caller, one for each command. Sent again with the same key and content, the command changes nothing more and answers as the first time.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = Pipeline.IdempotencyKey.MaxLength },
        });
        document.AddComponent<IOpenApiSchema>(Problem, ProblemSchema());
    }

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Why something was not done (RFC 9457).",
        Required = new HashSet<string>(StringComparer.Ordinal) { "title", "status", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri" },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The sentence for people, in the reader's language: what is wrong and what to do." },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["instance"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The stable code for programs." },
            ["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Finds the request in the server's logs." },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "For InvalidRequest: what is wrong, by field.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        },
    };
}
