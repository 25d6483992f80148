namespace Cohesion.Governance.Domain.Rules;

/// <summary>Compares conditions with the numbers of a session and keeps what it compared.</summary>
internal sealed class ConditionEvaluation(TallyTable table, BallotChoice? chair, OpenVote? open)
{
    /// <summary>Whether a comparison held only because the chair broke the tie.</summary>
    public bool ChairDecided { get; private set; }

    /// <summary>The first tally that was asked for and that nobody has.</summary>
    public string? MissingTally { get; private set; }

    public IReadOnlyList<ConditionFinding> Find(IReadOnlyList<Condition> conditions) => [.. conditions.Select(condition => Find(condition, null))];

    /// <summary>All of them: one that fails settles it, even where another is unknown.</summary>
    public static Truth All(IEnumerable<Truth> truths)
    {
        var result = Truth.Holds;
        foreach (var truth in truths)
        {
            if (truth == Truth.Fails)
                return Truth.Fails;
            if (truth == Truth.Unknown || (truth == Truth.Void && result == Truth.Holds))
                result = truth;
        }

        return result;
    }

    public static Truth All(IReadOnlyList<ConditionFinding> findings) => All(findings.Select(finding => finding.Truth));

    private static Truth Any(IEnumerable<Truth> truths) => Not(All(truths.Select(Not)));

    private static Truth Not(Truth truth) => truth switch
    {
        Truth.Holds => Truth.Fails,
        Truth.Fails => Truth.Holds,
        _ => truth,
    };

    private ConditionFinding Find(Condition condition, string? bloc) => condition switch
    {
        Comparison comparison => Compare(comparison, bloc),
        AllOf all => Group(FindingKind.All, all, all.Parts, bloc, All),
        AnyOf any => Group(FindingKind.Any, any, any.Parts, bloc, Any),
        Negation negation => Group(FindingKind.Not, negation, [negation.Part], bloc, truths => Not(truths.Single())),
        EachBloc each => InEachBloc(each),
        BlocCount count => CountBlocs(count),
        _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
    };

    private ConditionFinding Group(
        FindingKind kind, Condition condition, IReadOnlyList<Condition> parts, string? bloc, Func<IEnumerable<Truth>, Truth> combine)
    {
        List<ConditionFinding> findings = [.. parts.Select(part => Find(part, bloc))];
        return new ConditionFinding
        {
            Kind = kind,
            Text = condition.ToString()!,
            Truth = combine(findings.Select(finding => finding.Truth)),
            Bloc = bloc,
            Parts = findings,
            CanStillChange = CanChange(condition, bloc),
        };
    }

    private ConditionFinding InEachBloc(EachBloc each)
    {
        var blocs = each.Blocs ?? table.Blocs;
        List<ConditionFinding> findings = [.. blocs.Select(bloc => InBloc(each.Within, bloc))];
        return new ConditionFinding
        {
            Kind = FindingKind.EachBloc,
            Text = each.ToString(),
            // Where there are no blocs, "every bloc" is nobody's consent.
            Truth = findings.Count == 0 ? Truth.Void : All(findings),
            Parts = findings,
            CanStillChange = CanChange(each, null),
        };
    }

    private ConditionFinding InBloc(Condition within, string bloc)
    {
        List<ConditionFinding> findings = [.. (within is AllOf all ? all.Parts : [within]).Select(part => Find(part, bloc))];
        return new ConditionFinding
        {
            Kind = FindingKind.Bloc,
            Text = within.ToString()!,
            Truth = All(findings),
            Bloc = bloc,
            Parts = findings,
            CanStillChange = CanChange(within, bloc),
        };
    }

    private ConditionFinding CountBlocs(BlocCount count)
    {
        List<ConditionFinding> findings = [.. table.Blocs.Select(bloc => InBloc(count.Where, bloc))];
        Rational? total = Rational.Zero, satisfied = Rational.Zero;
        foreach (var finding in findings)
        {
            var weight = count.Measure is null ? Rational.One : Weight(finding.Bloc!, count.Measure);
            total += weight;
            satisfied = finding.Truth == Truth.Unknown ? null : satisfied + (finding.Holds ? weight : Rational.Zero);
        }

        Rational? threshold = count.IsFraction ? count.Value * total : count.Value;
        var truth = satisfied is not { } left || threshold is not { } right ? Truth.Unknown
            : findings.Count == 0 || (count.IsFraction && total == Rational.Zero) ? Truth.Void
            : count.Operator.Holds(left.CompareTo(right)) ? Truth.Holds : Truth.Fails;
        return new ConditionFinding
        {
            Kind = FindingKind.BlocCount,
            Text = count.ToString(),
            Truth = truth,
            Left = new Term { Value = satisfied, Measure = count.Measure, CountsBlocs = true },
            Operator = count.Operator,
            Right = new Term
            {
                Value = threshold,
                Factor = count.IsFraction ? count.ValueText : null,
                Whole = count.IsFraction ? total : null,
                Measure = count.Measure,
                CountsBlocs = true,
            },
            Parts = findings,
            Least = open is not null && truth == Truth.Fails ? LeastBlocs(count, findings, satisfied!.Value, threshold!.Value) : null,
            CanStillChange = CanChange(count, null),
        };
    }

