using System.Globalization;
using System.Text.RegularExpressions;

namespace Cohesion.Governance.Domain;

/// <summary>A sentence or name in both languages of the product. Having both is what the compiler checks, so nothing is left untranslated.</summary>
/// <param name="En">Plain English.</param>
/// <param name="Zh">Simplified Chinese (zh-Hans), as a street office would say it.</param>
public sealed partial record LocalText(string En, string Zh)
{
    /// <summary>The text for a reader. Falls back to the other language when one was left empty (names typed by people often are).</summary>
    public string In(Language language) => language switch
    {
        Language.Chinese => Zh.Length > 0 ? Zh : En,
        _ => En.Length > 0 ? En : Zh,
    };

    /// <summary>Fills <c>{0}</c>, <c>{1}</c> … in both languages with the same values; a <see cref="LocalText"/> value is filled per language.
    /// <c>{0|seat|seats}</c> is the first word where the value is 1, else the second.</summary>
    public LocalText With(params object[] values) => new(
        string.Format(CultureInfo.InvariantCulture, Numbered(En, values), Pick(values, Language.English)),
        string.Format(CultureInfo.InvariantCulture, Zh, Pick(values, Language.Chinese)));

    private static string Numbered(string text, object[] values) => !text.Contains('|', StringComparison.Ordinal) ? text : WordByNumber().Replace(
        text,
        word => string.Create(CultureInfo.InvariantCulture, $"{values[int.Parse(word.Groups["at"].ValueSpan, CultureInfo.InvariantCulture)]}") == "1" ? word.Groups["one"].Value : word.Groups["more"].Value);

    private static object[] Pick(object[] values, Language language) =>
        [.. values.Select(value => value is LocalText text ? text.In(language) : value)];

    /// <summary>The same words in both languages: numbers, codes, names of people.</summary>
    public static LocalText Same(string text) => new(text, text);

    [GeneratedRegex(@"\{(?<at>[0-9])\|(?<one>[^|}]*)\|(?<more>[^|}]*)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordByNumber();
}

/// <summary>The two languages everything is said in.</summary>
public enum Language
{
    /// <summary>English (en).</summary>
    English,

    /// <summary>简体中文 (zh-Hans).</summary>
    Chinese,
}
