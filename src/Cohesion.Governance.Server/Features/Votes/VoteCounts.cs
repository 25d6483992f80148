using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;
using Decision = Cohesion.Governance.Domain.Rules.Decision;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>How a vote stood at a moment: small, whatever the size of its roll.</summary>
/// <param name="VoteVersion">The vote's version that was read, before its roll.</param>
/// <param name="At">When it was read.</param>
/// <param name="Cost">How long it took.</param>
/// <param name="Tally">Who has said what, by bloc; null of a secret vote until it is counted.</param>
/// <param name="Decision">What the rule made of it.</param>
/// <param name="Uncounted">Ballots received that do not count, the first of them.</param>
/// <param name="Named">The lines of the roll that the decision names: excluded seats, holders cut down.</param>
internal sealed record VoteCount(
    int VoteVersion, VoteStage Stage, DateTimeOffset At, TimeSpan Cost, TallyView? Tally, Turnout Turnout, IReadOnlyList<UncountedBallotView> Uncounted, Decision Decision,
    IReadOnlyList<RollEntry> Named,
    IReadOnlyList<Measure> Measures);

/// <summary>How many took part.</summary>
/// <param name="Seats">Seats of the roll, excluded ones among them.</param>
/// <param name="Voters">Seats that may vote.</param>
/// <param name="Voted">Those of them that have a valid ballot; null in a secret vote until it is counted.</param>
/// <param name="ByChannel">Their ballots by the way they came.</param>
/// <param name="Uncounted">Ballots received that do not count: replaced, set aside, contested.</param>
internal sealed record Turnout(int Seats, int Voters, int? Voted, IReadOnlyList<ChannelTurnout> ByChannel, int Uncounted);

/// <summary>Valid ballots that came one way.</summary>
internal sealed record ChannelTurnout(BallotChannel Channel, int Ballots);

/// <summary>Counts of votes for pages, pushes and programs. A small vote is counted for each who asks; one with a large roll is counted at most a tenth of the
/// time, and who asks meanwhile is told how it stood a moment ago.</summary>
/// <remarks>So a page of a vote costs the same whether a thousand or a million have voted, and a storm of ballots is not slowed down by those who watch it. The result
/// itself is never taken from here: counting, settling and confirming read every ballot.</remarks>
internal sealed class VoteCounts(GovernanceDbContext db, VoteDecision decisions, KeptCounts kept, TimeProvider clock)
{
    /// <summary>The count for the vote as it was read; of a vote with a large roll, possibly an earlier one of the same stage (see <see cref="VoteCount.At"/>).</summary>
    /// <param name="vote">The vote; its roll is frozen.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<VoteCount> Of(Vote vote, CancellationToken ct)
    {
        if (kept.Find(vote, clock.GetUtcNow()) is { } earlier)
        {
            return earlier;
        }

        // After a start, and when a vote ends, all who have it open ask at once. A large one is counted once for all of them.
        if (vote.RollSize > KeptCounts.SmallRoll && await kept.First(vote, clock.GetUtcNow(), ct) is { } first)
        {
            return first;
        }

        var count = await Count(vote, ct);
        kept.Keep(vote.Id, count);
        return count;
    }

    /// <summary>What the rule makes of a count, in the reader's language; null for a cancelled vote and for a
    /// secret one until it is counted. What was counted in the end is told as it was counted, not as a later
    /// version of the program might count it.</summary>
    public async Task<DecisionView?> Explain(Vote vote, VoteCount count, Language language, CancellationToken ct) => vote.Stage == VoteStage.Cancelled || (vote.Secret && vote.Stage != VoteStage.Closed)
        ? null
        : DecisionView.Of(
            vote.DecisionJson is { } told ? Decision.FromJson(told) : count.Decision, count.Named, count.Measures, await TallyView.BlocsOf(db, vote.CouncilId, ct), language);

    /// <summary>Reads roll and ballots and counts.</summary>
    public async Task<VoteCount> Count(Vote vote, CancellationToken ct)
    {
        var (start, at) = (clock.GetTimestamp(), clock.GetUtcNow());
        if (vote.Secret)
        {
            return await CountSecret(vote, start, at, ct);
        }

        var received = await db.BallotRecords.CountAsync(r => r.VoteId == vote.Id, ct);
        var standing = await decisions.Of(vote, open: !vote.HasEnded, ct);
        var tally = TallyView.Of(
            vote, standing.Roll, standing.Ballots.ToDictionary(b => b.SeatId, b => b.Choice), standing.Measures, await TallyView.BlocsOf(db, vote.CouncilId, ct));
        var voters = standing.Roll.Where(r => r.ExcludedFor is null).Select(r => r.SeatId).ToHashSet();
        var valid = standing.Ballots.Where(b => voters.Contains(b.SeatId)).ToList();
        var turnout = new Turnout(
            standing.Roll.Count, voters.Count, valid.Count,
            [.. valid.GroupBy(b => b.Channel).OrderBy(g => g.Key).Select(g => new ChannelTurnout(g.Key, g.Count()))], Math.Max(received - standing.Ballots.Count, 0));
        var uncounted = turnout.Uncounted > 0 ? await UncountedBallots.Read(db, vote.Id, ct) : [];
        return new VoteCount(
            vote.Version, vote.Stage, at, clock.GetElapsedTime(start), tally, turnout, uncounted, standing.Decision, Named(standing.Roll, standing.Decision), standing.Measures);
    }

    // Until it is counted nothing of a secret vote is evaluated, so that there is nothing to show.
    private async Task<VoteCount> CountSecret(Vote vote, long start, DateTimeOffset at, CancellationToken ct)
    {
        var electorate = await decisions.ElectorateOf(vote, ct);
        var isCounted = vote.Stage == VoteStage.Closed;
        var decision = vote.DecisionJson is { } kept ? Decision.FromJson(kept) : new Decision { Pack = vote.RulePack, Outcome = Domain.Rules.Outcome.Undecided, Rounds = [], Open = true };
        var voters = electorate.Roll.Where(r => r.ExcludedFor is null).Select(r => r.SeatId).ToHashSet();
        var marks = isCounted
            ? (await db.SecretMarks.AsNoTracking().Where(m => m.VoteId == vote.Id).Select(m => new { m.SeatId, m.Channel }).ToListAsync(ct)).FindAll(m => voters.Contains(m.SeatId))
            : null;
        var tally = isCounted
            ? SecretTally.Of(
                vote, electorate, await db.SecretBallots.AsNoTracking().Where(b => b.VoteId == vote.Id).ToListAsync(ct), await TallyView.BlocsOf(db, vote.CouncilId, ct))
            : null;
        var turnout = new Turnout(
            electorate.Roll.Count, voters.Count, marks?.Count,
            marks is null ? [] : [.. marks.GroupBy(m => m.Channel).OrderBy(g => g.Key).Select(g => new ChannelTurnout(g.Key, g.Count()))], Uncounted: 0);
        return new VoteCount(
            vote.Version, vote.Stage, at, clock.GetElapsedTime(start), tally, turnout, [], decision, Named(electorate.Roll, decision), electorate.Measures);
    }

    private static List<RollEntry> Named(IReadOnlyList<RollEntry> roll, Decision decision)
    {
        var capped = decision.Capped.Select(c => c.Holder).ToHashSet(StringComparer.Ordinal);
        return [.. roll.Where(r => r.ExcludedFor is not null || (capped.Count > 0 && capped.Contains(r.PartyId.ToString("D"))))];
    }
}
