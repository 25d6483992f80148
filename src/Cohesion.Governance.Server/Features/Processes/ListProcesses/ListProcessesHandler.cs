using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Processes.ListProcesses;

internal sealed class ListProcessesHandler(GovernanceDbContext db, IDefinitionSource definitions)
    : IRequestHandler<ListProcessesQuery, Outcome<Page<ProcessInList>>>
{
    public async Task<Outcome<Page<ProcessInList>>> Handle(ListProcessesQuery request, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(request.Size, 1, Page<ProcessInList>.MaxSize);
#pragma warning disable CA1309 // The database compares; its collation is what the order of the pages goes by too.
        var rows = await db.ProcessSubjects.Where(s => s.CouncilId == request.CouncilId)
            .Join(db.ProcessInstances, s => s.InstanceId, i => i.Id, (s, i) => new { s.SubjectId, i.Id, i.Status, i.State })
            .Where(r => request.Status == null || r.Status == request.Status)
            .Where(r => request.After == null || string.Compare(r.Id, request.After) > 0)
            .OrderBy(r => r.Id).Take(size + 1).ToListAsync(cancellationToken);
#pragma warning restore CA1309
        var items = new List<ProcessInList>();
        foreach (var row in rows.Take(size))
        {
            items.Add(await Show(row.SubjectId, ProcessView.Of(StateJson.Read(row.State)), cancellationToken));
        }

        return new Page<ProcessInList>(items, rows.Count > size ? items[^1].InstanceId : null);
    }

    private async Task<ProcessInList> Show(Guid subject, ProcessView view, CancellationToken ct)
    {
        var definition = await definitions.ByHashAsync(view.DefinitionHash, ct);
        var faults = view.Faults.Select(fault => new FaultInList(
            fault.ActivityId, fault.Code, new LocalText(fault.Reason.En, fault.Reason.Zh), fault.At, fault.Attempt,
            [.. definition?.Activities.FirstOrDefault(a => a.Id == fault.ActivityId)?.Outcomes.Select(o => o.Name) ?? []]));
        return new ProcessInList(
            view.InstanceId, view.DefinitionId, subject, view.Status, view.ChangedAt, [.. view.Here.Select(p => p.ActivityId)], [.. faults]);
    }
}
