namespace Cohesion.Governance.Domain.Rules;

/// <summary>Why a seat may be taken out: a conflict of interest, arrears. Immutable.</summary>
public sealed record Exclusion(IReadOnlyList<string> Reasons)
{
    public Exclusion(string reason)
        : this([reason]) { }
}

/// <summary>One seat of the frozen roll. Immutable.</summary>
/// <param name="Seat">Unique within the roll.</param>
/// <param name="Parties">Who holds the seat; several are co-owners, who are one head together.</param>
/// <param name="Bloc">The constituency the seat belongs to; may be empty where there are none.</param>
/// <param name="Measures">The seat's columns; one that is left out is zero.</param>
/// <param name="Exclusion">Set when the roll marks the seat as excluded, with the reasons.</param>
public sealed record RollSeat(
    string Seat, IReadOnlyList<string> Parties, string Bloc, IReadOnlyDictionary<string, Rational> Measures, Exclusion? Exclusion = null);

/// <summary>What one seat said in one round.</summary>
public sealed record RuleBallot(string Seat, BallotChoice Choice, BallotChannel Channel = BallotChannel.Unstated, bool InPerson = false);

/// <summary>A seat that attends, with or without voting.</summary>
public sealed record Attendance(string Seat, bool InPerson);

/// <summary>
/// What one session brought in: either ballots by seat, or totals. A round in which nothing is stated has not been held.
/// </summary>
public sealed record ElectionRound
{
    /// <summary>The ballots of this session, one a seat; null when none were collected (or totals are given).</summary>
    public IReadOnlyList<RuleBallot>? Ballots { get; init; }

    /// <summary>Seats that attend, beyond those that cast a ballot; a session may be held by attendance alone.</summary>
    public IReadOnlyList<Attendance> Attending { get; init; } = [];

    /// <summary>The seats whose ballot paper is proven to have been served; null means all of them.</summary>
    public IReadOnlySet<string>? Served { get; init; }

    /// <summary>Seats that objected within the confirmation window.</summary>
    public IReadOnlyList<string> Objections { get; init; } = [];

    /// <summary>What each seat did, where it is known by its place on the roll; in place of ballots, attendance, service and objections.</summary>
    internal SeatMarks? Marks { get; init; }

    /// <summary>How the chair breaks a tie, if the chair has.</summary>
    public BallotChoice? CastingVote { get; init; }

    /// <summary>The sums already taken, for a session whose ballots are counted elsewhere.</summary>
    public TallyTotals? Totals { get; init; }

    /// <summary>Whether the session took place.</summary>
    public bool WasHeld => Ballots is not null || Marks is not null || Attending.Count > 0 || Totals is not null;
}

/// <summary>A holder so large that a cap may cut it, where only totals are known.</summary>
/// <param name="Measure">The column of the weight.</param>
/// <param name="Weight">The holder's weight before any cap.</param>
/// <param name="Side">The tally that contains it; null when it took no part.</param>
/// <param name="Lots">How many lots the scheme has; only <c>originalOwnerThird</c> asks.</param>
public sealed record LargestHolder(string Measure, Rational Weight, Tally? Side, Rational? Lots);

/// <summary>
/// Everything a rule is applied to: an electorate, what it did in each session, and the facts the rule asks for. Immutable.
/// </summary>
public sealed record Election
{
    private Election() { }

    /// <summary>The seats; null where only totals are known.</summary>
    public IReadOnlyList<RollSeat>? Roll { get; private init; }

    /// <summary>The electorate's sums, where only totals are known.</summary>
    public TallyTotals? All { get; private init; }

    /// <summary>The sessions in the order of the rule's rounds.</summary>
    public IReadOnlyList<ElectionRound> Rounds { get; private init; } = [];

    /// <summary>Answers to the facts a rule's silence needs, and to its exceptions.</summary>
    public IReadOnlyDictionary<string, bool> Facts { get; init; } = new Dictionary<string, bool>();

