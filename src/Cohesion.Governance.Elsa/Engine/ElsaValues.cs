using System.Collections;
using System.Dynamic;
using System.Globalization;
using System.Text.Json;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Elsa.Engine;

/// <summary>Values as Elsa holds them and as the product does.</summary>
internal static class ElsaValues
{
    public static object? ToClr(WorkflowValue value) => value.Kind switch
    {
        ValueKind.Text => value.AsText(),
        ValueKind.Number => value.AsWholeNumber() is { } whole ? whole : value.AsNumber(),
        ValueKind.Truth => value.AsTruth(),
        ValueKind.List => value.AsList().Select(ToClr).ToList(),
        ValueKind.Map => ToClr(value.AsMap()),
        _ => null,
    };

    /// <summary>What scripts can read with a dot, and Elsa can keep.</summary>
    public static ExpandoObject ToClr(ValueMap map)
    {
        IDictionary<string, object?> result = new ExpandoObject();
        foreach (var (name, value) in map)
        {
            result[name] = ToClr(value);
        }

        return (ExpandoObject)result;
    }

    public static WorkflowValue FromClr(object? value) => value switch
    {
        null => WorkflowValue.Nothing,
        WorkflowValue ready => ready,
        string text => WorkflowValue.Of(text),
        bool truth => WorkflowValue.Of(truth),
        DateTimeOffset instant => WorkflowValue.Of(instant),
        DateTime instant => WorkflowValue.Of(new DateTimeOffset(instant.ToUniversalTime())),
        TimeSpan span => WorkflowValue.Of(span.ToString("c", CultureInfo.InvariantCulture)),
        Enum name => WorkflowValue.Of(name.ToString()),
        Guid id => WorkflowValue.Of(id.ToString("D")),
        IConvertible number when number.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal => Number(number),
        JsonElement json => WorkflowValue.FromJson(json),
        IDictionary<string, object?> map => ValueMap.From(map.Select(entry => KeyValuePair.Create(entry.Key, FromClr(entry.Value)))),
        IEnumerable list => WorkflowValue.Of([.. list.Cast<object?>().Select(FromClr)]),
        _ => WorkflowValue.FromJson(JsonSerializer.SerializeToElement(value)),
    };

    private static WorkflowValue Number(IConvertible number)
    {
        var value = number.ToDouble(CultureInfo.InvariantCulture);
        return double.IsFinite(value)
            ? WorkflowValue.Of(value)
            : throw new EvaluationFailure(new("a script gave a number that is none", "脚本得到的数字无效"));
    }
}
