namespace Cohesion.Governance.Domain.Rules;

/// <summary>One tally in a linear form, with how often it counts.</summary>
internal readonly record struct LinearTerm(Rational Coefficient, Tally Tally, int Scope, int Measure);

/// <summary>
/// Left minus right of a comparison without min and max: what it is now, and how it moves when ballots come in. The
/// electorate itself does not move.
/// </summary>
internal sealed class LinearForm
{
    private LinearForm(Comparison comparison, bool bothSidesCount, Rational left, Rational right, IReadOnlyList<LinearTerm> terms)
        => (Comparison, BothSidesCount, Left, Right, Terms) = (comparison, bothSidesCount, left, right, terms);

    public Comparison Comparison { get; }

    public ComparisonOperator Operator => Comparison.Operator;

    public Rational Left { get; }

    public Rational Right { get; }

    /// <summary>The tallies that ballots can move.</summary>
    public IReadOnlyList<LinearTerm> Terms { get; }

    /// <summary>Whether zero compared with zero is void: both sides of the whole comparison read a tally.</summary>
    public bool BothSidesCount { get; }

    /// <summary>The form of a part of a comparison; null where it reads a measure nobody has.</summary>
    /// <param name="comparison">A comparison without min and max.</param>
    /// <param name="whole">The comparison it was split from, or itself.</param>
    /// <param name="bloc">The bloc it is examined in.</param>
    /// <param name="table">The numbers now.</param>
    public static LinearForm? Of(Comparison comparison, Comparison whole, string? bloc, TallyTable table)
    {
        var terms = new List<LinearTerm>();
        return Side(comparison.Left, Rational.One, bloc, table, terms) is { } left
            && Side(comparison.Right, -Rational.One, bloc, table, terms) is { } right
            ? new LinearForm(comparison, whole.BothSidesCount, left, right, terms) : null;
    }

    /// <summary>Whether the part holds with these numbers.</summary>
    public bool Holds(Rational left, Rational right)
        => !(BothSidesCount && left.IsZero && right.IsZero) && Operator.Holds(left.CompareTo(right));

    /// <summary>
    /// Rewrites a comparison with min and max into comparisons without: more than the larger of two is more than both.
    /// </summary>
    public static Condition WithoutExtremes(Comparison comparison)
    {
        var wantsMore = comparison.Operator is ComparisonOperator.MoreThan or ComparisonOperator.AtLeast;
        if (comparison.Left is ExtremeOperand left)
            return Split(left.Parts.Select(part => comparison with { Left = part }), all: left.Largest != wantsMore);
        return comparison.Right is ExtremeOperand right
            ? Split(right.Parts.Select(part => comparison with { Right = part }), all: right.Largest == wantsMore)
            : comparison;
    }

    private static Condition Split(IEnumerable<Comparison> comparisons, bool all)
    {
        List<Condition> parts = [.. comparisons.Select(WithoutExtremes)];
        return all ? new AllOf(parts) : new AnyOf(parts);
    }

    private static Rational? Side(Operand operand, Rational sign, string? bloc, TallyTable table, List<LinearTerm> terms)
    {
        if (operand is NumberOperand number)
            return number.Value;
        var reference = (TallyReference)operand;
        var factor = reference.Factor?.Value ?? Rational.One;
        var scope = table.ScopeOf(reference.Bloc ?? bloc);
        if (table.Find(reference.Tally, reference.Bloc ?? bloc, reference.Measure) is not { } sum)
            return null;
        if (reference.Tally is not (Tally.All or Tally.Objected) && scope >= 0)
            terms.Add(new LinearTerm(sign * factor, reference.Tally, scope, table.MeasureOf(reference.Measure)));
        return factor * sum;
    }
}
