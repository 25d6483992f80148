using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>Whether a vote could be secret with a roll, and if not, why, as people call those concerned.</summary>
internal sealed class SecrecyCheck(GovernanceDbContext db)
{
    /// <summary>Why the vote cannot be secret with this roll; null where it can.</summary>
    public async Task<WeightsBetrayVoters?> RefusalOf(Vote vote, List<RollEntry> roll, CancellationToken ct)
    {
        var measures = await db.Measures.AsNoTracking().Where(m => m.CouncilId == vote.CouncilId).OrderBy(m => m.Code).ToListAsync(ct);
        var pack = RulePacks.Read(vote.RulePackJson, vote.RulePack);
        var seats = VoteDecision.SeatsOf(roll, measures);
        if (new SecrecyClasses(pack).WeaknessOf(seats, seats.Select(s => s.Seat)) is not { } weakness)
        {
            return null;
        }

        var labels = DecisionView.LabelsOf(measures, await TallyView.BlocsOf(db, vote.CouncilId, ct));
        var who = weakness.Seat is { } seat
            ? roll.Single(r => r.SeatId.ToString("D") == seat).PartyName
            : new LocalText(ExplanationText.ClassName(weakness.Class, labels, chinese: false), ExplanationText.ClassName(weakness.Class, labels, chinese: true));
        return new WeightsBetrayVoters(weakness.Kind, who, weakness.Parties);
    }

    /// <summary>The same with the register as it stands now, for a vote whose roll is not frozen yet.</summary>
    public async Task<WeightsBetrayVoters?> RefusalNow(Vote vote, CancellationToken ct)
    {
        var version = await db.Councils.Where(c => c.Id == vote.CouncilId).Select(c => c.RegisterVersion).SingleAsync(ct);
        return await RefusalOf(vote, await RegisterRoll.Read(db, vote.CouncilId, version, vote.Id, ct), ct);
    }
}
