using Cohesion.Governance.Domain;
using MediatR;

namespace Cohesion.Governance.Server.Features.Processes.ListWorkflows;

internal sealed class ListWorkflowsHandler(WorkflowVersions versions) : IRequestHandler<ListWorkflowsQuery, Outcome<IReadOnlyList<WorkflowVersionLine>>>
{
    public async Task<Outcome<IReadOnlyList<WorkflowVersionLine>>> Handle(ListWorkflowsQuery request, CancellationToken cancellationToken) =>
        await versions.Of(request.CouncilId, null, cancellationToken);
}