    /// <summary>True where whoever took the totals has already made sure of the facts the rule needs.</summary>
    public bool FactsAreMet { get; init; }

    /// <summary>Columns of the blocs themselves (<c>votes</c> of a canton); a bloc without one has the sum over its seats.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, Rational>> BlocColumns { get; init; }
        = new Dictionary<string, IReadOnlyDictionary<string, Rational>>();

    /// <summary>For totals: the holder a cap may cut.</summary>
    public LargestHolder? LargestHolder { get; init; }

    /// <summary>Whether a cast ballot may still be changed while the vote is open.</summary>
    public bool BallotsMayChange { get; init; }

    /// <summary>
    /// For totals: the smallest step of each measure (1/100 for areas in hundredths). A roll finds its own; without either,
    /// the step is the coarsest that fits the totals given.
    /// </summary>
    public IReadOnlyDictionary<string, Rational> Steps { get; init; } = new Dictionary<string, Rational>();

    /// <summary>An election by seats and ballots.</summary>
    /// <exception cref="ArgumentException">Two seats share an id, a ballot names no seat, or a seat has two ballots in one session.</exception>
    public static Election OfRoll(IReadOnlyList<RollSeat> roll, params IReadOnlyList<ElectionRound> rounds)
    {
        var seats = new HashSet<string>(roll.Count, StringComparer.Ordinal);
        foreach (var seat in roll)
        {
            if (!seats.Add(seat.Seat))
                throw new ArgumentException($"The seat '{seat.Seat}' stands twice on the roll.", nameof(roll));
        }

        foreach (var round in rounds)
        {
            var voted = new HashSet<string>(round.Ballots?.Count ?? 0, StringComparer.Ordinal);
            foreach (var ballot in round.Ballots ?? [])
            {
                if (!seats.Contains(ballot.Seat))
                    throw new ArgumentException($"The ballot of '{ballot.Seat}' names no seat of the roll.", nameof(rounds));
                if (!voted.Add(ballot.Seat))
                    throw new ArgumentException($"The seat '{ballot.Seat}' has two ballots in one session.", nameof(rounds));
            }

            if (round.Attending.Select(attendance => attendance.Seat).Concat(round.Objections).FirstOrDefault(seat => !seats.Contains(seat)) is { } stranger)
                throw new ArgumentException($"'{stranger}' is no seat of the roll.", nameof(rounds));
        }

        return new Election { Roll = roll, Rounds = rounds };
    }

    /// <summary>An election whose seats and ballots whoever read them has found in order, each once.</summary>
    internal static Election OfCheckedRoll(IReadOnlyList<RollSeat> roll, IReadOnlyList<ElectionRound> rounds) => new() { Roll = roll, Rounds = rounds };

    /// <summary>An election of which only sums are known.</summary>
    public static Election OfTotals(TallyTotals all, params IReadOnlyList<ElectionRound> rounds) => new() { All = all, Rounds = rounds };
}

/// <summary>Sums by tally, bloc and measure; what is not stated is derived or zero. Not safe for concurrent writing.</summary>
public sealed class TallyTotals
{
    private readonly Dictionary<(Tally Tally, string? Bloc, string Measure), Rational> _sums = [];

    /// <summary>Every sum stated.</summary>
    public IEnumerable<(Tally Tally, string? Bloc, string Measure, Rational Sum)> Stated
        => _sums.Select(entry => (entry.Key.Tally, entry.Key.Bloc, entry.Key.Measure, entry.Value));

    /// <summary>States one sum; <paramref name="bloc"/> null is the whole council. Returns itself, so that statements chain.</summary>
    public TallyTotals With(Tally tally, string measure, Rational sum, string? bloc = null)
    {
        _sums[(tally, bloc, measure)] = sum;
        return this;
    }

    /// <summary>The sum stated, or null.</summary>
    public Rational? Find(Tally tally, string? bloc, string measure)
        => _sums.TryGetValue((tally, bloc, measure), out var sum) ? sum : null;
}
