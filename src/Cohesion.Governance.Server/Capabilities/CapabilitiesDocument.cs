using System.Globalization;
using System.Reflection;
using System.Text;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Capabilities;

/// <summary>docs/capabilities.md: what the server can be asked, by whom, and how it may refuse. Generated, so that it is true.</summary>
internal static class CapabilitiesDocument
{
    public static string Write()
    {
        var text = new StringBuilder("""
            # What the server can be asked

            Generated from the code; a test fails when this file is stale. Write it anew with

            ```
            dotnet run --project src/Cohesion.Governance.Server -- capabilities > docs/capabilities.md
            ```

            **Who may** counts in the council (or street) concerned: whoever has no office or seat there gets `NotFound` for everything in it, the same as
            for what does not exist. `SignInNeeded` is answered to whoever is not signed in, `OfficeNeeded` to members without the office; neither is
            repeated below. "The server itself" are processes and jobs. Each slice is a folder under `src/Cohesion.Governance.Server/`, its test of the same
            name under `tests/Cohesion.Governance.Server.Tests/`.

            """.ReplaceLineEndings("\n"));
        foreach (var area in RequestCatalogue.All.GroupBy(AreaOf).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {area.Key}\n\n| request | does | who may | refusals | slice | test |\n|---|---|---|---|---|---|\n");
            foreach (var request in area.OrderBy(NameOf, StringComparer.Ordinal))
            {
                var refusals = string.Join(", ", request.GetCustomAttributes<RefusesAttribute>().Select(r => $"`{r.Refusal.Name}`"));
                var mark = typeof(ICommand).IsAssignableFrom(request) ? string.Empty : request.Name.EndsWith("Query", StringComparison.Ordinal) ? " (query)" : " (attempt)";
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| **{NameOf(request)}**{mark} | {Cell(RequestCatalogue.Title(request.Name).En)} · {Cell(RequestCatalogue.Title(request.Name).Zh)} | {Cell(AccessWords.Of(request.GetCustomAttribute<AccessAttribute>()!))} | {(refusals.Length == 0 ? "–" : refusals)} | {SliceOf(request)} | {TestOf(request)} |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The request's name without <c>Command</c> or <c>Query</c>.</summary>
    public static string NameOf(Type request) =>
        request.Name.EndsWith("Command", StringComparison.Ordinal) ? request.Name[..^"Command".Length]
        : request.Name.EndsWith("Query", StringComparison.Ordinal) ? request.Name[..^"Query".Length]
        : request.Name;

    /// <summary>The test class that proves a request's promises, without its namespace.</summary>
    public static string TestOf(Type request) => NameOf(request) + "Tests";

    private static string AreaOf(Type request) => request.Namespace!.Split('.') is [.., "Features", var area, _] ? area : "Server";

    private static string SliceOf(Type request) => request.Namespace!["Cohesion.Governance.Server.".Length..].Replace('.', '/');

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
