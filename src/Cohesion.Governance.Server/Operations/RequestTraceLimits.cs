using Microsoft.Extensions.Options;

namespace Cohesion.Governance.Server.Operations;

/// <summary>Keeps out of the log, whatever levels are configured, what names requests one by one: their addresses, which may hold a receipt's code, and their lengths,
/// of which three differ with what a ballot says.</summary>
internal sealed class RequestTraceLimits : IPostConfigureOptions<LoggerFilterOptions>
{
    private static readonly string[] Categories =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.HttpLogging",
        "Microsoft.AspNetCore.W3CLogging",
        "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.StaticFiles",
        "Microsoft.AspNetCore.Watch",
    ];

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        // A rule of a provider goes before one of none, a longer category before a shorter, and of equals the last counts.
        var providers = options.Rules.Select(rule => rule.ProviderName).Distinct(StringComparer.Ordinal).Append(null).ToList();
        var finer = options.Rules.Select(rule => rule.CategoryName)
            .Where(category => category is not null && Array.Exists(Categories, c => category.StartsWith(c, StringComparison.OrdinalIgnoreCase)));
        foreach (var category in Categories.Concat(finer!).Distinct(StringComparer.OrdinalIgnoreCase).ToList())
        {
            foreach (var provider in providers.Distinct(StringComparer.Ordinal))
            {
                options.Rules.Add(new LoggerFilterRule(provider, category, LogLevel.Warning, null));
            }
        }
    }
}
