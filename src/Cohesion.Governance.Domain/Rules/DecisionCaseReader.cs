using System.Text.Json;

namespace Cohesion.Governance.Domain.Rules;

/// <summary>Reads the case file: totals, or seats and ballots, with what is expected to come of them.</summary>
internal static class DecisionCaseReader
{
    private static readonly string[] s_known =
    [
        "id", "pack", "kind", "setup", "source", "why", "note", "title", "comment", "jurisdiction", "evidence", "tags",
        "all", "rounds", "largestHolder", "steps", "roll", "ballots", "present", "service", "facts", "matter", "objections", "objected",
        "excluded", "casting", "castingVote", "chair", "blocs", "expect",
    ];

    /// <summary>The cases of a file: a list, one case, or an object with <c>cases</c>.</summary>
    public static IReadOnlyList<JsonPlace> Places(string json, string fileName)
    {
        var root = JsonPlace.Parse(json, fileName);
        if (root.Kind == JsonValueKind.Object && root.Find("cases") is { } listed)
            return listed.Items();
        return root.Kind == JsonValueKind.Object ? [root] : root.Items();
    }

    /// <summary>The case's id, or its place where it has none to call it by.</summary>
    public static string IdOf(JsonPlace place)
        => place.Kind == JsonValueKind.Object && place.Find("id") is { Kind: JsonValueKind.String } id ? id.Element.GetString()! : place.Path;

    public static DecisionCase Read(JsonPlace place, Func<string, RulePack?> findPack)
    {
        // Totals by bloc stand beside the others as all@tenants.
        place.AsObject([.. s_known, .. place.Properties().Select(property => property.Name).Where(name => name.StartsWith("all@", StringComparison.Ordinal) && name.Length > 4)]);
        var id = place.Need("id").Text();
        var pack = ReadPack(place.Need("pack"), id, findPack);
        var expect = place.Need("expect").AsObject("outcome", "round", "reason", "why", "note");
        return new DecisionCase
        {
            Id = id,
            Pack = pack,
            Election = place.Find("roll") is { } roll ? RollCaseReader.Read(place, roll) : TotalsCaseReader.Read(place),
            ExpectedOutcome = expect.Need("outcome").Word<Outcome>("an outcome", "表决结果"),
            ExpectedRound = ReadRound(expect, pack),
            Why = (place.Find("why") ?? expect.Find("why"))?.Text(),
        };
    }

    /// <summary>Answers to a rule's needs; a matter named counts as a fact, which is how exceptions are reached.</summary>
    public static Dictionary<string, bool> ReadFacts(JsonPlace place)
    {
        var facts = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (name, value) in place.Find("facts")?.Properties() ?? [])
            facts[name] = value.Flag();
        if (place.Find("matter") is { } matter)
            facts[matter.Text()] = true;
        return facts;
    }

    /// <summary>Columns of the blocs themselves.</summary>
    public static Dictionary<string, IReadOnlyDictionary<string, Rational>> ReadBlocColumns(JsonPlace place)
    {
        var columns = new Dictionary<string, IReadOnlyDictionary<string, Rational>>(StringComparer.Ordinal);
        if (place.Find("blocs") is not { } blocs)
            return columns;
        if (blocs.Kind == JsonValueKind.Object)
        {
            foreach (var (bloc, own) in blocs.Properties())
                columns[bloc] = ReadWeights(own);
            return columns;
        }

        foreach (var item in blocs.Items())
        {
            item.AsObject("bloc", "measures", "note");
            if (!columns.TryAdd(item.Need("bloc").Text(), ReadWeights(item.Need("measures"))))
                throw item.Fault("the bloc stands twice", "界别重复");
        }

        return columns;
    }

    public static Dictionary<string, Rational> ReadWeights(JsonPlace place)
    {
        var weights = new Dictionary<string, Rational>(StringComparer.Ordinal);
        foreach (var (measure, value) in place.Properties())
        {
            if (!ConditionParser.IsName(measure))
                throw value.Fault($"'{measure}' cannot be the name of a measure; use letters, digits, _ and -", $"“{measure}”不能作口径名称；请用文字、数字、_ 或 -");
            weights[measure] = value.Weight();
        }

        return weights;
    }

    /// <summary>The chair's choice, written under any of its names; null where the chair did not use it.</summary>
    public static BallotChoice? ReadCastingVote(JsonPlace place)
    {
        if ((place.Find("castingVote") ?? place.Find("casting") ?? place.Find("chair")) is not { } given)
            return null;
        if (given.Kind == JsonValueKind.Object)
            given = given.AsObject("chair", "note").Need("chair");
        return given.Word<BallotChoice>("a choice", "表决意见");
    }

    private static RulePack ReadPack(JsonPlace place, string caseId, Func<string, RulePack?> findPack)
    {
        if (place.Kind == JsonValueKind.Object)
            return RulePackReader.ReadPack(place, caseId);
        var id = place.Text();
        return findPack(id) ?? throw place.Fault($"there is no pack '{id}'", $"没有规则“{id}”");
    }

    private static string? ReadRound(JsonPlace expect, RulePack pack)
    {
        if (expect.Find("round") is not { } place)
            return null;
        var name = place.Text();
        return pack.Rounds.Any(round => round.Name == name) ? name
            : throw place.Fault($"'{pack.Id}' has no round '{name}'; it has {string.Join(", ", pack.Rounds.Select(round => round.Name))}", $"规则“{pack.Id}”没有“{name}”这一轮");
    }
}
