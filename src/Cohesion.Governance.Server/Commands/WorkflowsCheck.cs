using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Maps;
using Cohesion.Governance.Workflows.Running;

namespace Cohesion.Governance.Server.Commands;

/// <summary>
/// <c>workflows check</c>: prints each definition's problems, or "ok" and its map as text. What it accepts, the server starts with.
/// </summary>
internal static class WorkflowsCheck
{
    /// <summary>Checks every *.json directly in a directory; rule packs and templates stand in directories of their own.</summary>
    /// <returns>0 when all are good, 1 when any has problems, 2 when there is nothing to check.</returns>
    public static int Run(string directory, ActivityCatalogue catalogue, TextWriter output, TextWriter error)
    {
        if (!Directory.Exists(directory))
        {
            error.WriteLine($"There is no directory {directory}. / 没有目录 {directory}。");
            return 2;
        }

        var paths = Directory.GetFiles(directory, "*.json").Order(StringComparer.Ordinal).ToList();
        if (paths.Count == 0)
        {
            error.WriteLine($"There are no *.json files in {directory}. / {directory} 中没有 *.json 文件。");
            return 2;
        }

        var library = WorkflowLibrary.Read(paths.Select(path => (Path.GetFileName(path), File.ReadAllText(path))), catalogue);
        foreach (var fileName in paths.Select(Path.GetFileName))
        {
            var problems = library.Problems.Where(problem => string.Equals(problem.File, fileName, StringComparison.Ordinal)).ToList();
            foreach (var problem in problems)
            {
                error.WriteLine(problem);
                error.WriteLine($"    {problem.Reason.Zh}");
            }

            if (problems.Count > 0 || library.Definitions.FirstOrDefault(definition => string.Equals(definition.Id + ".json", fileName, StringComparison.Ordinal)) is not { } good)
                continue;
            output.WriteLine($"{fileName}: ok, {good.Activities.Length} activities, version {good.Version}, {good.Hash}");
            output.Write(MapText.Render(WorkflowMap.Of(good)));
        }

        if (library.Problems.Count == 0)
            return 0;
        error.WriteLine($"{library.Problems.Count} problems. / 共 {library.Problems.Count} 个问题。");
        return 1;
    }
}
