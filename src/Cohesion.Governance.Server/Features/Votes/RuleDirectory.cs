using Cohesion.Governance.Server.Process;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>Where the rule packs lie.</summary>
internal static class RuleDirectory
{
    private const string Setting = "Workflows:Directory";

    /// <summary>The folder <c>rules</c> in <c>Workflows:Directory</c>; where that is not set or has none, the nearest <c>workflows/rules</c> at or above the content root or the
    /// program. Own processes need not bring the statutes along.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Find(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration[Setting] is { Length: > 0 } set && Directory.Exists(Path.Combine(set, "rules")))
        {
            return Path.Combine(set, "rules");
        }

        var workflows = WorkflowDirectory.Find(environment.ContentRootPath) ?? WorkflowDirectory.Find(AppContext.BaseDirectory)
            ?? throw new DirectoryNotFoundException($"No folder 'workflows/rules' was found. Set {Setting} to a folder that has the rule packs in 'rules'.");
        return Path.Combine(workflows, "rules");
    }
}