    private static Least? LeastBlocs(BlocCount count, List<ConditionFinding> findings, Rational satisfied, Rational threshold)
    {
        if (count.Measure is not null || count.Operator is ComparisonOperator.LessThan or ComparisonOperator.AtMost)
            return null;
        var missing = LatticeStep.First(threshold - satisfied, Rational.One, count.Operator.IsStrict());
        var open = findings.Count(finding => !finding.Holds && finding.CanStillChange == true);
        return new Least { Blocs = (int)missing.Numerator, Reachable = missing <= open };
    }

    private ConditionFinding Compare(Comparison comparison, string? bloc)
    {
        Term left = Evaluate(comparison.Left, bloc), right = Evaluate(comparison.Right, bloc);
        var truth = Judge(comparison, left.Value, right.Value);
        if (truth == Truth.Fails && chair == BallotChoice.Yes && BreaksTie(comparison, bloc, left.Value!.Value, right.Value!.Value))
            (truth, ChairDecided) = (Truth.Holds, true);
        return new ConditionFinding
        {
            Kind = FindingKind.Comparison,
            Text = comparison.ToString(),
            Truth = truth,
            Bloc = bloc,
            Left = left,
            Operator = comparison.Operator,
            Right = right,
            Least = open is not null && truth is Truth.Fails or Truth.Void ? open?.LeastFor(comparison, bloc) : null,
            CanStillChange = CanChange(comparison, bloc),
        };
    }

    /// <summary>A comparison of two known numbers. Nothing compared with a share of nothing is void: nobody has spoken.</summary>
    private static Truth Judge(Comparison comparison, Rational? left, Rational? right)
    {
        if (left is not { } first || right is not { } second)
            return Truth.Unknown;
        if (first.IsZero && second.IsZero && comparison.BothSidesCount)
            return Truth.Void;
        return comparison.Operator.Holds(first.CompareTo(second)) ? Truth.Holds : Truth.Fails;
    }

    // A tie is an equality of votes: the strict operator fails by exactly nothing, and as many said yes as no.
    private bool BreaksTie(Comparison comparison, string? bloc, Rational left, Rational right)
        => comparison.Operator.IsStrict() && left == right && comparison.References
            .Where(reference => reference.Tally is Tally.Yes or Tally.No)
            .Select(reference => (Bloc: reference.Bloc ?? bloc, reference.Measure)).Distinct()
            .Any(side => table.Find(Tally.Yes, side.Bloc, side.Measure) is { IsZero: false } yes && yes == table.Find(Tally.No, side.Bloc, side.Measure));

    private Term Evaluate(Operand operand, string? bloc)
    {
        switch (operand)
        {
            case NumberOperand number:
                return new Term { Value = number.Value };
            case TallyReference reference:
                var scope = reference.Bloc ?? bloc;
                var whole = table.Find(reference.Tally, scope, reference.Measure);
                if (whole is null)
                    MissingTally ??= $"{reference.Tally.Word()}.{reference.Measure}";
                return new Term
                {
                    Value = reference.Factor is { } factor ? factor.Value * whole : whole,
                    Factor = reference.Factor?.Text,
                    Tally = reference.Tally,
                    Bloc = scope,
                    Measure = reference.Measure,
                    Whole = reference.Factor is null ? null : whole,
                };
            case ExtremeOperand extreme:
                List<Term> parts = [.. extreme.Parts.Select(part => Evaluate(part, bloc))];
                return new Term
                {
                    Value = parts.Any(part => part.Value is null) ? null
                        : parts.Select(part => part.Value!.Value).Aggregate(extreme.Largest ? Rational.Max : Rational.Min),
                    Largest = extreme.Largest,
                    Parts = parts,
                };
            default:
                throw new InvalidOperationException($"Unknown operand {operand.GetType().Name}.");
        }
    }

    private Rational? Weight(string bloc, string column)
    {
        var weight = table.BlocWeight(bloc, column);
        if (weight is null)
            MissingTally ??= column;
        return weight;
    }

    private bool? CanChange(Condition condition, string? bloc) => open is null ? null : open.Judge(condition, bloc) == Certainty.Open;
}

/// <summary>Steps of a measure.</summary>
internal static class LatticeStep
{
    /// <summary>The first whole multiple of the step that is at least (strict: more than) the distance; zero when that is not positive.</summary>
    public static Rational First(Rational distance, Rational step, bool strict)
    {
        if (distance.Sign < 0 || (distance.IsZero && !strict))
            return Rational.Zero;
        var steps = distance / step;
        var whole = steps.Floor();
        return step * (steps == whole && !strict ? whole : whole + 1);
    }
}
