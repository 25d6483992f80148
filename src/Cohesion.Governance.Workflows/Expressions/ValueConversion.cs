using System.Text.Json;

namespace Cohesion.Governance.Workflows.Expressions;

/// <summary>Brings a value to a declared type, as Elsa does when it hands an input to an activity.</summary>
public static class ValueConversion
{
    /// <summary>Converts, or says why not. Nothing stays nothing under every type.</summary>
    public static bool TryConvert(WorkflowValue value, WorkflowType type, out WorkflowValue converted, out BilingualText? why)
    {
        converted = value;
        why = null;
        if (value.IsNothing || type == WorkflowType.Any)
            return true;

        var result = type switch
        {
            WorkflowType.Text => value.AsText() is { } text ? (value.Kind == ValueKind.Text ? value : text) : null,
            WorkflowType.WholeNumber => value.AsWholeNumber() is { } whole ? (WorkflowValue)whole : null,
            WorkflowType.Number => value.AsNumber() is { } number ? (WorkflowValue)number : null,
            WorkflowType.Truth => ToTruth(value),
            WorkflowType.Instant => value.AsInstant() is { } instant ? WorkflowValue.Of(instant) : null,
            WorkflowType.Duration => value.AsDuration() is null ? null : value,
            WorkflowType.List => value.Kind == ValueKind.List ? value : FromJsonText(value, ValueKind.List),
            WorkflowType.Map => value.Kind == ValueKind.Map ? value : FromJsonText(value, ValueKind.Map),
            _ => value,
        };
        if (result is not null)
        {
            converted = result;
            return true;
        }

        why = Explain(value, type);
        return false;
    }

    private static WorkflowValue? ToTruth(WorkflowValue value) => value.Kind switch
    {
        ValueKind.Truth => value,
        ValueKind.Text when string.Equals(value.AsText(), "true", StringComparison.OrdinalIgnoreCase) => WorkflowValue.True,
        ValueKind.Text when string.Equals(value.AsText(), "false", StringComparison.OrdinalIgnoreCase) => WorkflowValue.False,
        _ => null,
    };

    private static WorkflowValue? FromJsonText(WorkflowValue value, ValueKind wanted)
    {
        if (value.Kind != ValueKind.Text)
            return null;
        try
        {
            using var document = JsonDocument.Parse(value.AsText()!);
            var read = WorkflowValue.FromJson(document.RootElement);
            return read.Kind == wanted ? read : null;
        }
        catch (JsonException)
        {
            // Text that is no JSON is no list: the caller says so.
            return null;
        }
    }

    private static BilingualText Explain(WorkflowValue value, WorkflowType type)
    {
        var shown = value.ToString();
        if (shown.Length > 60)
            shown = shown[..60] + "…";
        return type switch
        {
            WorkflowType.Instant => new($"{shown} is not a moment; write ISO 8601, such as 2026-03-01T09:00:00+08:00", $"{shown} 不是时间；请用 ISO 8601 写法，例如 2026-03-01T09:00:00+08:00"),
            WorkflowType.Duration => new($"{shown} is not a length of time; write P7D, PT30M or 7.00:00:00", $"{shown} 不是时长；请写成 P7D、PT30M 或 7.00:00:00"),
            WorkflowType.WholeNumber => new($"{shown} is not a whole number", $"{shown} 不是整数"),
            WorkflowType.Number => new($"{shown} is not a number", $"{shown} 不是数字"),
            WorkflowType.Truth => new($"{shown} is neither true nor false", $"{shown} 既不是 true 也不是 false"),
            WorkflowType.List => new($"{shown} is not a list", $"{shown} 不是列表"),
            WorkflowType.Map => new($"{shown} is not a set of named values", $"{shown} 不是名值对"),
            _ => new($"{shown} is not text", $"{shown} 不是文本"),
        };
    }
}
