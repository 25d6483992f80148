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
/// <param name="Ballots">The valid ballots of a named vote; those of a secret one belong to no seat and are not here.</param>
/// <param name="Measures">The council's measures.</param>
internal sealed record VoteStanding(
    RulePack Pack, Decision Decision, IReadOnlyList<RollEntry> Roll, IReadOnlyList<Ballot> Ballots, IReadOnlyList<Measure> Measures);

/// <summary>The one place where a vote, its roll, ballots, attendance, objections and previous sessions become an election that a rule decides.</summary>
internal sealed class VoteDecision(GovernanceDbContext db, VoteAttendance attendance, TimeProvider clock)
{
    private static readonly IReadOnlyDictionary<string, Rational> NoColumns = new Dictionary<string, Rational>(StringComparer.Ordinal);

    /// <summary>Evaluates the vote's rule.</summary>
    /// <param name="vote">The vote; its roll is frozen.</param>
    /// <param name="open">Whether ballots may still come: the decision then says what is missing and whether anything can change.</param>
    /// <param name="ct">Cancels the reading.</param>
    public Task<VoteStanding> Of(Vote vote, bool open, CancellationToken ct) => Of(vote, open, null, ct);

    /// <summary>Evaluates the vote's rule.</summary>
    /// <param name="vote">The vote; its roll is frozen.</param>
    /// <param name="open">Whether ballots may still come.</param>
    /// <param name="opened">The ballots of a secret vote that are being counted and not stored yet; null otherwise.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<VoteStanding> Of(Vote vote, bool open, IReadOnlyList<SecretBallot>? opened, CancellationToken ct)
    {
        var electorate = await ElectorateOf(vote, ct);
        var (pack, roll, measures) = (electorate.Pack, electorate.Roll, electorate.Measures);
        var ballots = await db.Ballots.AsNoTracking().Where(b => b.VoteId == vote.Id).ToListAsync(ct);

        var rounds = new ElectionRound[pack.Rounds.Count];
        Array.Fill(rounds, new ElectionRound());
        rounds[RoundOf(pack, vote)] = await Session(vote, electorate, vote.Secret ? await SecretWords(vote, electorate, opened, ct) : ballots.Select(SaidBy), ct);
        for (var earlierId = vote.PreviousVoteId; earlierId is { } id;)
        {
            var earlier = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == id, ct);
            var earlierBallots = await db.Ballots.AsNoTracking().Where(b => b.VoteId == id).ToListAsync(ct);
            rounds[RoundOf(pack, earlier)] = await Session(
                earlier, electorate, earlier.Secret ? await SecretWords(earlier, electorate, null, ct) : earlierBallots.Select(SaidBy), ct);
            earlierId = earlier.PreviousVoteId;
        }

