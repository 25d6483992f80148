using System.Runtime.InteropServices;

namespace Cohesion.Governance.Domain.Rules;

/// <summary>What a seat, or all seats of one head, did in a session.</summary>
[Flags]
internal enum SeatActs : byte
{
    None = 0,
    Yes = 1,
    No = 2,
    Abstain = 4,
    Voted = Yes | No | Abstain,
    Present = 8,
    InPerson = 16,
    Objected = 32,

    /// <summary>Silent, and the rule may deem it to have voted.</summary>
    Deemable = 64,
    Silent = 128,
}

/// <summary>Counts one session of a roll into a <see cref="TallyTable"/>: one pass over ballots, one over seats.</summary>
internal sealed class SessionCount
{
    private SessionCount(PreparedRoll roll, Election election, ElectionRound round, bool absentOnly)
    {
        Roll = roll;
        Seats = new SeatActs[roll.Seats.Count];
        Holders = new SeatActs[roll.HolderCount];
        Pairs = new SeatActs[roll.PairScope.Count];
        Table = new TallyTable(roll.Blocs, roll.Measures) { BlocColumns = election.BlocColumns };
        Mark(round, absentOnly);
        var seats = new ActGroups(Seats, roll.ScopeOf, Table.ScopeCount);
        for (var m = 0; m < roll.Measures.Count; m++)
        {
            if (roll.Weights[m] is null)
                CountHeads(m);
            else
                Weigh(seats, m);
        }

        Table.Derive();
    }

    public PreparedRoll Roll { get; }

    public SeatActs[] Seats { get; }

    /// <summary>What the seats of each holder did, taken together.</summary>
    public SeatActs[] Holders { get; }

    /// <summary>The same within each bloc the holder sits in.</summary>
    public SeatActs[] Pairs { get; }

    public TallyTable Table { get; }

    public static SessionCount Of(PreparedRoll roll, Election election, ElectionRound round, bool absentOnly)
        => new(roll, election, round, absentOnly);

    /// <summary>
    /// The side of a head. One owner has one vote by head: seats that voted both ways contradict each other and take no
    /// side; an abstention contradicts nothing.
    /// </summary>
    public static Tally SideOf(SeatActs acts) => (acts & SeatActs.Voted) switch
    {
        SeatActs.None => Tally.Silent,
        SeatActs.Yes or (SeatActs.Yes | SeatActs.Abstain) => Tally.Yes,
        SeatActs.No or (SeatActs.No | SeatActs.Abstain) => Tally.No,
        _ => Tally.Abstain,
    };

    /// <summary>What a seat did that cast a ballot, wherever it was.</summary>
    public static SeatActs ActsOf(BallotChoice choice) => SeatActs.Present | choice switch
    {
        BallotChoice.Yes => SeatActs.Yes,
        BallotChoice.No => SeatActs.No,
        _ => SeatActs.Abstain,
    };

    private void Mark(ElectionRound round, bool absentOnly)
    {
        if (round.Marks is { } marks)
        {
            for (var i = 0; i < Seats.Length; i++)
                Seats[i] = marks.Acts[Roll.PlaceOf(i)];
        }

        foreach (var ballot in round.Ballots ?? [])
        {
            // The ballot of an excluded seat finds no seat and is not counted.
            if (Roll.TryIndex(ballot.Seat, out var seat))
            {
                Seats[seat] |= ActsOf(ballot.Choice) | (ballot.InPerson ? SeatActs.InPerson : SeatActs.None);
            }
        }

        foreach (var attendance in round.Attending)
        {
            if (Roll.TryIndex(attendance.Seat, out var seat))
                Seats[seat] |= SeatActs.Present | (attendance.InPerson ? SeatActs.InPerson : SeatActs.None);
        }

        foreach (var objection in round.Objections)
        {
            if (Roll.TryIndex(objection, out var seat))
                Seats[seat] |= SeatActs.Objected;
        }

        for (var i = 0; i < Seats.Length; i++)
        {
            if ((Seats[i] & SeatActs.Voted) == SeatActs.None)
            {
                Seats[i] |= SeatActs.Silent;
                if (IsServed(round, i) && !(absentOnly && Seats[i].HasFlag(SeatActs.Present)))
                    Seats[i] |= SeatActs.Deemable;
            }

            Holders[Roll.HolderOf[i]] |= Seats[i];
            Pairs[Roll.PairOf[i]] |= Seats[i];
        }
    }

    private bool IsServed(ElectionRound round, int seat) =>
        round.Marks is { } marks ? marks.Served is not { } served || served[Roll.PlaceOf(seat)] : round.Served?.Contains(Roll.Seats[seat].Seat) != false;

    private void Weigh(ActGroups seats, int measure)
    {
        WeightColumn weights = Roll.Weights[measure]!, votes = Roll.VoteWeights[measure]!;
        var weight = seats.Weigh(weights);
        var vote = ReferenceEquals(weights, votes) ? weight : seats.Weigh(votes);
        for (var i = 0; i < weight.Length; i++)
        {
            var (scope, acts) = seats.Groups[i];
            Add(acts, 0, measure, weight[i], vote[i]);
            if (scope > 0)
                Add(acts, scope, measure, weight[i], vote[i]);
        }
    }

    private void CountHeads(int measure)
    {
        var whole = new ActGroups(Holders, [], 1);
        foreach (var (count, (_, acts)) in whole.Count().Zip(whole.Groups))
            Add(acts, 0, measure, count, count);

        var blocs = new ActGroups(Pairs, CollectionsMarshal.AsSpan(Roll.PairScope), Table.ScopeCount);
        foreach (var (count, (scope, acts)) in blocs.Count().Zip(blocs.Groups))
        {
            if (scope > 0)
                Add(acts, scope, measure, count, count);
        }
    }

    private void Add(SeatActs acts, int scope, int measure, Rational weight, Rational vote)
    {
        Table.Sum(Tally.All, scope, measure) += weight;
        var side = SideOf(acts);
        Table.Sum(side, scope, measure) += vote;
        if (acts.HasFlag(SeatActs.Present))
            Table.Sum(Tally.Present, scope, measure) += weight;
        if (acts.HasFlag(SeatActs.InPerson))
            Table.Sum(Tally.InPerson, scope, measure) += weight;
        if (acts.HasFlag(SeatActs.Objected))
            Table.Sum(Tally.Objected, scope, measure) += weight;

        // A head that spoke with any of its seats is not silent, and is not deemed.
        if (side == Tally.Silent && acts.HasFlag(SeatActs.Deemable))
            Table.Deemable(scope, measure) += vote;
    }
}
