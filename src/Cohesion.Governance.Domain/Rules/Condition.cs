namespace Cohesion.Governance.Domain.Rules;

/// <summary>A condition of a rule; immutable. <see cref="object.ToString"/> gives it back in the rule language.</summary>
public abstract record Condition
{
    /// <summary>The measures the condition reads, in order of appearance.</summary>
    public IEnumerable<string> Measures => References.Select(reference => reference.Measure).Distinct(StringComparer.Ordinal);

    /// <summary>Every tally the condition reads.</summary>
    public abstract IEnumerable<TallyReference> References { get; }
}

/// <summary>The four comparisons. Inclusive or strict is the statute's word and never guessed.</summary>
public enum ComparisonOperator
{
    MoreThan,
    AtLeast,
    LessThan,
    AtMost,
}

/// <summary><c>yes.area &gt; 1/2 * participating.area</c>: the atom of the language.</summary>
public sealed record Comparison(Operand Left, ComparisonOperator Operator, Operand Right) : Condition
{
    public override IEnumerable<TallyReference> References => Left.References.Concat(Right.References);

    /// <summary>Whether both sides read a tally, so that zero against zero compares nothing with nothing.</summary>
    internal bool BothSidesCount => Left.References.Any() && Right.References.Any();

    public override string ToString() => $"{Left} {Operator.Sign()} {Right}";
}

/// <summary>All of the parts hold. A JSON list of conditions means this.</summary>
public sealed record AllOf(IReadOnlyList<Condition> Parts) : Condition
{
    public override IEnumerable<TallyReference> References => Parts.SelectMany(part => part.References);

    public override string ToString() => $"all({string.Join("; ", Parts)})";
}

/// <summary>At least one of the parts holds.</summary>
public sealed record AnyOf(IReadOnlyList<Condition> Parts) : Condition
{
    public override IEnumerable<TallyReference> References => Parts.SelectMany(part => part.References);

    public override string ToString() => $"any({string.Join("; ", Parts)})";
}

/// <summary>
/// The part does not hold. The reader turns a negated comparison into its opposite, so this stands only before
/// <see cref="EachBloc"/>.
/// </summary>
public sealed record Negation(Condition Part) : Condition
{
    public override IEnumerable<TallyReference> References => Part.References;

    public override string ToString() => $"not({Part})";
}

/// <summary>The conditions hold inside every bloc named; inside every bloc of the roll where none is named.</summary>
public sealed record EachBloc(Condition Within, IReadOnlyList<string>? Blocs) : Condition
{
    public override IEnumerable<TallyReference> References => Within.References;

    public override string ToString() => $"eachBloc[{(Blocs is null ? "*" : string.Join(", ", Blocs))}]({Within})";
}

/// <summary>
/// How many blocs, or how much of the blocs' own column, satisfy the conditions: the second majority of a federation.
/// </summary>
/// <param name="Where">What must hold inside a bloc for it to count.</param>
/// <param name="Measure">Null counts blocs; otherwise the column whose weight each bloc brings.</param>
/// <param name="Operator">How the sum is compared.</param>
/// <param name="Value">The threshold: absolute, or a fraction of all blocs when <paramref name="IsFraction"/>.</param>
/// <param name="IsFraction">Whether <paramref name="Value"/> was written p/q.</param>
/// <param name="ValueText">The threshold as written ("4/6"), which a reader recognises and a reduced fraction is not.</param>
public sealed record BlocCount(
    Condition Where, string? Measure, ComparisonOperator Operator, Rational Value, bool IsFraction, string ValueText) : Condition
{
    public override IEnumerable<TallyReference> References => Measure is null
        ? Where.References
        : Where.References.Append(new TallyReference(null, Tally.All, null, Measure));

    public override string ToString() => $"blocs[{Measure ?? "count"}]({Where}) {Operator.Sign()} {ValueText}";
}

/// <summary>One side of a comparison.</summary>
public abstract record Operand
{
    public abstract IEnumerable<TallyReference> References { get; }
}

/// <summary>A whole number.</summary>
public sealed record NumberOperand(Rational Value) : Operand
{
    public override IEnumerable<TallyReference> References => [];

    public override string ToString() => Value.ToString();
}

/// <summary><c>[p/q *] tally[@bloc].measure</c>. <paramref name="Bloc"/> null means the whole council, or the bloc being examined.</summary>
public sealed record TallyReference(Factor? Factor, Tally Tally, string? Bloc, string Measure) : Operand
{
    public override IEnumerable<TallyReference> References => [this];

    public override string ToString()
        => (Factor is null ? "" : $"{Factor} * ") + Tally.Word() + (Bloc is null ? "" : "@" + Bloc) + "." + Measure;
}

/// <summary>The smaller or the larger of several operands: <c>max(1/5 * all.heads, 2)</c>.</summary>
public sealed record ExtremeOperand(bool Largest, IReadOnlyList<Operand> Parts) : Operand
{
    public override IEnumerable<TallyReference> References => Parts.SelectMany(part => part.References);

    public override string ToString() => $"{(Largest ? "max" : "min")}({string.Join(", ", Parts)})";
}

/// <summary>A fraction as the statute writes it; 4/6 stays 4/6 to read and is 2/3 to compute with.</summary>
public sealed record Factor(string Text, Rational Value)
{
    public override string ToString() => Text;
}

/// <summary>What can be said about an operator without evaluating anything.</summary>
public static class ComparisonOperators
{
    public static string Sign(this ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.MoreThan => ">",
        ComparisonOperator.AtLeast => ">=",
        ComparisonOperator.LessThan => "<",
        _ => "<=",
    };

    public static bool IsStrict(this ComparisonOperator comparison)
        => comparison is ComparisonOperator.MoreThan or ComparisonOperator.LessThan;

    /// <summary>Whether the operator holds when the left side is <paramref name="leftMinusRight"/> above the right.</summary>
    public static bool Holds(this ComparisonOperator comparison, int leftMinusRight) => comparison switch
    {
        ComparisonOperator.MoreThan => leftMinusRight > 0,
        ComparisonOperator.AtLeast => leftMinusRight >= 0,
        ComparisonOperator.LessThan => leftMinusRight < 0,
        _ => leftMinusRight <= 0,
    };

    /// <summary>The operator that holds exactly when this one does not.</summary>
    public static ComparisonOperator Opposite(this ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.MoreThan => ComparisonOperator.AtMost,
        ComparisonOperator.AtLeast => ComparisonOperator.LessThan,
        ComparisonOperator.LessThan => ComparisonOperator.AtLeast,
        _ => ComparisonOperator.MoreThan,
    };

    internal static bool TryParse(string sign, out ComparisonOperator comparison)
    {
        (comparison, var known) = sign switch
        {
            ">" => (ComparisonOperator.MoreThan, true),
            ">=" => (ComparisonOperator.AtLeast, true),
            "<" => (ComparisonOperator.LessThan, true),
            "<=" => (ComparisonOperator.AtMost, true),
            _ => (default, false),
        };
        return known;
    }
}
