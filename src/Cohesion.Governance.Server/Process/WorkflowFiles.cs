using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Running;

namespace Cohesion.Governance.Server.Process;

/// <summary>Reads the workflow files; a problem in any stops the start.</summary>
internal static class WorkflowFiles
{
    /// <summary>Definitions that code starts by name; each has its file.</summary>
    public static readonly IReadOnlyList<string> Bundled = ["proposal", "meeting", "vote", "follow-up"];

    /// <exception cref="WorkflowFilesException">Something is wrong with the files; names file, activity and reason of every problem.</exception>
    public static WorkflowLibrary Load(string directory, ActivityCatalogue catalogue)
    {
        var library = WorkflowLibrary.Read(Directory.EnumerateFiles(directory, "*.json").Select(file => (Path.GetFileName(file), File.ReadAllText(file))), catalogue);
        var missing = Bundled.Where(id => library.Find(id) is null && !library.Problems.Any(p => p.File == id + ".json")).Select(id => $"{id}.json: is missing in {directory}");
        var problems = library.Problems.Select(p => p.ToString()).Concat(missing).ToList();
        return problems.Count == 0 ? library : throw new WorkflowFilesException(problems);
    }
}

/// <summary>The workflow files cannot be used as they are.</summary>
internal sealed class WorkflowFilesException(IReadOnlyList<string> problems)
    : Exception("The workflow files have problems; nothing was started:" + Environment.NewLine + string.Join(Environment.NewLine, problems));
