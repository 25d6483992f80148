using System.Text.Json;

namespace Cohesion.Governance.Domain.Rules;

/// <summary>Reads conditions from JSON: texts, <c>any</c>, <c>all</c>, <c>not</c>, <c>eachBloc</c> and <c>blocs</c>.</summary>
internal static class ConditionReader
{
    /// <summary>A list of conditions, all of which must hold. An empty list would hold by itself and is refused.</summary>
    public static IReadOnlyList<Condition> ReadList(JsonPlace place, bool insideBloc = false)
    {
        // One condition alone may stand without its list.
        if (place.Kind is JsonValueKind.String or JsonValueKind.Object)
            return [Read(place, insideBloc)];
        var items = place.Items();
        return items.Count > 0
            ? [.. items.Select(item => Read(item, insideBloc))]
            : throw place.Fault("an empty list of conditions would always hold; leave the property out or state one", "空的条件列表恒成立；请删去该属性或写明条件");
    }

    private static Condition Read(JsonPlace place, bool insideBloc)
    {
        switch (place.Kind)
        {
            case JsonValueKind.String:
                var (comparison, fault) = ConditionParser.Parse(place.Text());
                return comparison ?? throw place.Fault($"'{place.Element.GetString()}' is not a condition: {fault!.English}", $"“{place.Element.GetString()}”不是条件：{fault.Chinese}");
            case JsonValueKind.Array:
                return Together(ReadList(place, insideBloc));
            case JsonValueKind.Object:
                break;
            default:
                throw place.Fault("a condition is a text such as \"yes.heads > 1/2 * all.heads\" or an object with any, all, not, eachBloc or blocs",
                    "条件应为文字（如 \"yes.heads > 1/2 * all.heads\"），或带 any、all、not、eachBloc、blocs 的对象");
        }

        if (place.Find("any") is { } any)
        {
            place.AsObject("any");
            return new AnyOf(ReadList(any, insideBloc));
        }

        if (place.Find("all") is { } all)
        {
            place.AsObject("all");
            return Together(ReadList(all, insideBloc));
        }

        if (place.Find("not") is { } not)
        {
            place.AsObject("not");
            return Negate(Together(ReadList(not, insideBloc)));
        }

        if (place.Find("eachBloc") is { } each)
            return ReadEachBloc(place, each, insideBloc);
        if (place.Find("blocs") is { } blocs)
            return ReadBlocCount(place, blocs, insideBloc);
        place.AsObject("any", "all", "not", "eachBloc", "blocs");
        throw place.Fault("a condition object has one of any, all, not, eachBloc, blocs", "条件对象须含 any、all、not、eachBloc、blocs 之一");
    }

    private static EachBloc ReadEachBloc(JsonPlace place, JsonPlace conditions, bool insideBloc)
    {
        place.AsObject("eachBloc", "of");
        if (insideBloc)
            throw place.Fault("blocs have no blocs of their own; eachBloc cannot stand inside eachBloc or blocs", "界别之内不再分界别；eachBloc 不能嵌套");
        var named = place.Find("of") is { } of ? of.Names() : null;
        if (named is { Count: 0 })
            throw place.At("of").Fault("names no bloc; leave 'of' out to mean every bloc", "没有列出界别；若指全部界别请删去 of");
        return new EachBloc(Together(ReadList(conditions, insideBloc: true)), named);
    }

    private static BlocCount ReadBlocCount(JsonPlace place, JsonPlace blocs, bool insideBloc)
    {
        place.AsObject("blocs", "op", "value");
        if (insideBloc)
            throw place.Fault("blocs have no blocs of their own; blocs cannot stand inside eachBloc or blocs", "界别之内不再分界别；blocs 不能嵌套");
        blocs.AsObject("where", "measure");
        var where = Together(ReadList(blocs.Need("where"), insideBloc: true));
        var measure = blocs.Find("measure") is { } named ? named.Text() : "count";
        if (!ConditionParser.IsName(measure))
            throw blocs.At("measure").Fault($"'{measure}' is not a measure; write count or a column of the blocs", $"“{measure}”不是口径；请写 count 或界别的列名");

        var op = place.Need("op");
        if (!ComparisonOperators.TryParse(op.Text(), out var comparison))
            throw op.Fault($"'{op.Text()}' stands where >, >=, < or <= is expected", $"“{op.Text()}”处应为 >、>=、< 或 <=");

        var (value, isFraction, text) = ReadThreshold(place.Need("value"));
        return new BlocCount(where, measure == "count" ? null : measure, comparison, value, isFraction, text);
    }

    private static (Rational Value, bool IsFraction, string Text) ReadThreshold(JsonPlace place)
    {
        var text = place.Kind == JsonValueKind.Number ? place.Element.GetRawText() : place.Text().Trim();
        var isFraction = text.Contains('/', StringComparison.Ordinal);
        return Rational.TryParse(text, out var value) && value.Sign >= 0 && (isFraction || value.IsInteger)
            ? (value, isFraction, text)
            : throw place.Fault($"'{text}' is neither a fraction of all blocs such as 4/6 nor a whole number", $"“{text}”既不是占全部界别的分数（如 4/6），也不是整数");
    }

    private static Condition Together(IReadOnlyList<Condition> parts) => parts.Count == 1 ? parts[0] : new AllOf(parts);

    // "Not at least a quarter against" reads, explains and breaks ties better as "less than a quarter against".
    private static Condition Negate(Condition condition) => condition switch
    {
        Comparison comparison => comparison with { Operator = comparison.Operator.Opposite() },
        BlocCount count => count with { Operator = count.Operator.Opposite() },
        AllOf all => new AnyOf([.. all.Parts.Select(Negate)]),
        AnyOf any => new AllOf([.. any.Parts.Select(Negate)]),
        Negation negation => negation.Part,
        _ => new Negation(condition),
    };
}