        var election = Election.OfRoll(electorate.Seats, rounds) with { Facts = await FactsOf(vote, pack, ct) };
        return new VoteStanding(pack, RuleEvaluator.Decide(pack, election, open), roll, ballots, measures);
    }

    /// <summary>Who may vote in a vote whose roll is frozen.</summary>
    public async Task<FrozenElectorate> ElectorateOf(Vote vote, CancellationToken ct)
    {
        var measures = await db.Measures.AsNoTracking().Where(m => m.CouncilId == vote.CouncilId).OrderBy(m => m.Code).ToListAsync(ct);
        var roll = await db.RollEntries.AsNoTracking().Where(r => r.VoteId == vote.Id).ToListAsync(ct);

        // Sorted here, since databases have orders of their own for ids and the decision lists seats and blocs as they come.
        roll.Sort((a, b) => a.SeatId.CompareTo(b.SeatId));
        return new FrozenElectorate(RulePacks.Read(vote.RulePackJson, vote.RulePack), roll, SeatsOf(roll, measures), measures);
    }

    /// <summary>What a rule would need of an electorate that has not voted yet.</summary>
    public static Decision Preview(RulePack pack, IReadOnlyList<RollEntry> roll, IReadOnlyList<Measure> measures) =>
        RuleEvaluator.Decide(pack, Election.OfRoll(SeatsOf(roll, measures), new ElectionRound { Ballots = [] }), open: true);

    /// <summary>The seats for the rule.</summary>
    /// <remarks>
    /// Where every seat of the register is one head, the register says no more than the rule works out by itself, and the rule merges the seats
    /// of one party into one head as statutes ask. A register with other numbers of heads has counted them already and is taken at its word.
    /// </remarks>
    public static List<RollSeat> SeatsOf(IReadOnlyList<RollEntry> roll, IReadOnlyList<Measure> measures)
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
            columns.Count == 0 ? NoColumns : columns.ToDictionary(c => c.Code, c => new Rational(entry.Measures[c.Code], c.Unit), StringComparer.Ordinal),
            entry.ExcludedFor is { } ground ? new Exclusion(ground) : null))];
    }

    // The ballots of a secret vote on marked seats of their class, for the rule's eyes only: which seat has which means nothing and leaves this class nowhere.
    private async Task<List<Said>> SecretWords(Vote vote, FrozenElectorate electorate, IReadOnlyList<SecretBallot>? opened, CancellationToken ct)
    {
        var ballots = opened ?? await db.SecretBallots.AsNoTracking().Where(b => b.VoteId == vote.Id).ToListAsync(ct);
        if (ballots.Count == 0)
        {
            return [];
        }

        var marks = await db.SecretMarks.AsNoTracking()
            .Where(m => m.VoteId == vote.Id && db.RollEntries.Any(r => r.VoteId == m.VoteId && r.SeatId == m.SeatId && r.ExcludedFor == null))
            .ToDictionaryAsync(m => Name(m.SeatId), m => m, StringComparer.Ordinal, ct);
        var assigned = new SecrecyClasses(electorate.Pack).Assign(
            electorate.Seats, marks.Keys.ToHashSet(StringComparer.Ordinal), ballots.OrderBy(b => b.Id).Select(b => (b.Class, b.Choice)))
            ?? throw new InvalidOperationException($"The ballots of the secret vote {vote.Id:D} are not as many as its marks: rows were changed behind the server's back.");
        return [.. assigned.Select(a => new Said(marks[a.Seat].SeatId, a.Choice, marks[a.Seat].Channel))];
    }

    private static Said SaidBy(Ballot ballot) => new(ballot.SeatId, ballot.Choice, ballot.Channel);

    private async Task<ElectionRound> Session(Vote vote, FrozenElectorate electorate, IEnumerable<Said> ballots, CancellationToken ct)
    {
        var attending = await attendance.Of(vote, ct);
        var came = attending.ToHashSet();
        var objections = await db.Objections.AsNoTracking()
            .Where(o => o.SeatId != null && o.Stage != ObjectionStage.Withdrawn && db.Postings.Any(p => p.Id == o.PostingId && p.VoteId == vote.Id))
            .Select(o => o.SeatId!.Value)
            .Distinct()
            .ToListAsync(ct);

        // Ballots share the names of their seats: of a million that is half of all text.
        var names = new Dictionary<Guid, string>(electorate.Roll.Count);
        foreach (var (line, seat) in electorate.Roll.Zip(electorate.Seats))
        {
            names.Add(line.SeatId, seat.Seat);
        }

        return new ElectionRound
        {
            Ballots = [.. ballots.Where(b => names.ContainsKey(b.SeatId)).Select(b => new RuleBallot(
                names[b.SeatId], b.Choice, b.Channel, InPerson: b.Channel != BallotChannel.Proxy && came.Contains(b.SeatId)))],
            Attending = [.. attending.Where(names.ContainsKey).Select(seat => new Domain.Rules.Attendance(names[seat], InPerson: true))],
            Served = ServedSeats(electorate.Pack, electorate.Roll),
            Objections = [.. objections.Where(names.ContainsKey).Select(Name)],
            CastingVote = vote.CastingVote,
        };
    }

    // Assent asks that the silent were told; joining the majority asks for proof that the ballot paper reached them.
    private static HashSet<string>? ServedSeats(RulePack pack, IReadOnlyList<RollEntry> roll) => pack.Silence.Mode switch
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

    private sealed record Said(Guid SeatId, BallotChoice Choice, BallotChannel Channel);
}

/// <summary>Who may vote in a vote, and by what rule.</summary>
/// <param name="Roll">The frozen roll, in the order of seats.</param>
/// <param name="Seats">The same as the rule sees it.</param>
/// <param name="Measures">The council's measures.</param>
internal sealed record FrozenElectorate(RulePack Pack, IReadOnlyList<RollEntry> Roll, IReadOnlyList<RollSeat> Seats, IReadOnlyList<Measure> Measures);

/// <summary>Facts about silence that the server answers itself.</summary>
internal static class SilenceFacts
{
    /// <summary>Whether silence has lasted as long as the rule asks.</summary>
    public const string PeriodElapsed = "periodElapsed";
}
