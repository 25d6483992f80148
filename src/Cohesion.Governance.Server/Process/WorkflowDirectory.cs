namespace Cohesion.Governance.Server.Process;

/// <summary>Where the workflow files, rule packs, templates and cases are: <c>Workflows:Directory</c>, or the nearest folder <c>workflows</c> at or
/// above the content root or the program.</summary>
internal sealed class WorkflowDirectory(IConfiguration configuration, IHostEnvironment environment)
{
    private const string Setting = "Workflows:Directory";

    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public string Path { get; } = configuration[Setting] is { Length: > 0 } set
        ? Directory.Exists(set)
            ? System.IO.Path.GetFullPath(set)
            : throw new DirectoryNotFoundException($"{Setting} is '{set}', but there is no such directory.")
        : Find(environment.ContentRootPath) ?? Find(AppContext.BaseDirectory)
            ?? throw new DirectoryNotFoundException($"No folder 'workflows' was found from {environment.ContentRootPath} upwards or beside the program. Set {Setting}.");

    /// <returns>The nearest one at or above a folder; null when there is none.</returns>
    public static string? Find(string start)
    {
        for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
        {
            // A directory of that name may be anybody's; ours has the rule packs.
            var candidate = System.IO.Path.Combine(directory.FullName, "workflows");
            if (Directory.Exists(System.IO.Path.Combine(candidate, "rules")))
            {
                return candidate;
            }
        }

        return null;
    }
}
