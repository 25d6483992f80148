using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Running;

/// <summary>
/// The definitions of a deployment, read together. Beyond what one file can show it checks that a process which dispatches another by
/// name finds it, with inputs that it declares. Immutable.
/// </summary>
public sealed class WorkflowLibrary
{
    private readonly FrozenDictionary<string, WorkflowDefinition> byId;

    private WorkflowLibrary(ImmutableArray<WorkflowDefinition> definitions, IReadOnlyList<WorkflowProblem> problems)
    {
        Definitions = definitions;
        Problems = problems;
        byId = definitions.ToFrozenDictionary(definition => definition.Id, StringComparer.Ordinal);
    }

    /// <summary>Those without problems, in the order of their ids.</summary>
    public ImmutableArray<WorkflowDefinition> Definitions { get; }

    /// <summary>Everything that is wrong anywhere. A host with any does not start.</summary>
    public IReadOnlyList<WorkflowProblem> Problems { get; }

    /// <summary>Reads every file, given by name and text.</summary>
    public static WorkflowLibrary Read(IEnumerable<(string FileName, string Json)> files, ActivityCatalogue catalogue)
    {
        var definitions = new List<WorkflowDefinition>();
        var problems = new List<WorkflowProblem>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (fileName, json) in files.OrderBy(file => file.FileName, StringComparer.Ordinal))
        {
            names.Add(fileName);
            var reading = WorkflowReader.Read(json, fileName, catalogue);
            problems.AddRange(reading.Problems);
            if (reading.Definition is { } definition && !definitions.Exists(other => string.Equals(other.Id, definition.Id, StringComparison.Ordinal)))
                definitions.Add(definition);
        }

        foreach (var definition in definitions)
            CheckDispatches(definition, definitions, names, problems);
        return new([.. definitions], problems);
    }

    public WorkflowDefinition? Find(string definitionId) => byId.GetValueOrDefault(definitionId);

    private static void CheckDispatches(WorkflowDefinition definition, List<WorkflowDefinition> all, HashSet<string> files, List<WorkflowProblem> problems)
    {
        foreach (var node in definition.Activities.Where(node => node.Kind == ActivityKind.Dispatch))
        {
            if (node.Input("workflowDefinitionId") is not LiteralExpression { Value: var literal } || literal.AsText() is not { } wanted)
                continue;
            var target = all.Find(other => string.Equals(other.Id, wanted, StringComparison.Ordinal));
            if (target is null && !files.Contains(wanted + ".json"))
            {
                problems.Add(new(definition.Id + ".json", node.Id, ProblemCodes.UnknownWorkflow,
                    new($"it starts {wanted}, and there is no file {wanted}.json", $"它要启动 {wanted}，但没有文件 {wanted}.json")));
            }

            if (target is null || node.Input("input") is not LiteralExpression { Value: var inputs })
                continue;
            foreach (var name in inputs.AsMap().Names.Where(name => target.Declared.Input(name) < 0))
            {
                problems.Add(new(definition.Id + ".json", node.Id, ProblemCodes.UnknownWorkflowInput,
                    new($"{wanted} has no input {name}", $"{wanted} 没有输入 {name}")));
            }
        }
    }
}

/// <summary>
/// A library for new processes, and every version that running ones still pin: those come from where the host keeps the texts and are
/// compiled once. Safe for all threads.
/// </summary>
/// <param name="library">The current definitions.</param>
/// <param name="catalogue">To compile older versions with.</param>
/// <param name="loadSource">Gives the file name and text of a version the host kept, or null.</param>
public sealed class PinnedDefinitions(WorkflowLibrary library, ActivityCatalogue catalogue, Func<string, CancellationToken, ValueTask<(string FileName, string Json)?>> loadSource)
    : IDefinitionSource
{
    private readonly ConcurrentDictionary<string, WorkflowDefinition> byHash = new(
        library.Definitions.Select(definition => KeyValuePair.Create(definition.Hash, definition)), StringComparer.Ordinal);

    public WorkflowDefinition? Current(string definitionId) => library.Find(definitionId);

    public async ValueTask<WorkflowDefinition?> ByHashAsync(string hash, CancellationToken ct)
    {
        if (byHash.TryGetValue(hash, out var known))
            return known;
        if (await loadSource(hash, ct) is not { } source)
            return null;
        // A text that was accepted once but names activities of an older deployment no longer compiles: its instances wait for one that does.
        return WorkflowReader.Read(source.Json, source.FileName, catalogue).Definition is { } read ? byHash.GetOrAdd(hash, read) : null;
    }
}
