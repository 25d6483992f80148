namespace Cohesion.Governance.Server.Tests.Web;

/// <summary>Compares what a page has with what a push brings.</summary>
internal static class Markup
{
    /// <summary>As a browser would have it after reading it.</summary>
    public static string Parsed(string html) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).Body!.InnerHtml;

    /// <summary>Without white space, which says nothing.</summary>
    public static string Squeeze(string html) => string.Concat(html.Where(c => !char.IsWhiteSpace(c)));
}
