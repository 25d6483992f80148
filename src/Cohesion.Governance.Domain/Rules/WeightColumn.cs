using System.Numerics;

namespace Cohesion.Governance.Domain.Rules;

/// <summary>The weights of all seats of a roll by one measure, exact. Immutable.</summary>
internal abstract class WeightColumn
{
    /// <summary>How many seats there are.</summary>
    public abstract int Length { get; }

    /// <summary>The largest weight of which every other is a whole multiple; zero where all weigh nothing.</summary>
    public abstract Rational Step { get; }

    public abstract Rational this[int seat] { get; }

    /// <summary>The sum of each group.</summary>
    /// <param name="groupOf">The group of each seat, from 0.</param>
    /// <param name="groups">How many groups there are.</param>
    public abstract Rational[] Sums(ReadOnlySpan<int> groupOf, int groups);
}

/// <summary>Weights of any kind: fractions, decimals of different lengths.</summary>
internal sealed class FractionColumn(Rational[] weights) : WeightColumn
{
    public override int Length => weights.Length;

    public override Rational Step
    {
        get
        {
            var step = Rational.Zero;
            foreach (var weight in weights)
            {
                if (!weight.IsZero)
                    step = step.IsZero ? weight : Rational.CommonStep(step, weight);
            }

            return step;
        }
    }

    public override Rational this[int seat] => weights[seat];

    public override Rational[] Sums(ReadOnlySpan<int> groupOf, int groups)
    {
        var sums = new RationalSum[groups];
        for (var seat = 0; seat < weights.Length; seat++)
            sums[groupOf[seat]].Add(weights[seat]);
        return Array.ConvertAll(sums, sum => sum.Total);
    }
}

/// <summary>Weights that are whole numbers of one unit, as a register keeps them: 8997 of 1/100 m².</summary>
/// <param name="numbers">The whole numbers.</param>
/// <param name="perWhole">How many units are one of the measure: 100.</param>
internal sealed class UnitColumn(long[] numbers, long perWhole) : WeightColumn
{
    public override int Length => numbers.Length;

    public override Rational Step
    {
        get
        {
            var step = 0UL;
            foreach (var number in numbers)
            {
                // Euclid, of which for all but the first few seats one division is left.
                var (left, right) = (Size(number), step);
                while (right != 0)
                    (left, right) = (right, left % right);
                step = left;
            }

            return Rational.Of(step, perWhole);
        }
    }

    public override Rational this[int seat] => Rational.Of(numbers[seat], perWhole);

    public override Rational[] Sums(ReadOnlySpan<int> groupOf, int groups)
    {
        // 128 bits hold the sum of as many 64-bit numbers as a roll can have seats.
        var sums = new Int128[groups];
        for (var seat = 0; seat < numbers.Length; seat++)
            sums[groupOf[seat]] += numbers[seat];
        return Array.ConvertAll(sums, sum => Rational.Of((BigInteger)sum, perWhole));
    }

    private static ulong Size(long number) => number < 0 ? unchecked((ulong)-number) : (ulong)number;
}
