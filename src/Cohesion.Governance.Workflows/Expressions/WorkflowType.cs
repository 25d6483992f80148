namespace Cohesion.Governance.Workflows.Expressions;

/// <summary>What a variable, an input or an output may hold. Elsa's type names map onto these few.</summary>
public enum WorkflowType
{
    /// <summary>Anything; values are kept as they come.</summary>
    Any,

    /// <summary>Text, also for identifiers and GUIDs.</summary>
    Text,

    /// <summary>A number without fraction.</summary>
    WholeNumber,

    /// <summary>A number. Not for weights or money: carry those as text.</summary>
    Number,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>A moment, kept as ISO 8601 text in UTC.</summary>
    Instant,

    /// <summary>A length of time, kept as ISO 8601 (P7D) or .NET (7.00:00:00) text.</summary>
    Duration,

    /// <summary>An ordered list of values.</summary>
    List,

    /// <summary>Named values.</summary>
    Map,
}

/// <summary>The type names that Elsa 3 writes in definitions, and what they mean here.</summary>
public static class WorkflowTypeNames
{
    private static readonly Dictionary<string, WorkflowType> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Object"] = WorkflowType.Any,
        ["Any"] = WorkflowType.Any,
        ["JsonElement"] = WorkflowType.Any,
        ["JsonNode"] = WorkflowType.Any,
        ["String"] = WorkflowType.Text,
        ["Guid"] = WorkflowType.Text,
        ["Char"] = WorkflowType.Text,
        ["Uri"] = WorkflowType.Text,
        ["Boolean"] = WorkflowType.Truth,
        ["Byte"] = WorkflowType.WholeNumber,
        ["Int16"] = WorkflowType.WholeNumber,
        ["Int32"] = WorkflowType.WholeNumber,
        ["Int64"] = WorkflowType.WholeNumber,
        ["Single"] = WorkflowType.Number,
        ["Double"] = WorkflowType.Number,
        ["Decimal"] = WorkflowType.Number,
        ["DateTime"] = WorkflowType.Instant,
        ["DateTimeOffset"] = WorkflowType.Instant,
        ["DateOnly"] = WorkflowType.Text,
        ["TimeOnly"] = WorkflowType.Text,
        ["TimeSpan"] = WorkflowType.Duration,
        ["ObjectDictionary"] = WorkflowType.Map,
        ["StringDictionary"] = WorkflowType.Map,
        ["JsonObject"] = WorkflowType.Map,
        ["JsonArray"] = WorkflowType.List,
        ["ExpandoObject"] = WorkflowType.Map,
    };

    /// <summary>Reads "String", "System.String, System.Private.CoreLib" or "String[]".</summary>
    /// <returns>False when the name is none of the types that both engines carry.</returns>
    public static bool TryRead(string name, out WorkflowType type)
    {
        var shortName = name.Split(',', 2)[0].Trim();
        if (shortName.EndsWith("[]", StringComparison.Ordinal))
        {
            type = WorkflowType.List;
            return Known.ContainsKey(WithoutNamespace(shortName[..^2]));
        }

        return Known.TryGetValue(WithoutNamespace(shortName), out type);
    }

    private static string WithoutNamespace(string name) => name[(name.LastIndexOf('.') + 1)..];
}
