using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>Finds the mandates under which somebody may speak for a seat in a vote, and holds them to the limits of the vote's rule.</summary>
internal sealed class MandateBook(GovernanceDbContext db, NoticeBoard notices, TimeProvider clock)
{
    /// <summary>The mandate that serves now; where none does, why the nearest does not.</summary>
    public async Task<Outcome<Mandate>> Find(Guid voteId, Guid seatId, Guid holder, CancellationToken ct)
    {
        var held = await db.Mandates.Where(m => m.SeatId == seatId && m.HolderPersonId == holder).OrderByDescending(m => m.GivenAt).ToListAsync(ct);
        if (held.Count == 0)
        {
            return new NotYourSeat();
        }

        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == voteId, ct);
        var covering = held.FindAll(m => m.Covers(voteId, vote.MeetingId));
        if (covering.Count == 0)
        {
            return new MandateForAnotherVote();
        }

        var limits = LimitsOf(vote);
        var now = clock.GetUtcNow();
        return covering.Find(m => m.RefusalAt(now, limits) is null) is { } serving ? serving : Outcome<Mandate>.Refuse(covering[0].RefusalAt(now, limits)!);
    }

    /// <summary>Why the rule does not let the holder cast this ballot too; null where it does. Counts the ballots he has cast by proxy in this vote.</summary>
    public async Task<Refusal?> LimitReached(Guid voteId, Mandate mandate, CancellationToken ct)
    {
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == voteId, ct);
        if (LimitsOf(vote) is not { } limits)
        {
            return null;
        }

        var roll = await db.RollEntries.AsNoTracking().Where(r => r.VoteId == voteId).ToListAsync(ct);
        var spoken = await db.Ballots.Where(b => b.VoteId == voteId && b.CastByPersonId == mandate.HolderPersonId && b.Channel == BallotChannel.Proxy)
            .Select(b => b.SeatId)
            .Union(db.BallotVoices.Where(b => b.VoteId == voteId && b.CastByPersonId == mandate.HolderPersonId && b.Channel == BallotChannel.Proxy)
                .Select(b => b.SeatId))
            .Union(db.SecretMarks.Where(b => b.VoteId == voteId && b.CastByPersonId == mandate.HolderPersonId && b.Channel == BallotChannel.Proxy)
                .Select(b => b.SeatId))
            .ToListAsync(ct);
        var now = clock.GetUtcNow();
        var holdings = await db.OfficeHoldings
            .Where(h => h.PersonId == mandate.HolderPersonId && h.Since <= now && (h.Until == null || h.Until > now))
            .Where(h => h.CouncilId == vote.CouncilId || db.Councils.Any(c => c.Id == vote.CouncilId && c.StreetId == h.StreetId))
            .Select(h => new { h.Office, h.SeatId })
            .ToListAsync(ct);
        var reach = new ProxyReach(
            roll, spoken.Append(mandate.SeatId).ToHashSet(), holdings.Where(h => h.SeatId is not null).Select(h => h.SeatId!.Value).ToHashSet(),
            [.. holdings.Select(h => h.Office).Distinct()]);
        return reach.RefusalUnder(limits);
    }

    /// <summary>A seat has voted itself: what it gave for this one vote is taken back, and the holder is told.</summary>
    /// <param name="voteId">The vote.</param>
    /// <param name="seatId">The seat.</param>
    /// <param name="giver">The co-owner who voted; null where the whole seat did.</param>
    /// <param name="by">Who cast or entered the ballot.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task GiverVoted(Guid voteId, Guid seatId, Guid? giver, Guid by, CancellationToken ct)
    {
        var given = await db.Mandates
            .Where(m => m.SeatId == seatId && m.VoteId == voteId && m.RevokedAt == null && (giver == null || m.GivenByPersonId == giver))
            .ToListAsync(ct);
        if (given.Count == 0)
        {
            return;
        }

        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == voteId, ct);
        foreach (var mandate in given)
        {
            (mandate.RevokedAt, mandate.RevokedByPersonId) = (clock.GetUtcNow(), by);
            notices.Tell(mandate.HolderPersonId, vote.CouncilId, "mandate.ended", VoteWords.GiverVoted(vote), VoteWords.BallotPageOf(voteId));
        }
    }

    /// <summary>What the vote's rule says of proxies.</summary>
    public static ProxyLimits? LimitsOf(Vote vote) => RulePacks.Read(vote.RulePackJson, vote.RulePack).Proxy;
}
