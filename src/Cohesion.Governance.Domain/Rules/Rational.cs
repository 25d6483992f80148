using System.Numerics;
using System.Text.Json.Serialization;

namespace Cohesion.Governance.Domain.Rules;

/// <summary>
/// An exact fraction in lowest terms with a positive denominator. Immutable. Weights, thresholds and tallies are
/// rationals because an outcome may hang on equality: sixty of ninety flats of 89.97 m² are exactly two thirds,
/// which binary floating point does not see.
/// </summary>
/// <remarks>
/// Values whose numerator and denominator fit in 62 bits live in two integers; anything larger moves to
/// <see cref="BigInteger"/> and comes back as soon as it fits again, so equal values have one representation.
/// </remarks>
[JsonConverter(typeof(RationalJsonConverter))]
public readonly partial struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private const long Limit = (1L << 62) - 1;

    private readonly long _numerator;

    // Held as denominator − 1, so that default(Rational) is zero and not a division by zero.
    private readonly long _denominatorLessOne;
    private readonly Large? _large;

    /// <summary>A whole number.</summary>
    public Rational(long value)
        : this(value, 1) { }

    /// <summary>The fraction <paramref name="numerator"/>/<paramref name="denominator"/>, reduced.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Rational(long numerator, long denominator)
        => this = denominator == 0 ? throw new DivideByZeroException() : Reduce((Int128)numerator, denominator);

    private Rational(long numerator, long denominatorLessOne, Large? large)
    {
        _numerator = numerator;
        _denominatorLessOne = denominatorLessOne;
        _large = large;
    }

    /// <summary>Zero; also <c>default(Rational)</c>.</summary>
    public static Rational Zero => default;

    /// <summary>One.</summary>
    public static Rational One => new(1, 0, null);

    /// <summary>The numerator in lowest terms; it carries the sign.</summary>
    public BigInteger Numerator => _large?.Numerator ?? _numerator;

    /// <summary>The denominator in lowest terms, at least one.</summary>
    public BigInteger Denominator => _large?.Denominator ?? _denominatorLessOne + 1;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => _large?.Numerator.Sign ?? Math.Sign(_numerator);

    public bool IsZero => _large is null && _numerator == 0;

    public bool IsInteger => _large?.Denominator.IsOne ?? _denominatorLessOne == 0;

    public static implicit operator Rational(long value) => new(value);

    public static implicit operator Rational(BigInteger value) => Of(value, BigInteger.One);

    /// <summary>The fraction of two integers of any size, reduced.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public static Rational Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        if (denominator.Sign < 0)
            (numerator, denominator) = (-numerator, -denominator);
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (!divisor.IsOne)
            (numerator, denominator) = (numerator / divisor, denominator / divisor);
        return BigInteger.Abs(numerator) <= Limit && denominator <= Limit
            ? new((long)numerator, (long)denominator - 1, null)
            : new(0, 0, new Large(numerator, denominator));
    }

    public static Rational operator +(Rational left, Rational right)
    {
        if (left._large is not null || right._large is not null)
            return Of(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

        if (left._denominatorLessOne == right._denominatorLessOne)
            return ReduceSmall(left._numerator + right._numerator, left._denominatorLessOne + 1);

        long leftDenominator = left._denominatorLessOne + 1, rightDenominator = right._denominatorLessOne + 1;
        return Reduce(
            (Int128)left._numerator * rightDenominator + (Int128)right._numerator * leftDenominator,
            (Int128)leftDenominator * rightDenominator);
    }

    public static Rational operator -(Rational left, Rational right) => left + -right;

    public static Rational operator -(Rational value) => value._large is { } large
        ? Of(-large.Numerator, large.Denominator)
        : new(-value._numerator, value._denominatorLessOne, null);

    public static Rational operator *(Rational left, Rational right)
    {
        if (left._large is not null || right._large is not null)
            return Of(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

        // Reducing crosswise first keeps the product in lowest terms without a 128-bit division.
        long leftDenominator = left._denominatorLessOne + 1, rightDenominator = right._denominatorLessOne + 1;
        var first = Gcd(Math.Abs(left._numerator), rightDenominator);
        var second = Gcd(Math.Abs(right._numerator), leftDenominator);
        return Fit(
            (Int128)(left._numerator / first) * (right._numerator / second),
            (Int128)(leftDenominator / second) * (rightDenominator / first));
    }

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Rational operator /(Rational left, Rational right)
        => left * (right.IsZero ? throw new DivideByZeroException() : Of(right.Denominator, right.Numerator));

    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    public static Rational Min(Rational left, Rational right) => left <= right ? left : right;

    public static Rational Max(Rational left, Rational right) => left >= right ? left : right;

    /// <summary>The largest rational of which both are whole multiples; the greatest common step of two weights.</summary>
    public static Rational CommonStep(Rational left, Rational right)
    {
        if (left._large is null && right._large is null && left._denominatorLessOne == right._denominatorLessOne)
            return ReduceSmall(Gcd(Math.Abs(left._numerator), Math.Abs(right._numerator)), left._denominatorLessOne + 1);
        return Of(
            BigInteger.GreatestCommonDivisor(left.Numerator * right.Denominator, right.Numerator * left.Denominator),
            left.Denominator * right.Denominator);
    }

    /// <summary>The largest whole number that is not above the value.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    public int CompareTo(Rational other)
    {
        if (_large is not null || other._large is not null)
            return (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
        return _denominatorLessOne == other._denominatorLessOne
            ? _numerator.CompareTo(other._numerator)
            : ((Int128)_numerator * (other._denominatorLessOne + 1)).CompareTo((Int128)other._numerator * (_denominatorLessOne + 1));
    }

    public bool Equals(Rational other) => _numerator == other._numerator
        && _denominatorLessOne == other._denominatorLessOne && Equals(_large, other._large);

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_numerator, _denominatorLessOne, _large);

    /// <summary>The two parts when they fit in 62 bits; the fast path of <see cref="RationalSum"/>.</summary>
    internal bool TryGetSmall(out long numerator, out long denominator)
    {
        (numerator, denominator) = (_numerator, _denominatorLessOne + 1);
        return _large is null;
    }

    private static Rational ReduceSmall(long numerator, long denominator)
    {
        if (denominator != 1)
        {
            var divisor = Gcd(Math.Abs(numerator), denominator);
            numerator /= divisor;
            denominator /= divisor;
        }

        return Math.Abs(numerator) <= Limit ? new(numerator, denominator - 1, null) : Of(numerator, denominator);
    }

    private static Rational Reduce(Int128 numerator, Int128 denominator)
    {
        if (denominator < 0)
            (numerator, denominator) = (-numerator, -denominator);
        UInt128 left = (UInt128)Int128.Abs(numerator), right = (UInt128)denominator;
        while (right != 0)
            (left, right) = (right, left % right);
        return left == 0 ? default : Fit(numerator / (Int128)left, denominator / (Int128)left);
    }

    private static Rational Fit(Int128 numerator, Int128 denominator)
        => Int128.Abs(numerator) <= Limit && denominator <= Limit
            ? new((long)numerator, (long)denominator - 1, null)
            : Of((BigInteger)numerator, (BigInteger)denominator);

    private static long Gcd(long left, long right)
    {
        while (right != 0)
            (left, right) = (right, left % right);
        return left == 0 ? 1 : left;
    }

    private sealed record Large(BigInteger Numerator, BigInteger Denominator);
}
