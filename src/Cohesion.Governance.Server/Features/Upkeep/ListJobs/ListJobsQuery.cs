using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Jobs;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Upkeep.ListJobs;

/// <summary>What runs by itself, what of it failed, and which processes of any council are stuck.</summary>
[Title("looks at the jobs", "查看后台任务")]
[RequiresOffice(Office.Administrator)]
internal sealed record ListJobsQuery : IQuery<JobsView>;

/// <param name="RunsHere">Whether this server takes jobs from the queue.</param>
/// <param name="Recurring">Jobs that run by themselves.</param>
/// <param name="Failures">Runs that failed, newest first, as far as they are remembered.</param>
/// <param name="Stuck">Processes at fault, longest first; at most <see cref="ListJobsHandler.MostStuck"/>.</param>
internal sealed record JobsView(
    bool RunsHere, long Waiting, long Running, IReadOnlyList<RecurringRun> Recurring, IReadOnlyList<FailedRun> Failures, IReadOnlyList<StuckProcess> Stuck, int StuckCount);

/// <summary>A process that waits for somebody to retry it.</summary>
/// <param name="ActivityId">Where it stands.</param>
/// <param name="Reason">What went wrong.</param>
internal sealed record StuckProcess(
    Guid CouncilId, LocalText Council, string InstanceId, string DefinitionId, string ActivityId, LocalText Reason, DateTimeOffset Since, int Attempt);
