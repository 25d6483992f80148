using System.Globalization;
using System.Reflection;
using System.Text;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Cohesion.Governance.Server.Web.OpenApi;

/// <summary>Describes one operation from the request it sends: parameters, body, who may, and what it may be refused with.</summary>
internal sealed class OperationDescription : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<RequestTypeMetadata>().FirstOrDefault() is not { RequestType: var request })
        {
            return;
        }

        var access = metadata.OfType<AccessAttribute>().First();
        var isQuery = HttpMethods.IsGet(context.Description.HttpMethod!);
        operation.Summary = DocComments.SummaryOf(request);
        operation.Description = Describe(access, request);
        await DescribeInputs(operation, context, request, isQuery, cancellationToken);
        DescribeRefusals(operation, context, request, isQuery);
        if (access is not AnyoneAttribute)
        {
            operation.Security =
            [
                new() { [new OpenApiSecuritySchemeReference(ApiDocument.Bearer, context.Document)] = [] },
                new() { [new OpenApiSecuritySchemeReference(ApiDocument.Cookie, context.Document)] = [] },
            ];
        }
    }

    private static string Describe(AccessAttribute access, Type request)
    {
        var text = new StringBuilder($"**Who may:** {AccessWords.Of(access)}.\n");
        var refusals = RefusalCatalogue.Of(request);
        if (refusals.Count > 0)
        {
            text.Append("\n**Refusals:**\n\n");
            foreach (var refusal in refusals)
            {
                text.Append(CultureInfo.InvariantCulture, $"- `{refusal.Name}` ({Problems.StatusOf(RefusalCatalogue.KindOf(refusal))}): {DocComments.SummaryOf(refusal)}\n");
            }
        }

        return text.ToString();
    }

    private static async Task DescribeInputs(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, Type request, bool isQuery, CancellationToken ct)
    {
        var all = await context.GetOrCreateSchemaAsync(request, null, ct);
        var properties = request.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToDictionary(p => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(p.Name), StringComparer.OrdinalIgnoreCase);
        var inRoute = context.Description.RelativePath!.Split('/')
            .Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}').Split(':')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        operation.Parameters = [];
        OpenApiSchema body = new()
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal),
            Required = new HashSet<string>(StringComparer.Ordinal),
        };
        foreach (var (name, schema) in all.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
        {
            var description = properties.TryGetValue(name, out var property) ? DocComments.Of(request, property.Name) : null;
            var required = all.Required?.Contains(name) == true;
            if (inRoute.Contains(name) || isQuery)
            {
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = name,
                    In = inRoute.Contains(name) ? ParameterLocation.Path : ParameterLocation.Query,
                    Required = required || inRoute.Contains(name),
                    Description = description,
                    Schema = schema,
                });
                continue;
            }

            if (description is not null && schema is OpenApiSchema { Description: null } own)
            {
                own.Description = description;
            }

            body.Properties[name] = schema;
            if (required)
            {
                body.Required.Add(name);
            }
        }

        if (isQuery)
        {
            return;
        }

        operation.Parameters.Add(new OpenApiParameterReference(ApiDocument.IdempotencyKey, context.Document));
        operation.RequestBody = body.Properties.Count == 0 ? null : new OpenApiRequestBody
        {
            Required = body.Required.Count > 0,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = new() { Schema = body } },
        };
    }

    private static void DescribeRefusals(OpenApiOperation operation, OpenApiOperationTransformerContext context, Type request, bool isQuery)
    {
        IEnumerable<Type> ofEvery = isQuery
            ? [typeof(MalformedRequest)]
            : [typeof(MalformedRequest), typeof(NotJson), typeof(BodyTooLarge), typeof(IdempotencyKeyMalformed), typeof(IdempotencyKeyUsed)];
        foreach (var status in RefusalCatalogue.Of(request).Concat(ofEvery).GroupBy(r => Problems.StatusOf(RefusalCatalogue.KindOf(r))))
        {
            operation.Responses ??= [];
            operation.Responses[status.Key.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = string.Join(", ", status.Select(r => r.Name).Distinct(StringComparer.Ordinal)),
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ApiDocument.Problem, context.Document) },
                },
            };
        }
    }
}
