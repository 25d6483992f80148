using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cohesion.Governance.Domain.Rules;

/// <content>Reading and writing: whole numbers, decimals such as 89.97 and fractions such as 2/3, all exact.</content>
public readonly partial struct Rational
{
    // A number in a file is somebody's weight, not an attack on memory: 1e999999999 is refused.
    private const int LongestNumber = 200;

    /// <summary>Reads <c>12</c>, <c>-0.5</c>, <c>1.5e3</c> or <c>2/3</c> exactly; false when it is none of them.</summary>
    public static bool TryParse(string? text, out Rational value)
    {
        value = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestNumber)
            return false;

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return TryParseDecimal(text.AsSpan().Trim(), out value);

        if (!TryParseInteger(text.AsSpan(0, slash).Trim(), out var numerator)
            || !TryParseInteger(text.AsSpan(slash + 1).Trim(), out var denominator) || denominator.IsZero)
            return false;
        value = Of(numerator, denominator);
        return true;
    }

    /// <inheritdoc cref="TryParse"/>
    /// <exception cref="FormatException">The text is not a number.</exception>
    public static Rational Parse(string text)
        => TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is not a whole number, a decimal or a fraction.");

    /// <summary>The one canonical text: <c>12</c>, a terminating decimal such as <c>89.97</c>, else <c>2/3</c>.</summary>
    public override string ToString()
    {
        if (IsInteger)
            return Numerator.ToString(CultureInfo.InvariantCulture);
        return DecimalPlaces is { } places and <= 18
            ? ToDecimal(places, group: false)
            : $"{Numerator.ToString(CultureInfo.InvariantCulture)}/{Denominator.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>How many decimals write the value exactly; null when none do (1/3).</summary>
    public int? DecimalPlaces
    {
        get
        {
            int twos = 0, fives = 0;
            var rest = Denominator;
            for (; rest.IsEven; rest /= 2)
                twos++;
            for (; (rest % 5).IsZero; rest /= 5)
                fives++;
            return rest.IsOne ? Math.Max(twos, fives) : null;
        }
    }

    /// <summary>
    /// The value with that many decimals, cut towards zero and never rounded up: a tally must not look as if it had
    /// reached a threshold it has not. <paramref name="group"/> sets a comma between thousands.
    /// </summary>
    public string ToDecimal(int places, bool group = true)
    {
        var scaled = BigInteger.Abs(Numerator) * BigInteger.Pow(10, places) / Denominator;
        var whole = BigInteger.DivRem(scaled, BigInteger.Pow(10, places), out var fraction);
        var text = whole.ToString(group ? "N0" : "D", CultureInfo.InvariantCulture);
        if (places > 0)
            text += "." + fraction.ToString(CultureInfo.InvariantCulture).PadLeft(places, '0');
        return Sign < 0 && !scaled.IsZero ? "-" + text : text;
    }

    private static bool TryParseDecimal(ReadOnlySpan<char> text, out Rational value)
    {
        value = default;
        var exponent = 0;
        var mark = text.IndexOfAny('e', 'E');
        if (mark >= 0)
        {
            if (!int.TryParse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                || exponent is < -LongestNumber or > LongestNumber)
                return false;
            text = text[..mark];
        }

        var point = text.IndexOf('.');
        var digits = point < 0 ? text.ToString() : string.Concat(text[..point], text[(point + 1)..]);
        if (point >= 0 && (point == text.Length - 1 || point == 0 || !char.IsAsciiDigit(text[point - 1])))
            return false;
        if (!TryParseInteger(digits, out var scaled))
            return false;

        var shift = exponent - (point < 0 ? 0 : text.Length - point - 1);
        value = shift >= 0 ? Of(scaled * BigInteger.Pow(10, shift), BigInteger.One) : Of(scaled, BigInteger.Pow(10, -shift));
        return true;
    }

    private static bool TryParseInteger(ReadOnlySpan<char> text, out BigInteger value)
        => BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}

/// <summary>Writes a rational as its canonical text, so that a stored decision reads the same for ever; reads text or a JSON number, exactly.</summary>
public sealed class RationalJsonConverter : JsonConverter<Rational>
{
    public override Rational Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var element = document.RootElement;
        var text = element.ValueKind == JsonValueKind.String ? element.GetString() : element.GetRawText();
        return Rational.TryParse(text, out var value) ? value : throw new JsonException($"'{text}' is not an exact number.");
    }

    public override void Write(Utf8JsonWriter writer, Rational value, JsonSerializerOptions options)
        => writer.WriteStringValue(value.ToString());
}

/// <summary>
/// A running sum of rationals. A register's column nearly always shares one denominator (areas in hundredths), so the
/// sum is kept as an integer over that denominator and reduced once at the end: a million seats cost a million additions.
/// </summary>
internal struct RationalSum
{
    private Int128 _scaled;
    private long _denominatorLessOne;
    private Rational _rest;

    public void Add(Rational value)
    {
        if (!value.TryGetSmall(out var numerator, out var denominator))
        {
            _rest += value;
            return;
        }

        var common = _denominatorLessOne + 1;
        if (common % denominator != 0)
        {
            var wider = Rational.Of(denominator, common).Numerator * common;
            if (wider > 1_000_000_000_000 || Int128.Abs(_scaled) > Int128.MaxValue >> 44)
            {
                _rest += value;
                return;
            }

            _scaled *= (long)(wider / common);
            common = (long)wider;
            _denominatorLessOne = common - 1;
        }

        var scaled = (Int128)numerator * (common / denominator);
        if (Int128.Abs(_scaled) > Int128.MaxValue >> 2 || Int128.Abs(scaled) > Int128.MaxValue >> 2)
            _rest += value;
        else
            _scaled += scaled;
    }

    public readonly Rational Total
        => (_scaled == 0 ? default : Rational.Of((BigInteger)_scaled, _denominatorLessOne + 1)) + _rest;
}
