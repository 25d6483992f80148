using Cohesion.Governance.Elsa.Engine;
using Cohesion.Governance.Workflows.Definitions;
using Elsa.Mediator.Contracts;
using Elsa.Workflows.Management.Models;
using Elsa.Workflows.Management.Notifications;

namespace Cohesion.Governance.Elsa.Studio;

/// <summary>A definition edited in Elsa Studio is published only if it passes the checks that a file passes; Studio shows the reasons, in both languages.</summary>
internal sealed class PublishingCheck(IServiceProvider services, ActivityCatalogue catalogue) : INotificationHandler<WorkflowDefinitionValidating>
{
    public Task HandleAsync(WorkflowDefinitionValidating notification, CancellationToken cancellationToken)
    {
        var id = notification.Workflow.Identity.DefinitionId;
        var reading = WorkflowReader.Read(ElsaDefinitions.TextOf(services, notification.Workflow), id + ".json", catalogue);
        foreach (var problem in reading.Problems)
        {
            notification.ValidationErrors.Add(new WorkflowValidationError($"{problem.Reason.En} · {problem.Reason.Zh}", problem.ActivityId));
        }

        if (reading.Definition is { } definition && FlowMode.Problem(definition) is { } elsas)
        {
            notification.ValidationErrors.Add(new WorkflowValidationError($"{elsas.En} · {elsas.Zh}"));
        }

        return Task.CompletedTask;
    }
}

/// <summary>What is published in Elsa Studio is what new processes begin with; those that run end on the version they began with.</summary>
internal sealed class PublishedReading(ElsaDefinitions definitions) : INotificationHandler<WorkflowDefinitionPublished>
{
    public Task HandleAsync(WorkflowDefinitionPublished notification, CancellationToken cancellationToken) => definitions.ReadAsync(cancellationToken);
}
