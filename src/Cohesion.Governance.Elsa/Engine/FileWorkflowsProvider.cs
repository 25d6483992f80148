using System.Text.Json;
using System.Text.Json.Nodes;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Running;
using Elsa.Common.Models;
using Elsa.Workflows;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Filters;
using Elsa.Workflows.Management.Mappers;
using Elsa.Workflows.Management.Materializers;
using Elsa.Workflows.Management.Models;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;

namespace Cohesion.Governance.Elsa.Engine;

/// <summary>Feeds Elsa the workflow files, each as the version it says it is. A file changed under the same version number is refused: Elsa would
/// change it under the processes that are running on it.</summary>
internal sealed class FileWorkflowsProvider(
    WorkflowLibrary library, IActivitySerializer serializer, WorkflowDefinitionMapper mapper, IWorkflowDefinitionStore store) : IWorkflowsProvider
{
    public string Name => "Cohesion.Governance";

    public async ValueTask<IEnumerable<MaterializedWorkflow>> GetWorkflowsAsync(CancellationToken cancellationToken = default)
    {
        var workflows = new List<MaterializedWorkflow>();
        foreach (var definition in library.Definitions)
        {
            if (!await IsChangedAsync(store, definition, cancellationToken))
            {
                workflows.Add(Materialize(definition));
            }
        }

        return workflows;
    }

    /// <summary>Whether Elsa has this version number with another text.</summary>
    public static async Task<bool> IsChangedAsync(IWorkflowDefinitionStore store, WorkflowDefinition definition, CancellationToken ct)
    {
        var filter = new WorkflowDefinitionFilter { DefinitionId = definition.Id, VersionOptions = VersionOptions.SpecificVersion(definition.Version) };
        return await store.FindAsync(filter, ct) is { } kept && !string.Equals(kept.Id, ElsaDefinitions.VersionIdOf(definition), StringComparison.Ordinal);
    }

    public MaterializedWorkflow Materialize(WorkflowDefinition definition)
    {
        var model = serializer.Deserialize<WorkflowDefinitionModel>(AsElsaReadsIt(definition.Source));
        var workflow = mapper.Map(model);
        workflow.Identity = new WorkflowIdentity(definition.Id, definition.Version, ElsaDefinitions.VersionIdOf(definition), workflow.Identity.TenantId);
        workflow.Publication = new WorkflowPublication(IsLatest: true, IsPublished: true);

        // Not as Elsa's "original source": Elsa would go on reading that after somebody has edited the definition in Studio.
        workflow.CustomProperties[ElsaDefinitions.SourceProperty] = definition.Source;
        return new MaterializedWorkflow(workflow, Name, JsonWorkflowMaterializer.MaterializerName);
    }

    /// <summary>Elsa reads the initial values of variables as text only; a number or a list stops it.</summary>
    private static string AsElsaReadsIt(string json)
    {
        var file = JsonNode.Parse(json)!;
        foreach (var variable in file["variables"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            if (variable["value"] is { } value && value.GetValueKind() != JsonValueKind.String)
            {
                variable["value"] = value.ToJsonString();
            }
        }

        return file.ToJsonString();
    }
}
