using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Definitions;

/// <summary>What reading a file gave: a definition that can be run, or every problem it has. Never both.</summary>
public sealed record WorkflowReading(WorkflowDefinition? Definition, IReadOnlyList<WorkflowProblem> Problems);

/// <summary>
/// Reads an Elsa 3 workflow definition and checks it completely, so that what Elsa finds out when it gets there (an unknown activity,
/// an outcome that leads nowhere, a script that does not parse) is known before the first process starts.
/// </summary>
public static class WorkflowReader
{
    private static readonly JsonDocumentOptions Json = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <param name="json">The file's text.</param>
    /// <param name="fileName">The file's name, which must be the definition id and ".json".</param>
    /// <param name="catalogue">The activities it may use.</param>
    public static WorkflowReading Read(string json, string fileName, ActivityCatalogue catalogue)
    {
        var problems = new ProblemList(fileName);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, Json);
        }
        catch (JsonException exception)
        {
            problems.Add(null, ProblemCodes.NotJson, $"this is not valid JSON: {exception.Message}", $"不是合法的 JSON：{exception.Message}");
            return new(null, problems.Problems);
        }

        using (document)
        {
            var definition = Read(document.RootElement, json, fileName, catalogue, problems);
            return problems.Count == 0 && definition is not null ? new(definition, []) : new(null, problems.Problems);
        }
    }

    /// <summary>The version an instance pins: the same text with other line ends is the same version.</summary>
    public static string HashOf(string json) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json.ReplaceLineEndings("\n"))).AsSpan(0, 16));

    private static WorkflowDefinition? Read(JsonElement file, string json, string fileName, ActivityCatalogue catalogue, ProblemList problems)
    {
        if (file.ValueKind != JsonValueKind.Object)
        {
            problems.Add(null, ProblemCodes.NotJson, "a definition is a JSON object", "流程定义应为 JSON 对象");
            return null;
        }

        var id = file.Text("definitionId") ?? "";
        if (id.Length == 0)
            problems.Add(null, ProblemCodes.MissingProperty, "definitionId is missing", "缺少 definitionId");
        else if (!string.Equals(fileName, id + ".json", StringComparison.Ordinal))
            problems.Add(null, ProblemCodes.FileName, $"the file must be called {id}.json, as its definitionId says", $"文件名应与 definitionId 一致：{id}.json");
        if (string.IsNullOrWhiteSpace(file.Text("name")))
            problems.Add(null, ProblemCodes.MissingProperty, "name is missing", "缺少 name");
        if (file.Property("version") is not { ValueKind: JsonValueKind.Number } version || !version.TryGetInt32(out var number) || number < 1)
        {
            number = 0;
            problems.Add(null, ProblemCodes.MissingProperty, "version is missing or not a whole number from 1", "缺少 version，或不是从 1 起的整数");
        }

        var root = file.Property("root");
        if (root is not { ValueKind: JsonValueKind.Object } flow || flow.Text("type") is not ElsaActivities.Flowchart)
        {
            problems.Add(null, ProblemCodes.RootNotFlowchart, "root must be an Elsa.Flowchart", "root 必须是 Elsa.Flowchart");
            DeclarationReader.Read(file, null, problems);
            return null;
        }

        var declared = DeclarationReader.Read(file, flow, problems);
        var drafts = ActivityReader.Read(flow, catalogue, declared, problems);
        var graph = ConnectionReader.Read(flow, drafts, problems);
        if (graph is null || problems.Count > 0)
            return null;

        return new WorkflowDefinition(declared, [.. drafts.Select(draft => Node(draft, graph))], graph)
        {
            Id = id,
            Name = file.Text("name")!,
            Description = file.Text("description") ?? "",
            Version = number,
            Hash = HashOf(json),
            Source = json,
            Outputs = [.. file.Elements("outputs").Select(output => output.Text("name")).OfType<string>()],
        };
    }

    private static ActivityNode Node(DraftActivity draft, FlowGraph graph)
    {
        var metadata = draft.Json.Property("metadata");
        var given = NotBlank(metadata?.Text("displayText")) ?? NotBlank(draft.Json.Text("displayName")) ?? NotBlank(draft.Json.Text("name"));
        var givenZh = NotBlank(metadata?.Text("displayTextZh")) ?? NotBlank(draft.Json.Property("customProperties")?.Text("displayTextZh"));
        return new()
        {
            Index = draft.Index,
            Id = draft.Id,
            GivenName = given,
            Descriptor = draft.Descriptor!,
            Kind = draft.Kind,
            Outcomes = draft.Outcomes!.Value,
            Outbound = [.. graph.Connections.Where(connection => connection.Source == draft.Index)],
            Box = Box(metadata),
            DisplayName = new(given ?? draft.Descriptor!.DisplayName.En, givenZh ?? given ?? draft.Descriptor!.DisplayName.Zh),
            Inputs = [.. draft.Inputs],
            InputNames = [.. draft.Inputs.Select(input => input.Name)],
            OutputBindings = [.. draft.Outputs],
            Cases = draft.Cases,
            MatchAny = draft.MatchAny,
            JoinMode = draft.JoinMode,
            Variable = draft.Variable,
        };
    }

    private static DesignerBox? Box(JsonElement? metadata)
    {
        if (metadata?.Property("designer") is not { } designer || designer.Property("position") is not { } position
            || position.Number("x") is not { } x || position.Number("y") is not { } y)
            return null;
        var size = designer.Property("size");
        return new(x, y, size?.Number("width") ?? 140, size?.Number("height") ?? 50);
    }

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
