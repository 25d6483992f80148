using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Workflows.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils.ListWorkflowVariables;

internal sealed class ListWorkflowVariablesHandler(GovernanceDbContext db, WorkflowLibrary library)
    : IRequestHandler<ListWorkflowVariablesQuery, Outcome<IReadOnlyList<CouncilDuration>>>
{
    public async Task<Outcome<IReadOnlyList<CouncilDuration>>> Handle(ListWorkflowVariablesQuery request, CancellationToken cancellationToken)
    {
        var own = await db.WorkflowOverrides.AsNoTracking().Where(o => o.CouncilId == request.CouncilId)
            .ToDictionaryAsync(o => (o.DefinitionId, o.Variable), o => o.Value, cancellationToken);
        return DurationVariables.All(library)
            .Select(v => new CouncilDuration(v.Definition.Id, v.Variable.Name, v.Value, own.GetValueOrDefault((v.Definition.Id, v.Variable.Name))))
            .ToList();
    }
}
