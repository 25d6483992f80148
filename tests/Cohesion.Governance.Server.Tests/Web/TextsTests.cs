using System.Reflection;
using System.Text.RegularExpressions;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Tests.Architecture;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

/// <summary>Everything people read is there in both languages, and none of it stands in markup.</summary>
public sealed partial class TextsTests
{
    [Fact]
    public void Every_text_of_the_pages_is_written_in_both_languages_with_the_same_blanks()
    {
        var texts = typeof(Program).Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("Cohesion.Governance.Server.Web", StringComparison.Ordinal) == true)
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(LocalText) && !f.Name.StartsWith("Other", StringComparison.Ordinal))
            .Select(f => (Name: $"{f.DeclaringType!.Name}.{f.Name}", Text: (LocalText)f.GetValue(null)!))
            .ToList();

        Assert.True(texts.Count > 200, "The texts were not found.");
        Assert.All(texts, t =>
        {
            Assert.True(t.Text.En.Length > 0 && !Chinese().IsMatch(t.Text.En), $"{t.Name} in English: {t.Text.En}");
            Assert.True(Chinese().IsMatch(t.Text.Zh) || !English().IsMatch(Blanks().Replace(t.Text.Zh, string.Empty)), $"{t.Name} in Chinese: {t.Text.Zh}");
            Assert.Equal(BlanksOf(t.Text.En), BlanksOf(t.Text.Zh));
        });
    }

    [Fact]
    public void No_page_has_words_in_its_markup()
    {
        var source = Path.Combine(Repository.Root, "src", "Cohesion.Governance.Server", "Web");
        foreach (var file in Directory.EnumerateFiles(source, "*.razor", SearchOption.AllDirectories))
        {
            var text = Comments().Replace(File.ReadAllText(file), string.Empty);
            var code = text.IndexOf("@code {", StringComparison.Ordinal);
            var markup = code < 0 ? text : text[..code];

            Assert.False(Chinese().IsMatch(markup.Replace("\"、\"", string.Empty, StringComparison.Ordinal).Replace("\"，\"", string.Empty, StringComparison.Ordinal).Replace("\"：\"", string.Empty, StringComparison.Ordinal)), $"{file} has Chinese in its markup.");
            Assert.All(WordsInMarkup().Matches(markup), m => Assert.Fail($"{file} has words in its markup: {m.Value}"));
        }
    }

    private static IEnumerable<string> BlanksOf(string text) => Blanks().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex Chinese();

    // Names of algorithms are the same in every language.
    [GeneratedRegex(@"\b(?!SHA\b)[A-Za-z]{2,}", RegexOptions.None, 1000)]
    private static partial Regex English();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline, 1000)]
    private static partial Regex Comments();

    // Text between tags that begins with two small words, which no expression or keyword of Razor does.
    [GeneratedRegex(@"</?[a-z][^<>@]*>\s*[A-Za-z]{2,} [a-z]{2,}[^@<(]*</", RegexOptions.None, 1000)]
    private static partial Regex WordsInMarkup();
}
