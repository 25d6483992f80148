using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Cohesion.Governance.Server.Web.Components;

/// <summary>Shows Markdown that people may have written: tables and lists, but no HTML of theirs, no pictures, and links only to web pages.</summary>
internal static class Markdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <summary>The text as HTML.</summary>
    /// <param name="text">CommonMark with pipe tables.</param>
    /// <param name="under">Level of the heading it stands under; its own headings go below that.</param>
    public static MarkupString Show(string text, int under)
    {
        var document = Markdig.Markdown.Parse(text, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(6, heading.Level + under);
        }

        foreach (var link in document.Descendants<LinkInline>().Where(l => l.IsImage || !IsWeb(l.Url)).ToList())
        {
            // A link that leads nowhere good is its words alone.
            link.ReplaceBy(new ContainerInline(), copyChildren: true);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !IsWeb(l.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return (MarkupString)document.ToHtml(Pipeline);
    }

    private static bool IsWeb(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("https" or "http");
}
