namespace Cohesion.Governance.Domain.Rules;

/// <summary>
/// Finds the least further consent that makes a comparison hold: in the measure's own steps, and in parties. A yes raises
/// participation as well as consent, so the threshold moves while it is approached; both are solved for exactly.
/// </summary>
internal sealed class LeastSearch
{
    private static readonly Standing[] s_willing = [Standing.SilentPresent, Standing.SilentProxied, Standing.SilentAbsent, Standing.DeemedAbsent, Standing.DeemedProxied];
    private readonly Condition _condition;
    private readonly List<LinearForm> _forms;
    private readonly OpenWeights _weights;

    private LeastSearch(Condition condition, List<LinearForm> forms, OpenWeights weights)
        => (_condition, _forms, _weights) = (condition, forms, weights);

    public static Least? For(Comparison comparison, string? bloc, TallyTable table, OpenWeights weights)
    {
        var forms = new List<LinearForm>();
        var condition = LinearForm.WithoutExtremes(comparison);
        foreach (var simple in Simple(condition))
        {
            if (LinearForm.Of(simple, comparison, bloc, table) is not { } form)
                return null;
            forms.Add(form);
        }

        var terms = forms.SelectMany(form => form.Terms).ToList();
        var search = new LeastSearch(condition, forms, weights);
        var cells = terms.Select(term => (term.Scope, term.Measure)).Distinct().ToList();
        var amount = cells.Count == 1 && !weights.VotesWeighOtherwise(cells[0].Measure) ? search.Amount(cells[0].Scope, cells[0].Measure) : null;
        var parties = search.Parties();
        return new Least
        {
            TakePart = terms.Count > 0 && terms.TrueForAll(term => term.Tally is Tally.Present or Tally.Participating or Tally.InPerson or Tally.Silent),
            Amount = amount,
            Measure = cells.Count == 1 ? table.Measures[cells[0].Measure] : null,
            Bloc = cells.Count == 1 && cells[0].Scope > 0 ? table.Blocs[cells[0].Scope - 1] : null,
            Parties = parties,
            Reachable = amount is not null || parties is not null,
        };
    }

    // Walks along the most useful weights first, one walk a form, and tries the first step at which any form turns.
    private Rational? Amount(int scope, int measure)
    {
        var step = _weights.Step(measure);
        if (step.IsZero)
            return null;
        Rational? least = null;
        foreach (var form in _forms)
        {
            var order = s_willing.Select(standing => (Standing: standing, Use: Use(form, standing)))
                .Where(entry => entry.Use.Sign > 0 || _forms.Count > 1).OrderByDescending(entry => entry.Use).Select(entry => entry.Standing);
            if (Walk(order, scope, measure, step) is { } amount && (least is null || amount < least))
                least = amount;
        }

        return least;
    }

    private Rational? Walk(IEnumerable<Standing> order, int scope, int measure, Rational step)
    {
        var lefts = _forms.ConvertAll(form => form.Left);
        var rights = _forms.ConvertAll(form => form.Right);
        var walked = Rational.Zero;
        foreach (var standing in order)
        {
            var length = _weights.Weight(scope, measure, standing);
            if (length.IsZero)
                continue;
            List<Rational> stops = [length];
            for (var i = 0; i < _forms.Count; i++)
            {
                var slope = Slope(_forms[i], standing);
                if (!slope.IsZero && ((rights[i] - lefts[i]) / slope) is { Sign: >= 0 } turn)
                    stops.AddRange([LatticeStep.First(turn, step, strict: false), LatticeStep.First(turn, step, strict: true)]);
            }

            foreach (var stop in stops.Where(stop => stop <= length).Order())
            {
                if (HoldsAt(i => lefts[i] + LeftSlope(_forms[i], standing) * stop, i => rights[i] + RightSlope(_forms[i], standing) * stop))
                    return walked + stop;
            }

            for (var i = 0; i < _forms.Count; i++)
            {
                lefts[i] += LeftSlope(_forms[i], standing) * length;
                rights[i] += RightSlope(_forms[i], standing) * length;
            }

            walked += length;
        }

        return null;
    }

    private int? Parties()
    {
        List<Rational[]> gains = [];
        foreach (var form in _forms)
        {
            if (_weights.GainsByParty(form) is not { } gain)
                return null;
            gains.Add(gain);
        }

        return Fewest(_condition, gains);
    }

    private int? Fewest(Condition condition, List<Rational[]> gains)
    {
        switch (condition)
        {
            case Comparison comparison:
                var index = _forms.FindIndex(form => ReferenceEquals(form.Comparison, comparison));
                return FewestFor(_forms[index], gains[index]);
            case AnyOf any:
                return any.Parts.Select(part => Fewest(part, gains)).Min();
            case AllOf all:
                List<int?> each = [.. all.Parts.Select(part => Fewest(part, gains))];
                return each.TrueForAll(fewest => fewest is not null) ? FewestTogether(all, gains, each.Max()!.Value) : null;
            default:
                return null;
        }
    }

