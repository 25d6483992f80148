using System.Globalization;

namespace Cohesion.Governance.Domain.Tests.Rules;

/// <summary>
/// A second evaluator, written apart from the first: a condition is generated as JSON text together with a function that
/// judges it by walking the seats. Numbers are whole fractions of longs; nothing of the product is used.
/// </summary>
internal sealed class RandomRule(Random random)
{
    public bool Integers { get; init; } = true;

    public bool Monotone { get; init; }

    /// <summary>Whether both sides of a comparison read the same measure, without which scaling areas changes what is compared with heads.</summary>
    public bool OneMeasure { get; init; }

    private string? _measure;

    public static readonly string[] Blocs = ["x", "y", "z"];

    /// <summary>True, false, or null for zero against zero.</summary>
    public delegate bool? Judge(RandomElection.View view, string? bloc);

    public (string Json, Judge Judge) Condition(int depth, bool insideBloc)
    {
        var kind = random.Next(depth <= 0 ? 1 : Monotone ? 4 : 7);
        switch (kind)
        {
            case 1 or 2:
                var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Condition(depth - 1, insideBloc)).ToList();
                var json = string.Join(",", parts.Select(part => part.Json));
                return kind == 1
                    ? ($$"""{"any":[{{json}}]}""", (view, bloc) => Any(parts.Select(part => part.Judge(view, bloc))))
                    : ($$"""{"all":[{{json}}]}""", (view, bloc) => All(parts.Select(part => part.Judge(view, bloc))));
            case 3 when !insideBloc:
                var inner = Condition(depth - 1, true);
                return random.Next(2) == 0
                    ? ($$"""{"eachBloc":[{{inner.Json}}]}""", (view, _) => view.Blocs.Count == 0 ? null : All(view.Blocs.Select(bloc => inner.Judge(view, bloc))))
                    : ($$"""{"eachBloc":[{{inner.Json}}],"of":["x","z"]}""", (view, _) => All(new[] { "x", "z" }.Select(bloc => inner.Judge(view, bloc))));
            case 4 when !insideBloc:
                return CountOfBlocs(depth);
            case 5:
                var negated = Condition(depth - 1, insideBloc);
                return ($$"""{"not":{{negated.Json}}}""", (view, bloc) => !negated.Judge(view, bloc));
            default:
                return Comparison();
        }
    }

    private (string Json, Judge Judge) CountOfBlocs(int depth)
    {
        var where = Condition(depth - 1, true);
        var (sign, compare) = Operator();
        var (p, q) = (random.Next(0, 4), random.Next(1, 4));
        var fraction = random.Next(2) == 0;
        return ($$"""{"blocs":{"where":[{{where.Json}}]},"op":"{{sign}}","value":{{(fraction ? $"\"{p}/{q}\"" : p.ToString(CultureInfo.InvariantCulture))}}}""", (view, _) =>
        {
            if (view.Blocs.Count == 0)
                return null;
            long holding = view.Blocs.Count(bloc => where.Judge(view, bloc) == true);
            return fraction ? compare(holding * q, (long)p * view.Blocs.Count) : compare(holding, p);
        });
    }

    private (string Json, Judge Judge) Comparison()
    {
        if (Monotone)
            return MonotoneComparison();
        _measure = OneMeasure ? random.Next(2) == 0 ? "heads" : "area" : null;
        var (left, leftValue, leftCounts) = Operand(0);
        var (right, rightValue, rightCounts) = Operand(0);
        if (!leftCounts && !rightCounts)
            return Comparison();
        var (sign, compare) = Operator();
        var space = random.Next(2) == 0 ? " " : "";
        return ($"\"{left}{space}{sign}{space}{right}\"", (view, bloc) =>
        {
            var (a, b) = leftValue(view, bloc);
            var (c, d) = rightValue(view, bloc);
            return a == 0 && c == 0 && leftCounts && rightCounts ? null : compare(a * d, c * b);
        });
    }

    // More yes can only help: yes against part of those who could have said it, or few against.
    private (string Json, Judge Judge) MonotoneComparison()
    {
        var measure = Measure();
        var (p, q) = Fraction();
        var text = random.Next(4) switch
        {
            0 => $"yes.{measure} >= {p}/{q} * all.{measure}",
            1 => $"yes.{measure} > {p}/{q} * participating.{measure}",
            2 => $"yes.{measure} > no.{measure}",
            _ => $"no.{measure} <= {p}/{q} * all.{measure}",
        };
        return ($"\"{text}\"", (_, _) => throw new InvalidOperationException("Only the product judges monotone rules."));
    }

    private (string Text, Func<RandomElection.View, string?, (long, long)> Value, bool Counts) Operand(int depth)
    {
        switch (random.Next(depth == 0 ? 8 : 4))
        {
            case 0 when Integers:
                var number = random.Next(0, 6);
                return (number.ToString(CultureInfo.InvariantCulture), (_, _) => (number, 1), false);
            case 7:
                var (first, firstValue, firstCounts) = Operand(1);
                var (second, secondValue, secondCounts) = Operand(1);
                var largest = random.Next(2) == 0;
                return ($"{(largest ? "max" : "min")}({first}, {second})", (view, bloc) =>
                {
                    var (a, b) = firstValue(view, bloc);
                    var (c, d) = secondValue(view, bloc);
                    return a * d >= c * b == largest ? (a, b) : (c, d);
                }, firstCounts || secondCounts);
            case var kind:
                string[] tallies = ["all", "present", "inPerson", "participating", "cast", "yes", "yes", "yes", "no", "no", "abstain", "silent", "objected"];
                var tally = tallies[random.Next(tallies.Length)];
                var measure = Measure();
                var named = random.Next(5) == 0 ? Blocs[random.Next(3)] : null;
                var reference = $"{tally}{(named is null ? "" : "@" + named)}.{measure}";
                if (kind == 1)
                    return (reference, (view, bloc) => (view.Sum(tally, named ?? bloc, measure), 1), true);
                var (p, q) = Fraction();
                return ($"{p}/{q} * {reference}", (view, bloc) => (p * view.Sum(tally, named ?? bloc, measure), q), true);
        }
    }

    private string Measure() => _measure ?? (random.Next(2) == 0 ? "heads" : "area");

    private (int, int) Fraction()
    {
        var q = random.Next(1, 6);
        return (random.Next(1, q + 1), q);
    }

    private (string Sign, Func<long, long, bool> Compare) Operator() => random.Next(4) switch
    {
        0 => (">", (a, b) => a > b),
        1 => (">=", (a, b) => a >= b),
        2 => ("<", (a, b) => a < b),
        _ => ("<=", (a, b) => a <= b),
    };

    public static bool? All(IEnumerable<bool?> parts) => parts.Aggregate((bool?)true, (all, part) => all & part);

    private static bool? Any(IEnumerable<bool?> parts) => parts.Aggregate((bool?)false, (any, part) => any | part);
}
