using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Jobs;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Upkeep.ListJobs;

internal sealed class ListJobsHandler(GovernanceDbContext db, JobReading jobs, JobsSettings settings) : IRequestHandler<ListJobsQuery, Outcome<JobsView>>
{
    /// <summary>Most processes listed.</summary>
    public const int MostStuck = 100;

    public async Task<Outcome<JobsView>> Handle(ListJobsQuery request, CancellationToken cancellationToken)
    {
        var faulted = db.ProcessInstances.Where(i => i.Status == ProcessStatus.Faulted);
        var rows = await faulted.Join(db.ProcessSubjects, i => i.Id, s => s.InstanceId, (i, s) => new { i.Id, i.State, i.ChangedAt, s.CouncilId })
            .Join(db.Councils, r => r.CouncilId, c => c.Id, (r, c) => new { r.Id, r.State, r.ChangedAt, r.CouncilId, c.Name })
            .OrderBy(r => r.ChangedAt).Take(MostStuck).ToListAsync(cancellationToken);
        var stuck = rows.SelectMany(row => ProcessView.Of(StateJson.Read(row.State)) is var process
            ? process.Faults.Select(f => new StuckProcess(row.CouncilId, row.Name, row.Id, process.DefinitionId, f.ActivityId, new LocalText(f.Reason.En, f.Reason.Zh), f.At, f.Attempt))
            : []);
        var (waiting, running) = jobs.Queue();
        return new JobsView(settings.Enabled, waiting, running, jobs.Recurring(), jobs.Failures(), [.. stuck], await faulted.CountAsync(cancellationToken));
    }
}
