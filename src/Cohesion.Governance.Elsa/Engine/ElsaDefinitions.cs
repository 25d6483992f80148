using System.Collections.Concurrent;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Running;
using Elsa.Workflows;
using Elsa.Workflows.Activities;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Filters;
using Elsa.Workflows.Management.Mappers;
using StoredDefinition = Elsa.Workflows.Management.Entities.WorkflowDefinition;

namespace Cohesion.Governance.Elsa.Engine;

/// <summary>
/// The definitions that Elsa has published, checked and compiled for the product: new processes begin with them, and running ones find the
/// version they pin. Elsa's id of a version ends in the hash of its text.
/// </summary>
internal sealed class ElsaDefinitions(IServiceScopeFactory scopes, ActivityCatalogue catalogue) : IDefinitionSource
{
    private readonly ConcurrentDictionary<string, WorkflowDefinition> byVersionId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, WorkflowDefinition> byHash = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string VersionId, WorkflowDefinition Definition)> current = new(StringComparer.Ordinal);

    /// <summary>Under which a definition from a file keeps the file's text.</summary>
    public const string SourceProperty = "Governance.Source";

    /// <summary>Elsa's id for a version of a definition that came from a file.</summary>
    public static string VersionIdOf(WorkflowDefinition definition) => $"{definition.Id}:{definition.Hash}";

    public WorkflowDefinition? Current(string definitionId) => current.TryGetValue(definitionId, out var known) ? known.Definition : null;

    /// <summary>Elsa's id of the version that new processes begin with.</summary>
    public string? CurrentVersionId(string definitionId) => current.TryGetValue(definitionId, out var known) ? known.VersionId : null;

    /// <summary>Whether Elsa has this version.</summary>
    public bool Knows(WorkflowDefinition definition) => byVersionId.ContainsKey(VersionIdOf(definition));

    public async ValueTask<WorkflowDefinition?> ByHashAsync(string hash, CancellationToken ct)
    {
        if (byHash.TryGetValue(hash, out var known))
        {
            return known;
        }

        await ReadAsync(ct);
        return byHash.GetValueOrDefault(hash);
    }

    /// <summary>Reads every version that Elsa keeps. What no longer compiles is left out: its processes wait for a deployment that has its activities.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IWorkflowDefinitionStore>();
        foreach (var stored in await store.FindManyAsync(new WorkflowDefinitionFilter(), ct))
        {
            if (!byVersionId.TryGetValue(stored.Id, out var definition))
            {
                var json = TextOf(scope.ServiceProvider, stored);
                if (WorkflowReader.Read(json, stored.DefinitionId + ".json", catalogue).Definition is not { } read)
                {
                    continue;
                }

                definition = byVersionId.GetOrAdd(stored.Id, read);
                byHash[read.Hash] = read;
            }

            if (stored.IsPublished)
            {
                current[stored.DefinitionId] = (stored.Id, definition);
            }
        }
    }

    /// <summary>The definition as a file has it: the file's own text, or what Elsa Studio would export.</summary>
    private static string TextOf(IServiceProvider services, StoredDefinition stored)
    {
        if (stored.CustomProperties.TryGetValue(SourceProperty, out var source) && source.ToString() is { } text
            && string.Equals(stored.Id, $"{stored.DefinitionId}:{WorkflowReader.HashOf(text)}", StringComparison.Ordinal))
        {
            return text;
        }

        return TextOf(services, services.GetRequiredService<WorkflowDefinitionMapper>().Map(stored));
    }

    /// <summary>The definition as Elsa Studio would export it.</summary>
    public static string TextOf(IServiceProvider services, Workflow workflow)
    {
        var model = services.GetRequiredService<WorkflowDefinitionMapper>().Map(workflow);
        model.CustomProperties?.Remove(SourceProperty);
        return services.GetRequiredService<IApiSerializer>().Serialize(model);
    }
}
