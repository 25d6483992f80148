namespace Cohesion.Governance.Server.Tests.Architecture;

/// <summary>The repository these tests were built in.</summary>
internal static class Repository
{
    /// <summary>Its root: the nearest folder above the tests with the solution.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? directory)
    {
        for (; directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Cohesion.Governance.sln")))
            {
                return directory.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
