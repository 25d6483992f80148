namespace Cohesion.Governance.Domain.Rules;

/// <summary>What must be known of one bloc and measure to try a rule on totals.</summary>
/// <param name="Bloc">The bloc; null: everybody.</param>
/// <param name="Measure">The column.</param>
/// <param name="Also">Tallies beyond all, yes, no and abstain that the rule reads here.</param>
public sealed record TrialLine(string? Bloc, string Measure, IReadOnlyList<Tally> Also)
{
    private static readonly Tally[] Told = [Tally.Present, Tally.InPerson, Tally.Objected];

    /// <summary>The lines a rule asks for. Where it looks at a measure in blocs and in everybody, every bloc is asked for it and everybody is their sum.</summary>
    /// <param name="pack">The rule.</param>
    /// <param name="blocs">The council's blocs, in its order.</param>
    public static IReadOnlyList<TrialLine> Of(RulePack pack, IReadOnlyList<string> blocs)
    {
        var read = pack.Rounds
            .SelectMany(round => round.Gate.Concat(round.Quorum).Concat(round.Pass).Concat(round.Confirm?.FailIf ?? []))
            .SelectMany(condition => Read(condition, [null], blocs)).Distinct().ToList();
        var lines = new List<TrialLine>();
        foreach (var measure in read.Select(r => r.Measure).Distinct(StringComparer.Ordinal))
        {
            var here = read.Where(r => r.Measure == measure).ToList();
            Tally[] also = [.. here.Select(r => r.Tally).Where(Told.Contains).Distinct().Order()];
            List<string> named = [.. here.Select(r => r.Bloc).OfType<string>().Distinct(StringComparer.Ordinal)];
            var everybody = here.Exists(r => r.Bloc is null);
            lines.AddRange(named.Count == 0
                ? [new TrialLine(null, measure, also)]
                : blocs.Where(bloc => everybody || named.Contains(bloc)).Concat(named.Where(bloc => !blocs.Contains(bloc))).Select(bloc => new TrialLine(bloc, measure, also)));
        }

        return lines;
    }

    private static IEnumerable<(string? Bloc, string Measure, Tally Tally)> Read(Condition condition, IReadOnlyList<string?> within, IReadOnlyList<string> blocs) => condition switch
    {
        AllOf all => all.Parts.SelectMany(part => Read(part, within, blocs)),
        AnyOf any => any.Parts.SelectMany(part => Read(part, within, blocs)),
        Negation not => Read(not.Part, within, blocs),
        EachBloc each => Read(each.Within, each.Blocs ?? blocs, blocs),
        BlocCount count => Read(count.Where, blocs, blocs)
            .Concat(count.Measure is { } measure ? blocs.Select(bloc => ((string?)bloc, measure, Tally.All)) : []),
        _ => condition.References.SelectMany(r => r.Bloc is null ? within.Select(bloc => (bloc, r.Measure, r.Tally)) : [(r.Bloc, r.Measure, r.Tally)]),
    };
}
