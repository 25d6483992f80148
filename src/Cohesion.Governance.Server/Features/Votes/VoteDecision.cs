using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;
using Ballot = Cohesion.Governance.Domain.Votes.Ballot;
using ObjectionStage = Cohesion.Governance.Domain.Proposals.ObjectionStage;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>A vote as its rule sees it at this moment.</summary>
/// <param name="Pack">The rule, as it stood when the vote was created.</param>
/// <param name="Decision">How it stands, with every condition.</param>
/// <param name="Roll">The frozen electorate.</param>
/// <param name="Ballots">The valid ballots.</param>
/// <param name="Measures">The council's measures.</param>
internal sealed record VoteStanding(
    RulePack Pack, Decision Decision, IReadOnlyList<RollEntry> Roll, IReadOnlyList<Ballot> Ballots, IReadOnlyList<Measure> Measures);

/// <summary>The one place where a vote, its roll, ballots, attendance, objections and previous sessions become an election that a rule decides.</summary>
internal sealed class VoteDecision(GovernanceDbContext db, VoteAttendance attendance, TimeProvider clock)
{
    /// <summary>Evaluates the vote's rule.</summary>
    /// <param name="vote">The vote; its roll is frozen.</param>
    /// <param name="open">Whether ballots may still come: the decision then says what is missing and whether anything can change.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<VoteStanding> Of(Vote vote, bool open, CancellationToken ct)
    {
        var pack = RulePacks.Read(vote.RulePackJson, vote.RulePack);
        var measures = await db.Measures.AsNoTracking().Where(m => m.CouncilId == vote.CouncilId).OrderBy(m => m.Code).ToListAsync(ct);
        var roll = await db.RollEntries.AsNoTracking().Where(r => r.VoteId == vote.Id).ToListAsync(ct);

        // Sorted here, since databases have orders of their own for ids and the decision lists seats and blocs as they come.
        roll.Sort((a, b) => a.SeatId.CompareTo(b.SeatId));
        var ballots = await db.Ballots.AsNoTracking().Where(b => b.VoteId == vote.Id).ToListAsync(ct);

        var rounds = new ElectionRound[pack.Rounds.Count];
        Array.Fill(rounds, new ElectionRound());
        rounds[RoundOf(pack, vote)] = await Session(vote, pack, roll, ballots, ct);
        for (var earlierId = vote.PreviousVoteId; earlierId is { } id;)
        {
            var earlier = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == id, ct);
            var earlierBallots = await db.Ballots.AsNoTracking().Where(b => b.VoteId == id).ToListAsync(ct);
            rounds[RoundOf(pack, earlier)] = await Session(earlier, pack, roll, earlierBallots, ct);
            earlierId = earlier.PreviousVoteId;
        }

        var election = Election.OfRoll(SeatsOf(roll, measures), rounds) with { Facts = await FactsOf(vote, pack, ct) };
        return new VoteStanding(pack, RuleEvaluator.Decide(pack, election, open), roll, ballots, measures);
    }

    /// <summary>What a rule would need of an electorate that has not voted yet.</summary>
    public static Decision Preview(RulePack pack, IReadOnlyList<RollEntry> roll, IReadOnlyList<Measure> measures) =>
        RuleEvaluator.Decide(pack, Election.OfRoll(SeatsOf(roll, measures), new ElectionRound { Ballots = [] }), open: true);

    /// <summary>The seats for the rule.</summary>
    /// <remarks>
    /// Where every seat of the register is one head, the register says no more than the rule works out by itself, and the rule merges the seats
    /// of one party into one head as statutes ask. A register with other numbers of heads has counted them already and is taken at its word.
    /// </remarks>
    private static List<RollSeat> SeatsOf(IReadOnlyList<RollEntry> roll, IReadOnlyList<Measure> measures)
    {
        var countsHeads = roll.Any(r => r.Measures[RuleWords.Heads] != 1);
        var columns = measures
            .Where(m => countsHeads || m.Code != RuleWords.Heads)
            .Select(m => (m.Code, Unit: (long)Math.Pow(10, m.Scale)))
            .ToList();
        return [.. roll.Select(entry => new RollSeat(
            Name(entry.SeatId),
            [Name(entry.PartyId)],
            entry.BlocCode,
            columns.ToDictionary(c => c.Code, c => new Rational(entry.Measures[c.Code], c.Unit), StringComparer.Ordinal),
            entry.ExcludedFor is { } ground ? new Exclusion(ground) : null))];
    }

    private async Task<ElectionRound> Session(Vote vote, RulePack pack, List<RollEntry> roll, List<Ballot> ballots, CancellationToken ct)
    {
        var attending = await attendance.Of(vote, ct);
        var came = attending.ToHashSet();
        var objections = await db.Objections.AsNoTracking()
            .Where(o => o.SeatId != null && o.Stage != ObjectionStage.Withdrawn && db.Postings.Any(p => p.Id == o.PostingId && p.VoteId == vote.Id))
            .Select(o => o.SeatId!.Value)
            .Distinct()
            .ToListAsync(ct);
        var seats = roll.Select(r => r.SeatId).ToHashSet();
        return new ElectionRound
        {
            Ballots = [.. ballots.Where(b => seats.Contains(b.SeatId)).Select(b => new RuleBallot(
                Name(b.SeatId), b.Choice, b.Channel, InPerson: b.Channel != BallotChannel.Proxy && came.Contains(b.SeatId)))],
            Attending = [.. attending.Where(seats.Contains).Select(seat => new Domain.Rules.Attendance(Name(seat), InPerson: true))],
            Served = ServedSeats(pack, roll),
            Objections = [.. objections.Where(seats.Contains).Select(Name)],
            CastingVote = vote.CastingVote,
        };
    }

    // Assent asks that the silent were told; joining the majority asks for proof that the ballot paper reached them.
    private static HashSet<string>? ServedSeats(RulePack pack, List<RollEntry> roll) => pack.Silence.Mode switch
    {
        SilenceMode.Ignore => null,
        SilenceMode.Assent => roll.Where(r => r.ToldAt is not null || r.ServedAt is not null).Select(r => Name(r.SeatId)).ToHashSet(StringComparer.Ordinal),
        SilenceMode.FollowMajority => roll.Where(r => r.ServedAt is not null).Select(r => Name(r.SeatId)).ToHashSet(StringComparer.Ordinal),
        _ => throw new ArgumentOutOfRangeException(nameof(pack), pack.Silence.Mode, "A silence nobody knows how to serve"),
    };

    private async Task<Dictionary<string, bool>> FactsOf(Vote vote, RulePack pack, CancellationToken ct)
    {
        var facts = await db.VoteFacts.AsNoTracking().Where(f => f.VoteId == vote.Id).ToDictionaryAsync(f => f.Fact, f => f.Holds, StringComparer.Ordinal, ct);
        if (pack.Silence.After is { } period && vote.OpensAt is { } opened)
        {
            facts[SilenceFacts.PeriodElapsed] = period.After(opened) <= (vote.ClosedAt ?? clock.GetUtcNow());
        }

        return facts;
    }

    private static int RoundOf(RulePack pack, Vote vote) =>
        vote.SessionRound is null ? 0 : pack.Rounds.Select((round, index) => (round.Name, index)).Single(r => r.Name == vote.SessionRound).index;

    private static string Name(Guid id) => id.ToString("D");
}

/// <summary>Facts about silence that the server answers itself.</summary>
internal static class SilenceFacts
{
    /// <summary>Whether silence has lasted as long as the rule asks.</summary>
    public const string PeriodElapsed = "periodElapsed";
}
