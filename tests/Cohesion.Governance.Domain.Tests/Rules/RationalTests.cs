using System.Numerics;
using System.Text.Json;
using Cohesion.Governance.Domain.Rules;
using CsCheck;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Rules;

public sealed class RationalTests
{
    // Small, at the edge of the fast path, and beyond it.
    private static readonly Gen<BigInteger> s_part = Gen.OneOf(
        Gen.Long[-1000, 1000].Select(value => (BigInteger)value),
        Gen.Long.Select(value => (BigInteger)value),
        Gen.Select(Gen.Long, Gen.Long, (high, low) => (BigInteger)high * ulong.MaxValue + low));

    private static readonly Gen<Rational> s_rational = Gen.Select(s_part, s_part.Where(part => !part.IsZero), Rational.Of);

    [Fact]
    public void Addition_and_multiplication_are_a_field()
        => Gen.Select(s_rational, s_rational, s_rational).Sample((a, b, c) =>
            a + b == b + a && a * b == b * a && a + b + c == a + (b + c) && a * b * c == a * (b * c)
            && a * (b + c) == a * b + a * c && a - a == Rational.Zero && (a.IsZero || a / a == Rational.One) && a - b == -(b - a));

    [Fact]
    public void Arithmetic_agrees_with_plain_big_integers()
        => Gen.Select(s_part, s_part.Where(part => !part.IsZero), s_part, s_part.Where(part => !part.IsZero)).Sample((a, b, c, d) =>
        {
            Rational left = Rational.Of(a, b), right = Rational.Of(c, d), sum = left + right, product = left * right;
            var order = BigInteger.Compare(a * d * b.Sign * d.Sign, c * b * b.Sign * d.Sign);
            return sum.Numerator * b * d == (a * d + c * b) * sum.Denominator
                && product.Numerator * b * d == a * c * product.Denominator
                && left.CompareTo(right) == order
                && (left == right) == (order == 0) && (order != 0 || left.GetHashCode() == right.GetHashCode());
        });

    [Fact]
    public void Values_are_in_lowest_terms_with_a_positive_denominator()
        => s_rational.Sample(a => a.Denominator.Sign > 0 && BigInteger.GreatestCommonDivisor(a.Numerator, a.Denominator).IsOne);

    [Fact]
    public void Text_and_json_give_the_same_value_back()
        => s_rational.Sample(a => Rational.Parse(a.ToString()) == a && JsonSerializer.Deserialize<Rational>(JsonSerializer.Serialize(a)) == a);

    [Fact]
    public void A_running_sum_is_the_sum()
        => s_rational.List[0, 20].Sample(values =>
        {
            var sum = default(RationalSum);
            foreach (var value in values)
                sum.Add(value);
            return sum.Total == values.Aggregate(Rational.Zero, (total, value) => total + value);
        });

    [Fact]
    public void The_common_step_divides_both_and_nothing_larger_does()
        => Gen.Select(Gen.Long[1, 500], Gen.Long[1, 50], Gen.Long[1, 500], Gen.Long[1, 50]).Sample((a, b, c, d) =>
        {
            Rational left = new(a, b), right = new(c, d), step = Rational.CommonStep(left, right);
            var (first, second) = (left / step, right / step);
            return first.IsInteger && second.IsInteger && BigInteger.GreatestCommonDivisor(first.Numerator, second.Numerator).IsOne;
        });

    [Theory]
    [InlineData("89.97", 8997, 100)]
    [InlineData("600.0", 600, 1)]
    [InlineData("-0.5", -1, 2)]
    [InlineData("4/6", 2, 3)]
    [InlineData(" 2 / 3 ", 2, 3)]
    [InlineData("1.5e3", 1500, 1)]
    [InlineData("25E-2", 1, 4)]
    public void Decimals_and_fractions_are_read_exactly(string text, long numerator, long denominator)
        => Assert.Equal(new Rational(numerator, denominator), Rational.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("1/0")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1.-5")]
    [InlineData("1e999999999")]
    [InlineData("0x10")]
    [InlineData("1,5")]
    [InlineData("NaN")]
    public void What_is_no_number_is_refused(string text) => Assert.False(Rational.TryParse(text, out _));

    [Fact]
    public void A_third_is_cut_and_never_rounded_up_to_a_threshold()
    {
        Assert.Equal("666.66", new Rational(2000, 3).ToDecimal(2));
        Assert.Equal("61,480.00", new Rational(61480).ToDecimal(2));
        Assert.Equal("-0.50", new Rational(-1, 2).ToDecimal(2));
        Assert.Equal("2/3", new Rational(2, 3).ToString());
        Assert.Equal("30740.25", new Rational(122961, 4).ToString());
    }

    [Fact]
    public void Dividing_by_zero_is_refused()
    {
        Assert.Throws<DivideByZeroException>(() => new Rational(1, 0));
        Assert.Throws<DivideByZeroException>(() => Rational.One / Rational.Zero);
    }

    [Fact]
    public void Sixty_flats_of_ninety_are_two_thirds_where_floating_point_says_otherwise()
    {
        double sixty = 0, ninety = 0;
        Rational exactSixty = default, exactNinety = default;
        for (var i = 0; i < 90; i++)
        {
            ninety += 89.97;
            exactNinety += Rational.Parse("89.97");
            if (i < 60)
            {
                sixty += 89.97;
                exactSixty += Rational.Parse("89.97");
            }
        }

        Assert.True(exactSixty == exactNinety * new Rational(2, 3));
        Assert.False(sixty == ninety * 2.0 / 3.0);
    }
}