    private static int? FewestFor(LinearForm form, Rational[] gains)
    {
        var wantsMore = WantsMore(form);
        var missing = wantsMore ? form.Right - form.Left : form.Left - form.Right;
        if (form.Holds(form.Left, form.Right))
            return 0;
        List<Rational> useful = [.. gains.Select(gain => wantsMore ? gain : -gain).Where(gain => gain.Sign > 0)];
        return PartySelection.Fewest(useful, missing, form.Operator.IsStrict() || (form.BothSidesCount && missing.IsZero));
    }

    // All forms at once: take parties in the order of each form's gains in turn, and keep the shortest list that satisfies all.
    private int? FewestTogether(AllOf all, List<Rational[]> gains, int atLeast)
    {
        int? fewest = null;
        for (var leading = 0; leading < _forms.Count; leading++)
        {
            var sign = WantsMore(_forms[leading]) ? 1 : -1;
            var order = Enumerable.Range(0, gains[leading].Length).OrderByDescending(party => gains[leading][party] * sign).ToList();
            var sums = new Rational[_forms.Count];
            for (var k = 0; k <= order.Count && !(k >= fewest); k++)
            {
                if (k >= atLeast && Holds(all, i => _forms[i].Left + sums[i], i => _forms[i].Right))
                    fewest = k;
                for (var i = 0; i < sums.Length && k < order.Count; i++)
                    sums[i] += gains[i][order[k]];
            }
        }

        return fewest;
    }

    private bool HoldsAt(Func<int, Rational> left, Func<int, Rational> right) => Holds(_condition, left, right);

    private bool Holds(Condition condition, Func<int, Rational> left, Func<int, Rational> right) => condition switch
    {
        AllOf all => all.Parts.All(part => Holds(part, left, right)),
        AnyOf any => any.Parts.Any(part => Holds(part, left, right)),
        _ => _forms.FindIndex(form => ReferenceEquals(form.Comparison, condition)) is var i
            && _forms[i].Holds(left(i), right(i)),
    };

    // How much one unit of that weight brings the comparison nearer to holding.
    private static Rational Use(LinearForm form, Standing standing)
        => WantsMore(form) ? Slope(form, standing) : -Slope(form, standing);

    private static bool WantsMore(LinearForm form) => form.Operator is ComparisonOperator.MoreThan or ComparisonOperator.AtLeast;

    private static Rational Slope(LinearForm form, Standing standing) => LeftSlope(form, standing) - RightSlope(form, standing);

    private static Rational LeftSlope(LinearForm form, Standing standing) => SumOf(form, standing, 1);

    private static Rational RightSlope(LinearForm form, Standing standing) => -SumOf(form, standing, -1);

    // Terms of the right side carry a negative coefficient.
    private static Rational SumOf(LinearForm form, Standing standing, int side)
    {
        var move = Move.Consent(standing);
        var sum = Rational.Zero;
        foreach (var term in form.Terms)
        {
            if (term.Coefficient.Sign == side)
                sum += term.Coefficient * move.On(term.Tally);
        }

        return sum;
    }

    private static IEnumerable<Comparison> Simple(Condition condition) => condition switch
    {
        Comparison comparison => [comparison],
        AllOf all => all.Parts.SelectMany(Simple),
        AnyOf any => any.Parts.SelectMany(Simple),
        _ => [],
    };
}

/// <summary>Picks the fewest gains that reach a sum, in expected linear time.</summary>
internal static class PartySelection
{
    /// <summary>How many of the largest gains it takes to reach (strict: exceed) what is missing; null where all are not enough.</summary>
    public static int? Fewest(List<Rational> gains, Rational missing, bool strict)
    {
        if (missing.Sign < 0 || (missing.IsZero && !strict))
            return 0;
        int from = 0, to = gains.Count, taken = 0;
        while (from < to)
        {
            // The middle of three is a fair pivot for columns that come sorted, as registers do.
            var pivot = Middle(gains[from], gains[from + (to - from) / 2], gains[to - 1]);
            int larger = from, equal = from;
            Rational above = default;
            for (var i = from; i < to; i++)
            {
                var order = gains[i].CompareTo(pivot);
                if (order < 0)
                    continue;
                (gains[i], gains[equal]) = (gains[equal], gains[i]);
                if (order > 0)
                {
                    (gains[equal], gains[larger]) = (gains[larger], gains[equal]);
                    above += gains[larger];
                    larger++;
                }

                equal++;
            }

            if (strict ? above > missing : above >= missing)
            {
                to = larger;
                continue;
            }

            missing -= above;
            taken += larger - from;
            var pivots = equal - larger;
            var needed = LatticeStep.First(missing, pivot, strict) / pivot;
            if (needed <= pivots)
                return taken + (int)needed.Numerator;
            missing -= pivot * pivots;
            taken += pivots;
            from = equal;
        }

        return null;
    }

    private static Rational Middle(Rational a, Rational b, Rational c)
        => Rational.Max(Rational.Min(a, b), Rational.Min(Rational.Max(a, b), c));
}
