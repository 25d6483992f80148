using System.Collections.Immutable;
using Jint;
using Jint.Native;

namespace Cohesion.Governance.Workflows.Expressions;

/// <summary>Carries values into a script and out of it.</summary>
internal static class ScriptValues
{
    private const int MaxDepth = 16;
    private const int MaxParts = 10_000;
    private const int MaxText = 100_000;

    public static JsValue ToScript(Jint.Engine engine, WorkflowValue value)
    {
        switch (value.Kind)
        {
            case ValueKind.Text:
                return new JsString(value.AsText()!);
            case ValueKind.Number:
                return new JsNumber(value.AsNumber()!.Value);
            case ValueKind.Truth:
                return value.AsTruth() ? JsBoolean.True : JsBoolean.False;
            case ValueKind.List:
                return new JsArray(engine, [.. value.AsList().Select(element => ToScript(engine, element))]);
            case ValueKind.Map:
                var made = new JsObject(engine);
                foreach (var (name, part) in value.AsMap())
                    made.Set(name, ToScript(engine, part));
                return made;
            default:
                return JsValue.Null;
        }
    }

    /// <exception cref="EvaluationFailure">A function, a symbol, NaN, or something too deep or too big is no value.</exception>
    public static WorkflowValue From(JsValue value)
    {
        var parts = 0;
        return From(value, 0, ref parts);
    }

    private static WorkflowValue From(JsValue value, int depth, ref int parts)
    {
        if (depth > MaxDepth || ++parts > MaxParts)
            throw new EvaluationFailure(new("the result is too deep or too big", "结果层次过深或过大"));
        switch (value)
        {
            case JsNull or JsUndefined:
                return WorkflowValue.Nothing;
            case JsBoolean truth:
                return WorkflowValue.Of(ReferenceEquals(truth, JsBoolean.True));
            case JsNumber:
                var number = value.AsNumber();
                return double.IsFinite(number)
                    ? WorkflowValue.Of(number)
                    : throw new EvaluationFailure(new("the result is not a number (NaN or infinite)", "结果不是数字（NaN 或无穷大）"));
            case JsString:
                var text = value.AsString();
                return text.Length <= MaxText ? WorkflowValue.Of(text) : throw new EvaluationFailure(new("the text is too long", "文本过长"));
            case JsDate date:
                return WorkflowValue.Of(new DateTimeOffset(DateTime.SpecifyKind(date.ToDateTime(), DateTimeKind.Utc)));
            case JsArray array:
                var list = ImmutableArray.CreateBuilder<WorkflowValue>((int)array.Length);
                for (uint i = 0; i < array.Length; i++)
                    list.Add(From(array[i], depth + 1, ref parts));
                return WorkflowValue.Of(list.DrainToImmutable());
            case JsObject made:
                var named = new List<KeyValuePair<string, WorkflowValue>>();
                foreach (var (key, property) in made.GetOwnProperties())
                {
                    if (property.Enumerable && key.IsString())
                        named.Add(KeyValuePair.Create(key.AsString(), From(made.Get(key), depth + 1, ref parts)));
                }

                return WorkflowValue.Of(ValueMap.From(named));
            default:
                throw new EvaluationFailure(new($"the result is a {value.Type}, which cannot be kept", $"结果是 {value.Type}，无法保存"));
        }
    }
}
