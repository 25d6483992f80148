using System.Globalization;
using System.Numerics;

namespace Cohesion.Governance.Domain.Rules;

/// <summary>Why a text is not a condition, in both languages.</summary>
public sealed record ConditionFault(string English, string Chinese);

/// <summary>
/// Reads the atom of the language: <c>tally[@bloc].measure OP [p/q *] tally[@bloc].measure | integer | min(a, b) | max(a, b)</c>.
/// White space is free; either side may be any of the forms, as long as one of them reads a tally.
/// </summary>
public static class ConditionParser
{
    private const int LongestText = 1000;
    private const int DeepestNesting = 8;

    /// <summary>The comparison, or what is wrong with the text.</summary>
    public static (Comparison? Comparison, ConditionFault? Fault) Parse(string text)
    {
        try
        {
            if (text.Length > LongestText)
                throw Fault($"longer than {LongestText} characters", $"超过 {LongestText} 个字符");
            var place = 0;
            var left = ReadOperand(text, ref place, 0);
            var comparison = ReadOperator(text, ref place);
            var right = ReadOperand(text, ref place, 0);
            SkipSpace(text, ref place);
            if (place < text.Length)
                throw Fault($"'{text[place..]}' is left over after the comparison; a condition has one operator", $"比较之后多出“{text[place..]}”；一个条件只能有一个比较符");
            var result = new Comparison(left, comparison, right);
            return result.References.Any()
                ? (result, null)
                : throw Fault("it compares two numbers and reads no tally", "只比较了两个数字，没有引用任何计票结果");
        }
        catch (ConditionTextException fault)
        {
            return (null, fault.Fault);
        }
    }

    private static Operand ReadOperand(string text, ref int place, int depth)
    {
        if (depth > DeepestNesting)
            throw Fault("min and max are nested too deeply", "min、max 嵌套过深");
        SkipSpace(text, ref place);
        if (place >= text.Length)
            throw Fault("it ends where a tally or a number is expected", "在应为计票项或数字之处结束");
        if (char.IsAsciiDigit(text[place]))
            return ReadNumberOrFraction(text, ref place);

        var word = ReadName(text, ref place);
        if (word.Length == 0)
            throw Fault($"'{text[place]}' stands where a tally or a whole number is expected", $"“{text[place]}”处应为计票项或整数");
        if (word is "min" or "max" && Next(text, ref place, '('))
            return ReadExtreme(text, ref place, word == "max", depth);
        return ReadReference(text, ref place, word, null);
    }

    private static Operand ReadNumberOrFraction(string text, ref int place)
    {
        var written = ReadDigits(text, ref place);
        var value = (Rational)BigInteger.Parse(written, CultureInfo.InvariantCulture);
        var isFraction = Next(text, ref place, '/');
        if (isFraction)
        {
            SkipSpace(text, ref place);
            var denominator = ReadDigits(text, ref place);
            var number = BigInteger.Parse(denominator, CultureInfo.InvariantCulture);
            if (number.IsZero)
                throw Fault($"the fraction {written}/{denominator} divides by zero", $"分数 {written}/{denominator} 的分母为零");
            value = Rational.Of(value.Numerator, number);
            written += "/" + denominator;
        }

        if (place < text.Length && text[place] == '.')
            throw Fault($"'{written}{text[place..]}' is a decimal; write a fraction p/q", $"“{written}{text[place..]}”是小数；请写成分数 p/q");
        if (Next(text, ref place, '*'))
        {
            SkipSpace(text, ref place);
            return ReadReference(text, ref place, ReadName(text, ref place), new Factor(written, value));
        }

        return isFraction
            ? throw Fault($"the fraction {written} needs a tally to be a fraction of: {written} * all.heads", $"分数 {written} 须注明是谁的几分之几，例如 {written} * all.heads")
            : new NumberOperand(value);
    }

    private static TallyReference ReadReference(string text, ref int place, string word, Factor? factor)
    {
        if (!RuleWords.TryTally(word, out var tally))
            throw Fault($"'{word}' is not a tally; known are {RuleWords.AllWords<Tally>()}", $"“{word}”不是计票项；可用：{RuleWords.AllWords<Tally>()}");

        string? bloc = null;
        if (Next(text, ref place, '@'))
        {
            SkipSpace(text, ref place);
            bloc = ReadName(text, ref place);
            if (bloc.Length == 0)
                throw Fault($"'{word}@' names no bloc", $"“{word}@”之后没有界别名称");
        }

        if (!Next(text, ref place, '.'))
            throw Fault($"'{word}' has no measure; write {word}.heads", $"“{word}”没有写明口径；请写成 {word}.heads");
        SkipSpace(text, ref place);
        var measure = ReadName(text, ref place);
        return measure.Length == 0
            ? throw Fault($"'{word}.' names no measure", $"“{word}.”之后没有口径名称")
            : new TallyReference(factor, tally, bloc, measure);
    }

    private static ExtremeOperand ReadExtreme(string text, ref int place, bool largest, int depth)
    {
        var parts = new List<Operand>();
        do
            parts.Add(ReadOperand(text, ref place, depth + 1));
        while (Next(text, ref place, ','));

        var name = largest ? "max" : "min";
        if (!Next(text, ref place, ')'))
            throw Fault($"{name}( is not closed", $"{name}( 没有右括号");
        return parts.Count > 1
            ? new ExtremeOperand(largest, parts)
            : throw Fault($"{name} compares at least two values", $"{name} 至少要比较两个值");
    }

    private static ComparisonOperator ReadOperator(string text, ref int place)
    {
        SkipSpace(text, ref place);
        var start = place;
        while (place < text.Length && "<>=!".Contains(text[place], StringComparison.Ordinal))
            place++;
        var sign = text[start..place];
        if (ComparisonOperators.TryParse(sign, out var comparison))
            return comparison;
        var found = sign.Length > 0 ? sign : start < text.Length ? text[start..] : "";
        throw Fault($"'{found}' stands where >, >=, < or <= is expected", $"“{found}”处应为 >、>=、< 或 <=");
    }

    private static string ReadDigits(string text, ref int place)
    {
        var start = place;
        while (place < text.Length && char.IsAsciiDigit(text[place]))
            place++;
        return start == place ? throw Fault("a fraction lacks its denominator", "分数缺少分母") : text[start..place];
    }

    private static string ReadName(string text, ref int place)
    {
        var start = place;
        while (place < text.Length && IsNameCharacter(text[place]))
            place++;
        return text[start..place];
    }

    /// <summary>Names are letters and digits of any script, with _ and - between them: 面积, ward-3, co_owners.</summary>
    internal static bool IsName(string text) => text.Length > 0 && text.All(IsNameCharacter);

    private static bool IsNameCharacter(char character) => char.IsLetterOrDigit(character) || character is '_' or '-';

    private static bool Next(string text, ref int place, char expected)
    {
        var ahead = place;
        SkipSpace(text, ref ahead);
        if (ahead >= text.Length || text[ahead] != expected)
            return false;
        place = ahead + 1;
        return true;
    }

    private static void SkipSpace(string text, ref int place)
    {
        while (place < text.Length && char.IsWhiteSpace(text[place]))
            place++;
    }

    private static ConditionTextException Fault(string english, string chinese) => new(new ConditionFault(english, chinese));

    private sealed class ConditionTextException(ConditionFault fault) : Exception(fault.English)
    {
        public ConditionFault Fault { get; } = fault;
    }
}
