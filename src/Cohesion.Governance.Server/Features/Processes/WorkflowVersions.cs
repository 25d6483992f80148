using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Processes;

/// <summary>The versions of workflow definitions, and how many processes of a council run on each.</summary>
internal sealed class WorkflowVersions(GovernanceDbContext db, WorkflowLibrary library)
{
    /// <summary>Every version kept, newest first; the one new processes take stands before all others.</summary>
    /// <param name="councilId">Whose processes are counted.</param>
    /// <param name="definitionId">One definition alone; null: all.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<List<WorkflowVersionLine>> Of(Guid councilId, string? definitionId, CancellationToken ct)
    {
        var kept = await db.ProcessDefinitions.AsNoTracking().Where(d => definitionId == null || d.DefinitionId == definitionId)
            .Select(d => new { d.Hash, d.DefinitionId, d.FirstSeenAt }).ToListAsync(ct);
        var counts = await db.ProcessSubjects.Where(s => s.CouncilId == councilId)
            .Join(db.ProcessInstances.Where(i => definitionId == null || i.DefinitionId == definitionId), s => s.InstanceId, i => i.Id, (_, i) => new { i.DefinitionHash, i.Status })
            .GroupBy(i => new { i.DefinitionHash, i.Status }).Select(g => new { g.Key.DefinitionHash, g.Key.Status, Count = g.Count() }).ToListAsync(ct);
        int Count(string hash, params ProcessStatus[] of) => counts.Where(c => c.DefinitionHash == hash && of.Contains(c.Status)).Sum(c => c.Count);
        return [.. kept
            .Select(d => new WorkflowVersionLine(
                d.DefinitionId, d.Hash, d.FirstSeenAt, library.Find(d.DefinitionId)?.Hash == d.Hash, Count(d.Hash, ProcessStatus.Waiting, ProcessStatus.Running),
                Count(d.Hash, ProcessStatus.Faulted), Count(d.Hash, ProcessStatus.Finished, ProcessStatus.Cancelled)))
            .OrderByDescending(v => v.IsCurrent).ThenByDescending(v => v.FirstSeenAt).ThenBy(v => v.Hash, StringComparer.Ordinal)];
    }
}

/// <summary>A version of a definition.</summary>
/// <param name="Hash">The version: the beginning of the SHA-256 of its text.</param>
/// <param name="FirstSeenAt">When this server first had it.</param>
/// <param name="IsCurrent">Whether new processes take it.</param>
/// <param name="Running">Processes of the council that wait on it.</param>
/// <param name="Faulted">Those that need somebody.</param>
/// <param name="Ended">Those that are over.</param>
internal sealed record WorkflowVersionLine(string DefinitionId, string Hash, DateTimeOffset FirstSeenAt, bool IsCurrent, int Running, int Faulted, int Ended);

/// <summary>No such workflow, or no such version of it, is kept here.</summary>
internal sealed record WorkflowVersionUnknown : Refusal
{
    public override LocalText Message => new(
        "There is no such workflow or version here, or this server no longer knows its activities. The list of workflows has all there are.",
        "没有这个流程或版本，或者本系统已不再支持其中的环节。请从流程列表中选择。");

    public override RefusalKind Kind => RefusalKind.NotFound;
}
