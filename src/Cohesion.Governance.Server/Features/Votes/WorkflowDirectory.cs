namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>Where the workflow files and rule packs lie.</summary>
internal static class WorkflowDirectory
{
    private const string Setting = "Workflows:Directory";

    /// <summary>The directory set by <c>Workflows:Directory</c>; where nothing is set, <c>workflows</c> beside the content root, in a directory above it, or beside the program.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Find(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration[Setting] is { Length: > 0 } set)
        {
            return Directory.Exists(set) ? Path.GetFullPath(set) : throw new DirectoryNotFoundException($"{Setting} is '{set}', but there is no such directory.");
        }

        for (var directory = new DirectoryInfo(environment.ContentRootPath); directory is not null; directory = directory.Parent)
        {
            if (IsOurs(directory.FullName, out var found))
            {
                return found;
            }
        }

        return IsOurs(AppContext.BaseDirectory, out var published)
            ? published
            : throw new DirectoryNotFoundException($"No directory 'workflows' was found from {environment.ContentRootPath} upwards or beside the program. Set {Setting}.");
    }

    // A directory of that name may be anybody's; ours has the rule packs.
    private static bool IsOurs(string parent, out string found)
    {
        found = Path.Combine(parent, "workflows");
        return Directory.Exists(Path.Combine(found, "rules"));
    }
}
