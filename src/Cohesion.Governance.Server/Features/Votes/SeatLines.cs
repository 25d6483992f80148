using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>A line of the roll.</summary>
/// <param name="HasVoted">Whether it has a valid ballot; null in a secret vote until it is counted, except of the reader's own seats.</param>
/// <param name="Choice">What it said; shown once the vote has been counted, and never of a secret vote.</param>
/// <param name="ExcludedFor">Why it does not take part.</param>
/// <param name="IsServed">Whether its ballot paper was served.</param>
/// <param name="Service">By what it was served, or what is missing; null where nothing is logged and the rule does not ask.</param>
/// <param name="IsContested">Whether its co-owners differ, so that it counts as silent.</param>
public sealed record SeatView(
    Guid SeatId, string Label, LocalText Party, string Bloc, bool? HasVoted, BallotChoice? Choice, BallotChannel? Channel, string? ExcludedFor, bool IsServed,
    LocalText? Service, bool IsContested);

/// <summary>Tells lines of a roll with what became of each.</summary>
internal static class SeatLines
{
    /// <param name="db">The database.</param>
    /// <param name="vote">The vote.</param>
    /// <param name="rule">Its rule.</param>
    /// <param name="lines">The lines, some hundreds at most.</param>
    /// <param name="member">Who reads them.</param>
    /// <param name="ct">Cancels the reading.</param>
    public static async Task<List<SeatView>> Tell(GovernanceDbContext db, Vote vote, RulePack rule, List<RollEntry> lines, CurrentMember member, CancellationToken ct)
    {
        var ids = lines.ConvertAll(l => l.SeatId);
        var ballots = await db.Ballots.Where(b => b.VoteId == vote.Id && ids.Contains(b.SeatId))
            .Select(b => new { b.SeatId, b.Choice, b.Channel })
            .ToDictionaryAsync(b => b.SeatId, ct);
        var deliveries = (await db.DeliveryRecords.Where(d => d.VoteId == vote.Id && ids.Contains(d.SeatId)).Select(d => new { d.SeatId, d.Kind }).Distinct().ToListAsync(ct))
            .ToLookup(d => d.SeatId, d => d.Kind);
        var isCounted = vote.Stage == VoteStage.Closed;

        // Of a secret vote that is not counted yet everybody learns of his own seats only.
        var told = isCounted ? ids : ids.FindAll(member.ActsFor);
        var marks = vote.Secret
            ? await db.SecretMarks.Where(m => m.VoteId == vote.Id && told.Contains(m.SeatId)).Select(m => new { m.SeatId, m.Channel }).ToDictionaryAsync(m => m.SeatId, m => m.Channel, ct)
            : [];
        return lines.ConvertAll(r =>
        {
            var ballot = ballots.GetValueOrDefault(r.SeatId);
            bool? hasVoted = !vote.Secret ? ballot is not null : told.Contains(r.SeatId) ? marks.ContainsKey(r.SeatId) : null;
            return new SeatView(
                r.SeatId, r.Label, r.PartyName, r.BlocCode, hasVoted, isCounted ? ballot?.Choice : null,
                ballot?.Channel ?? (marks.TryGetValue(r.SeatId, out var marked) ? marked : null), r.ExclusionNote,
                r.ServedAt is not null,
                rule.Silence.Mode != SilenceMode.Ignore || deliveries.Contains(r.SeatId) ? ServiceFinding.Why(r.ServedBy, [.. deliveries[r.SeatId]]) : null,
                r.ContestedSince is not null);
        });
    }
}
