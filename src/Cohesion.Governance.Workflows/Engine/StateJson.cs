using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cohesion.Governance.Workflows.Engine;

/// <summary>A state as JSON text and back; small, readable, and without reflection.</summary>
public static class StateJson
{
    private static readonly StateJsonContext Context = new(new JsonSerializerOptions(StateJsonContext.Default.Options)
    {
        // Chinese stays readable in the store; nobody puts this text into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(WorkflowState state) => JsonSerializer.Serialize(state, Context.WorkflowState);

    /// <exception cref="JsonException">The text is no state.</exception>
    public static WorkflowState Read(string json) =>
        JsonSerializer.Deserialize(json, Context.WorkflowState) ?? throw new JsonException("A process state was expected, not null.");
}

[JsonSerializable(typeof(WorkflowState))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
internal sealed partial class StateJsonContext : JsonSerializerContext;
