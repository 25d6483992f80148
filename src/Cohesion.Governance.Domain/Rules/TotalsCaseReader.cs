namespace Cohesion.Governance.Domain.Rules;

/// <summary>Reads a case that gives totals: <c>"yes": {"area": 5900}</c>, by bloc <c>"yes@tenants": {…}</c>.</summary>
internal static class TotalsCaseReader
{
    private static readonly string[] s_rollOnly = ["ballots", "service", "objections", "objected", "present", "excluded"];

    public static Election Read(JsonPlace place)
    {
        foreach (var property in s_rollOnly)
        {
            if (place.Find(property) is { } stray)
                throw stray.Fault($"'{property}' belongs to a case with a roll; this one gives totals", $"“{property}”只用于带名册的案例；本案例给出的是合计数");
        }

        var all = new TallyTotals();
        foreach (var (name, value) in place.Properties())
        {
            if (name == "all" || name.StartsWith("all@", StringComparison.Ordinal))
                State(all, Tally.All, name == "all" ? null : name[4..], value);
        }

        var rounds = place.Need("rounds").Items();
        return Election.OfTotals(all, [.. rounds.Select((round, index) => ReadRound(round, place, index))]) with
        {
            // Totals were taken by somebody who knew what they were: what is given as silent was served, and what the rule needs was so.
            FactsAreMet = true,
            Facts = DecisionCaseReader.ReadFacts(place),
            BlocColumns = DecisionCaseReader.ReadBlocColumns(place),
            Steps = place.Find("steps") is { } steps ? DecisionCaseReader.ReadWeights(steps) : new Dictionary<string, Rational>(),
            LargestHolder = place.Find("largestHolder") is { } holder ? ReadHolder(holder) : null,
        };
    }

    private static ElectionRound ReadRound(JsonPlace round, JsonPlace place, int index)
    {
        var totals = new TallyTotals();
        BallotChoice? castingVote = index == 0 ? DecisionCaseReader.ReadCastingVote(place) : null;
        var held = false;
        foreach (var (name, value) in round.Properties())
        {
            if (name is "note" or "name")
                continue;
            if (name is "casting" or "castingVote" or "chair")
            {
                castingVote = DecisionCaseReader.ReadCastingVote(round);
                continue;
            }

            var at = name.IndexOf('@', StringComparison.Ordinal);
            if (!RuleWords.TryTally(at < 0 ? name : name[..at], out var tally) || tally == Tally.All || at == name.Length - 1)
                throw value.Fault($"'{name}' is not a tally of a round; known are {RuleWords.AllWords<Tally>()}, each also as tally@bloc", $"“{name}”不是一轮的计票项");
            State(totals, tally, at < 0 ? null : name[(at + 1)..], value);
            held = true;
        }

        return new ElectionRound { Totals = held ? totals : null, CastingVote = castingVote };
    }

    private static void State(TallyTotals totals, Tally tally, string? bloc, JsonPlace place)
    {
        foreach (var (measure, sum) in DecisionCaseReader.ReadWeights(place))
            totals.With(tally, measure, sum, bloc);
    }

    private static LargestHolder ReadHolder(JsonPlace place)
    {
        place.AsObject("measure", "weight", "side", "lots", "note");
        var side = place.Find("side");
        return new LargestHolder(
            place.Need("measure").Text(),
            place.Need("weight").Weight(),
            side is null || side.Value.Text() is "absent" or "none" ? null : side.Value.Word<Tally>("a tally", "计票项"),
            place.Find("lots")?.Weight());
    }
}
