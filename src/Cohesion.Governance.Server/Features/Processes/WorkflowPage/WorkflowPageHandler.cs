using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Workflows;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Maps;
using Cohesion.Governance.Workflows.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Processes.WorkflowPage;

internal sealed class WorkflowPageHandler(GovernanceDbContext db, IDefinitionSource definitions, WorkflowVersions versions)
    : IRequestHandler<WorkflowPageQuery, Outcome<WorkflowPageView>>
{
    public async Task<Outcome<WorkflowPageView>> Handle(WorkflowPageQuery request, CancellationToken cancellationToken)
    {
        var kept = await versions.Of(request.CouncilId, request.DefinitionId, cancellationToken);
        var shown = request.Version is null ? kept.FirstOrDefault() : kept.FirstOrDefault(v => v.Hash == request.Version);
        var with = request.Against is null ? null : kept.FirstOrDefault(v => v.Hash == request.Against);
        if (shown is null || (request.Against is not null && with is null) || await definitions.ByHashAsync(shown.Hash, cancellationToken) is not { } definition)
        {
            return new WorkflowVersionUnknown();
        }

        var comparison = default(WorkflowComparison);
        var earlier = with is null ? null : await definitions.ByHashAsync(with.Hash, cancellationToken);
        if (with is not null)
        {
            if (earlier is null)
            {
                return new WorkflowVersionUnknown();
            }

            comparison = WorkflowComparison.Of(earlier, definition);
        }

        return new WorkflowPageView(
            definition.Id, shown, kept, await Steps(request.CouncilId, definition, comparison, cancellationToken), Ways(definition),
            earlier is null ? null : new ComparedWorkflow(
                with!, [.. comparison!.Steps.Select(s => new StepDifference(s.ActivityId, Text(s.Name), s.Kind, s.What))], comparison.Variables,
                await Steps(request.CouncilId, earlier, comparison, cancellationToken), Ways(earlier)));
    }

    private async Task<List<WorkflowStepView>> Steps(Guid councilId, WorkflowDefinition definition, WorkflowComparison? comparison, CancellationToken ct)
    {
        var instances = db.ProcessSubjects.Where(s => s.CouncilId == councilId)
            .Join(db.ProcessInstances.Where(i => i.DefinitionHash == definition.Hash), s => s.InstanceId, i => i.Id, (_, i) => i);
        var waiting = await instances.Join(db.ProcessWaits, i => i.Id, w => w.InstanceId, (_, w) => w.ActivityId)
            .GroupBy(activity => activity).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, ct);

        // A fault stands only in the state of its process; few processes have one.
        var faulted = (await instances.Where(i => i.Status == ProcessStatus.Faulted).Select(i => i.State).ToListAsync(ct))
            .SelectMany(state => ProcessView.Of(StateJson.Read(state)).Faults).CountBy(fault => fault.ActivityId, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var changes = comparison?.Steps.ToDictionary(s => s.ActivityId, s => s.Kind, StringComparer.Ordinal) ?? [];
        return [.. WorkflowMap.Of(definition).Nodes.Select(n => new WorkflowStepView(
            n.Id, Text(n.DisplayName), n.X, n.Y, waiting.GetValueOrDefault(n.Id), faulted.GetValueOrDefault(n.Id),
            changes.TryGetValue(n.Id, out var change) ? change : null))];
    }

    private static List<WorkflowWayView> Ways(WorkflowDefinition definition) =>
        [.. WorkflowMap.Of(definition).Edges.Select(e => new WorkflowWayView(e.From, e.To, e.Label is null ? null : Text(e.Label)))];

    private static LocalText Text(BilingualText text) => new(text.En, text.Zh);
}
