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
        var problems = new List<string>();
        foreach (var definition in library.Definitions)
        {
            var filter = new WorkflowDefinitionFilter { DefinitionId = definition.Id, VersionOptions = VersionOptions.SpecificVersion(definition.Version) };
            if (await store.FindAsync(filter, cancellationToken) is { } kept && kept.Id != ElsaDefinitions.VersionIdOf(definition))
            {
                problems.Add(
                    $"{definition.Id}.json: version {definition.Version} is known with another text; give the changed file a higher version."
                    + $" 版本 {definition.Version} 已有不同的内容；修改后的文件请使用更高的版本号。");
                continue;
            }

            workflows.Add(Materialize(definition));
        }

        return problems.Count == 0 ? workflows : throw new ChangedWorkflowsException(problems);
    }

    public MaterializedWorkflow Materialize(WorkflowDefinition definition)
    {
        var model = serializer.Deserialize<WorkflowDefinitionModel>(definition.Source);
        var workflow = mapper.Map(model);
        workflow.Identity = new WorkflowIdentity(definition.Id, definition.Version, ElsaDefinitions.VersionIdOf(definition), workflow.Identity.TenantId);
        workflow.Publication = new WorkflowPublication(IsLatest: true, IsPublished: true);

        // Not as Elsa's "original source": Elsa would go on reading that after somebody has edited the definition in Studio.
        workflow.CustomProperties[ElsaDefinitions.SourceProperty] = definition.Source;
        return new MaterializedWorkflow(workflow, Name, JsonWorkflowMaterializer.MaterializerName);
    }
}

/// <summary>Workflow files were changed without a new version.</summary>
internal sealed class ChangedWorkflowsException(IReadOnlyList<string> problems)
    : Exception("The workflow files cannot be used as they are; nothing was started:" + Environment.NewLine + string.Join(Environment.NewLine, problems));
