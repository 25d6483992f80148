namespace Cohesion.Governance.Server.Web;

/// <summary>Keeps redirections on this server: what a form or link says where to go next is only believed when it is a path of ours.</summary>
internal static class LocalPath
{
    /// <summary>The path (with query and fragment) when it leads nowhere else; null otherwise.</summary>
    /// <remarks>Browsers read <c>//host</c> and <c>/\host</c> as other hosts, and drop control characters before they look (WHATWG URL, 4.4).</remarks>
    public static string? Of(string? text) =>
        text is ['/', ..] && (text.Length == 1 || text[1] is not ('/' or '\\')) && text.All(c => c is > ' ' and <= '~' and not '\\')
            ? text
            : null;

    /// <summary>Splits a local path for <see cref="HttpRequest"/>; the fragment is the browser's business and falls away.</summary>
    public static (PathString Path, QueryString Query) Split(string localPath)
    {
        var withoutFragment = localPath.Split('#')[0];
        var mark = withoutFragment.IndexOf('?', StringComparison.Ordinal);
        return mark < 0
            ? (PathString.FromUriComponent(withoutFragment), QueryString.Empty)
            : (PathString.FromUriComponent(withoutFragment[..mark]), new QueryString(withoutFragment[mark..]));
    }
}
