using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.MyDay.MyDay;

/// <summary>Finds the proposals that go on only when a person does something, and what.</summary>
internal static class ProposalsOfMine
{
    /// <summary>Longest list; whoever has more sees the most urgent.</summary>
    private const int Most = 50;

    // Only these stages wait for a person; the rest wait for a meeting, a vote or a date.
    private static readonly ProposalStage[] Waiting =
    [
        ProposalStage.Raised, ProposalStage.Returned, ProposalStage.Consultation, ProposalStage.Rework, ProposalStage.Posting, ProposalStage.Mediation, ProposalStage.Resolved,
        ProposalStage.Acting,
    ];

    /// <param name="db">The tables.</param>
    /// <param name="me">Who asks.</param>
    /// <param name="held">The offices he holds now.</param>
    /// <param name="names">What his councils are called.</param>
    /// <param name="mine">Those in which he or his street has an office.</param>
    /// <returns>The most urgent first; one proposal may wait for several things.</returns>
    public static async Task<List<ProposalOfMine>> Of(
        GovernanceDbContext db, Guid me, IQueryable<OfficeHolding> held, Dictionary<Guid, LocalText> names, List<Guid> mine, CancellationToken ct)
    {
        var blocs = db.SeatEntries.Where(s => s.ToVersion == null && held.Any(h => h.SeatId == s.SeatId))
            .Join(db.Blocs, s => s.BlocId, b => b.Id, (s, b) => new { b.CouncilId, b.Code });
        var found = await db.Proposals
            .Where(p => mine.Contains(p.CouncilId) && Waiting.Contains(p.Stage))
            .Select(p => new
            {
                p.Id, p.CouncilId, p.Number, p.Title, p.Stage, p.StageUntil,
                Author = p.RaisedByPersonId == me,
                Secretary = held.Any(h => h.Office == Office.CouncilSecretary && h.CouncilId == p.CouncilId),
                Assigns = held.Any(h => (h.Office == Office.CouncilSecretary || h.Office == Office.PartyCommitteeMember) && h.CouncilId == p.CouncilId),
                Silent = p.Stage == ProposalStage.Consultation && blocs.Any(b => b.CouncilId == p.CouncilId
                    && !db.BlocPositions.Any(t => t.ProposalId == p.Id && t.TextVersion == p.TextVersion && t.BlocCode == b.Code)),
                Objected = db.Objections.Any(o => o.ProposalId == p.Id && o.Stage == ObjectionStage.Open),
                Unassigned = (p.Stage == ProposalStage.Resolved || p.Stage == ProposalStage.Acting) && db.Resolutions.Any(r => r.ProposalId == p.Id && r.KeptAt == null && r.NoActionNeeded == null
                    && !db.FollowUps.Any(f => f.ResolutionId == r.Id && f.Stage != FollowUpStage.Cancelled)),
            })
            .Where(p => (p.Secretary && (p.Stage == ProposalStage.Raised || p.Objected)) || (p.Assigns && p.Unassigned) || p.Silent
                || (p.Author && (p.Stage == ProposalStage.Returned || p.Stage == ProposalStage.Rework)))
            .OrderBy(p => p.StageUntil == null).ThenBy(p => p.StageUntil).ThenBy(p => p.Number)
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. from p in found
               from task in Tasks(p.Stage, p.Secretary, p.Author, p.Silent, p.Objected, p.Assigns && p.Unassigned)
               select new ProposalOfMine(p.Id, p.CouncilId, names[p.CouncilId], p.Number, p.Title, task, p.StageUntil),
        ];
    }

    private static IEnumerable<ProposalTask> Tasks(ProposalStage stage, bool secretary, bool author, bool silent, bool objected, bool unassigned)
    {
        if (secretary && stage == ProposalStage.Raised)
        {
            yield return ProposalTask.Screen;
        }

        if (author && stage is ProposalStage.Returned or ProposalStage.Rework)
        {
            yield return ProposalTask.Revise;
        }

        if (silent)
        {
            yield return ProposalTask.TakePosition;
        }

        if (secretary && objected)
        {
            yield return ProposalTask.SettleObjection;
        }

        if (unassigned)
        {
            yield return ProposalTask.AssignActions;
        }
    }
}
