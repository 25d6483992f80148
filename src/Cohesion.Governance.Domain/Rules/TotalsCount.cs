namespace Cohesion.Governance.Domain.Rules;

/// <summary>Turns given totals into a <see cref="TallyTable"/>: derives what is not stated, then caps the largest holder.</summary>
internal static class TotalsCount
{
    /// <summary>The table, and what the cap did; the reason instead, where a cap cannot be judged.</summary>
    public static (TallyTable Table, CappedHolder? Capped, DecisionReason? Refusal) Of(RulePack pack, Election election, ElectionRound round)
    {
        var stated = election.All!.Stated.Concat(election.Rounds.SelectMany(each => each.Totals?.Stated ?? [])).ToList();
        List<string> blocs = [.. stated.Select(entry => entry.Bloc).OfType<string>().Concat(election.BlocColumns.Keys).Distinct(StringComparer.Ordinal)];
        List<string> measures = [.. stated.Select(entry => entry.Measure).Distinct(StringComparer.Ordinal)];
        var table = new TallyTable(blocs, measures) { BlocColumns = election.BlocColumns };
        var totals = round.Totals ?? new TallyTotals();

        // Blocs first, so that the whole council can be their sum where it is not stated.
        for (var scope = table.ScopeCount - 1; scope >= 0; scope--)
        {
            for (var m = 0; m < measures.Count; m++)
                Fill(table, election.All!, totals, scope, m);
        }

        table.Derive();
        DeriveSilence(table);
        var (capped, refusal) = Cap(pack.Cap, election.LargestHolder, table);
        return (table, capped, refusal);
    }

    private static void Fill(TallyTable table, TallyTotals all, TallyTotals totals, int scope, int m)
    {
        var bloc = scope == 0 ? null : table.Blocs[scope - 1];
        var measure = table.Measures[m];
        foreach (var tally in RuleWords.Tallies)
        {
            var sum = (tally == Tally.All ? all : totals).Find(tally, bloc, measure);
            if (sum is null && scope == 0)
                sum = SumOfBlocs(table, tally == Tally.All ? all : totals, tally, measure);
            if (sum is { } value)
                table.Sum(tally, scope, m) = value;
            if (sum is not null && tally is Tally.Present or Tally.Participating or Tally.Cast)
                table.MarkFixed(tally, scope, m);
            if (sum is null && tally == Tally.All)
                table.MarkUnknown(tally, scope, m);
        }

        table.Deemable(scope, m) = table.Sum(Tally.Silent, scope, m);
        if (!table.IsFixed(Tally.Present, scope, m))
            table.Sum(Tally.Present, scope, m) = table.Sum(Tally.Yes, scope, m) + table.Sum(Tally.No, scope, m) + table.Sum(Tally.Abstain, scope, m);
    }

    private static Rational? SumOfBlocs(TallyTable table, TallyTotals totals, Tally tally, string measure)
    {
        Rational? sum = null;
        foreach (var bloc in table.Blocs)
        {
            if (totals.Find(tally, bloc, measure) is { } part)
                sum = (sum ?? Rational.Zero) + part;
        }

        return sum;
    }

    private static (CappedHolder? Capped, DecisionReason? Refusal) Cap(HolderCap cap, LargestHolder? holder, TallyTable table)
    {
        if (cap == HolderCap.None || holder is null || table.MeasureOf(holder.Measure) is var m && m < 0)
            return default;
        if (table.Find(Tally.All, null, holder.Measure) is not { } all)
            return (null, DecisionReason.MeasureMissing($"all.{holder.Measure}"));
        if (HolderCaps.Reduce(cap, holder.Weight, all) is not { } reduced)
            return default;
        if (cap == HolderCap.OriginalOwnerThird)
        {
            if (holder.Lots is not { } lots)
                return (null, DecisionReason.FactMissing("lots"));
            if (lots <= 2)
                return default;
        }

        var cut = holder.Weight - reduced;
        if (cap == HolderCap.MajorityToRest)
            table.Sum(Tally.All, 0, m) -= cut;
        if (holder.Side is { } side && side != Tally.All && table.Sum(side, 0, m) >= holder.Weight)
            CutSide(cap, side, cut, table, m);
        if (holder.Side is null && table.Sum(Tally.Silent, 0, m) >= holder.Weight)
            table.Sum(Tally.Silent, 0, m) -= cut;
        return (new CappedHolder(holder.Measure, null, holder.Weight, reduced), null);
    }

    // A side smaller than the holder's full weight cannot contain it uncut: such totals were taken after the cap.
    private static void CutSide(HolderCap cap, Tally side, Rational cut, TallyTable table, int m)
    {
        table.Sum(side, 0, m) -= cut;
        if (side == Tally.Silent)
            table.Deemable(0, m) -= cut;
        var voted = side is Tally.Yes or Tally.No or Tally.Abstain;
        if (voted && table.IsFixed(Tally.Participating, 0, m))
            table.Sum(Tally.Participating, 0, m) -= cut;
        if (side is Tally.Yes or Tally.No && table.IsFixed(Tally.Cast, 0, m))
            table.Sum(Tally.Cast, 0, m) -= cut;
        if (voted && cap == HolderCap.MajorityToRest)
            table.Sum(Tally.Present, 0, m) -= cut;
        table.Derive();
    }

    // What is stated as silent was served and may be deemed; whoever was never reached is silent as well.
    private static void DeriveSilence(TallyTable table)
    {
        for (var scope = 0; scope < table.ScopeCount; scope++)
        {
            for (var m = 0; m < table.Measures.Count; m++)
            {
                var bloc = scope == 0 ? null : table.Blocs[scope - 1];
                if (table.Find(Tally.All, bloc, table.Measures[m]) is { } all)
                    table.Sum(Tally.Silent, scope, m) = Rational.Max(table.Sum(Tally.Silent, scope, m), all - table.Sum(Tally.Participating, scope, m));
            }
        }
    }
}
