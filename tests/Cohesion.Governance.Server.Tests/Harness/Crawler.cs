using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Tests.Harness;

/// <summary>Follows every link of every page it comes to, once, and notes what a person would stumble over.</summary>
/// <param name="asTyped">What the register has in one language only, such as the labels of seats.</param>
internal sealed partial class Crawler(Visitor visitor, Language language, IReadOnlyCollection<string> asTyped)
{
    /// <summary>More pages than any story has for one person: a crawl that comes so far goes in circles.</summary>
    private const int Most = 600;

    private readonly string usual = language == Language.Chinese ? "zh-Hans" : "en";
    private readonly Queue<(string Path, string From, string? In)> ahead = new([("/", "the beginning", null)]);
    private readonly HashSet<string> known = ["/"];

    /// <summary>How many pages it has read.</summary>
    public int Read { get; private set; }

    /// <summary>What is wrong, with the page.</summary>
    public List<string> Findings { get; } = [];

    public async Task Run()
    {
        while (ahead.TryDequeue(out var next))
        {
            if (++Read > Most)
            {
                Findings.Add($"More than {Most} pages; the last is {next.Path} from {next.From}");
                return;
            }

            var answer = await visitor.Get(next.Path);
            if (answer.Status is HttpStatusCode.Redirect or HttpStatusCode.SeeOther && answer.Location is { } location)
            {
                Follow(location, next.Path, next.In);
            }
            else if (answer.Status != HttpStatusCode.OK)
            {
                Findings.Add($"{next.Path} from {next.From}: {(int)answer.Status} {answer.Words}");
            }
            else if (answer.Text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            {
                Look(answer, next.Path, next.In ?? usual);
            }
        }
    }

    /// <param name="tag">The language it is to be in: the reader's, or that of a link which says that it leads to another (hreflang).</param>
    private void Look(Answer answer, string path, string tag)
    {
        foreach (var link in answer.Document.Links)
        {
            Follow(link.GetAttribute("href")!, path, link.GetAttribute("hreflang"));
        }

        Expect(answer.Document.DocumentElement.GetAttribute("lang") == tag, path, $"is not in {tag}");
        Expect(!string.IsNullOrWhiteSpace(answer.Document.Title), path, "has no title");
        Expect(answer.Document.QuerySelectorAll("h1").Length == 1, path, "has not one h1");
        foreach (var element in answer.Document.QuerySelectorAll("h1, h2, h3, button, label, summary, th, dt, legend, option").Where(e => Nameless(e)))
        {
            Findings.Add($"{path}: nothing is written on {element.OuterHtml}");
        }

        foreach (var link in answer.Document.Links.Where(Nameless))
        {
            Findings.Add($"{path}: a link has no words, {link.OuterHtml}");
        }

        foreach (var words in Texts(answer.Document.Body!))
        {
            var text = asTyped.OrderByDescending(t => t.Length).Aggregate(words, (left, typed) => left.Replace(typed, "…", StringComparison.Ordinal));
            var wrong = language == Language.Chinese ? EnglishWords() : Chinese();
            // People have written in the language of the story, so only in it can what the server says be told from what they wrote.
            Expect(tag != usual || !wrong.IsMatch(text), path, $"says '{text}' in the other language");
            Expect(!Leftover().IsMatch(text), path, $"says '{text}'");
        }
    }

    private void Follow(string link, string from, string? other)
    {
        var path = link.Split('#')[0];
        if (path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && known.Add(path))
        {
            ahead.Enqueue((path, from, other));
        }
    }

    private void Expect(bool holds, string path, string otherwise)
    {
        if (!holds)
        {
            Findings.Add($"{path}: {otherwise}");
        }
    }

    private static bool Nameless(IElement element) =>
        string.IsNullOrWhiteSpace(element.TextContent) && !element.HasAttribute("aria-label") && element.QuerySelector("[aria-label], title") is null;

    /// <summary>What is read or read out; not what is marked as being in another language, nor codes.</summary>
    private static IEnumerable<string> Texts(INode node)
    {
        if (node is IElement element && (element.LocalName is "script" or "style" or "code" or "pre" || element.HasAttribute("lang")))
        {
            yield break;
        }

        if (node is IText text && !string.IsNullOrWhiteSpace(text.Data))
        {
            yield return text.Data.Trim();
        }

        foreach (var attribute in new[] { "aria-label", "placeholder", "title", "alt" })
        {
            if ((node as IElement)?.GetAttribute(attribute) is { Length: > 0 } words)
            {
                yield return words;
            }
        }

        foreach (var words in node.ChildNodes.SelectMany(Texts))
        {
            yield return words;
        }
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex Chinese();

    // Names such as SHA-256 or QR code stand in Chinese sentences too; three words in a row are a sentence.
    [GeneratedRegex(@"[A-Za-z]{2,}[ ,]+[a-z]{2,}[ ,]+[a-z]{2,}", RegexOptions.None, 1000)]
    private static partial Regex EnglishWords();

    // Places never filled, types' names, and ids that no person should meet.
    [GeneratedRegex(@"\{\d\}|Cohesion\.Governance|System\.\w|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-", RegexOptions.None, 1000)]
    private static partial Regex Leftover();
}
