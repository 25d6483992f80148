using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Workflows;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Maps;
using Cohesion.Governance.Workflows.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Processes.ProcessMap;

internal sealed class ProcessMapHandler(GovernanceDbContext db, IDefinitionSource definitions) : IRequestHandler<ProcessMapQuery, Outcome<ProcessMapView>>
{
    public async Task<Outcome<ProcessMapView>> Handle(ProcessMapQuery request, CancellationToken cancellationToken)
    {
        var state = await db.ProcessSubjects
            .Where(s => s.CouncilId == request.CouncilId && s.SubjectId == request.About)
            .Join(db.ProcessInstances.Where(i => i.DefinitionId == request.DefinitionId), s => s.InstanceId, i => i.Id, (s, i) => i.State)
            .SingleOrDefaultAsync(cancellationToken);
        if (state is null)
        {
            return new NotFound();
        }

        var process = ProcessView.Of(StateJson.Read(state));
        var definition = await definitions.ByHashAsync(process.DefinitionHash, cancellationToken)
            ?? throw new InvalidOperationException($"The definition {process.DefinitionHash} of process {process.InstanceId} is not kept.");
        var map = WorkflowMap.Of(definition, process);
        return new ProcessMapView(
            process.Status,
            [.. map.Nodes.Select(n => new ProcessStepView(n.Id, Text(n.DisplayName), n.X, n.Y, n.State, n.Visit?.EnteredAt, n.Visit?.LeftAt, n.DueAt))],
            [.. map.Edges.Select(e => new ProcessWayView(e.From, e.To, e.Label is null ? null : Text(e.Label), e.Taken))]);
    }

    private static LocalText Text(BilingualText text) => new(text.En, text.Zh);
}
