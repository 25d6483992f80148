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
        Holders = new SeatActs[roll.Holders.Count];
        Pairs = new SeatActs[roll.PairScope.Count];
        Table = new TallyTable(roll.Blocs, roll.Measures) { BlocColumns = election.BlocColumns };
        Mark(round, absentOnly);
        for (var m = 0; m < roll.Measures.Count; m++)
        {
            if (roll.Weights[m] is null)
                CountHeads(m);
            else
                Weigh(m);
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

    private void Mark(ElectionRound round, bool absentOnly)
    {
        foreach (var ballot in round.Ballots ?? [])
        {
            // The ballot of an excluded seat finds no seat and is not counted.
            if (Roll.TryIndex(ballot.Seat, out var seat))
            {
                Seats[seat] |= SeatActs.Present | (ballot.InPerson ? SeatActs.InPerson : SeatActs.None) | ballot.Choice switch
                {
                    BallotChoice.Yes => SeatActs.Yes,
                    BallotChoice.No => SeatActs.No,
                    _ => SeatActs.Abstain,
                };
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
                if (round.Served?.Contains(Roll.Seats[i].Seat) != false && !(absentOnly && Seats[i].HasFlag(SeatActs.Present)))
                    Seats[i] |= SeatActs.Deemable;
            }

            Holders[Roll.HolderOf[i]] |= Seats[i];
            Pairs[Roll.PairOf[i]] |= Seats[i];
        }
    }

    private void Weigh(int measure)
    {
        Rational[] weights = Roll.Weights[measure]!, votes = Roll.VoteWeights[measure]!;
        var tallies = RuleWords.Tallies.Count;
        var sums = new RationalSum[Table.ScopeCount * (tallies + 1)];
        for (var i = 0; i < weights.Length; i++)
        {
            var weight = weights[i];
            if (weight.IsZero)
                continue;
            var vote = votes[i];
            var acts = Seats[i];
            var scope = Roll.ScopeOf[i];
            for (var at = 0; ; at = scope)
            {
                var row = sums.AsSpan(at * (tallies + 1), tallies + 1);
                row[(int)Tally.All].Add(weight);
                row[(int)SideOf(acts)].Add(vote);
                if (acts.HasFlag(SeatActs.Present))
                    row[(int)Tally.Present].Add(weight);
                if (acts.HasFlag(SeatActs.InPerson))
                    row[(int)Tally.InPerson].Add(weight);
                if (acts.HasFlag(SeatActs.Objected))
                    row[(int)Tally.Objected].Add(weight);
                if (acts.HasFlag(SeatActs.Deemable))
                    row[tallies].Add(vote);
                if (at == scope)
                    break;
            }
        }

        for (var scope = 0; scope < Table.ScopeCount; scope++)
        {
            foreach (var tally in RuleWords.Tallies)
                Table.Sum(tally, scope, measure) = sums[scope * (tallies + 1) + (int)tally].Total;
            Table.Deemable(scope, measure) = sums[scope * (tallies + 1) + tallies].Total;
        }
    }

    private void CountHeads(int measure)
    {
        foreach (var acts in Holders)
            CountHead(acts, 0, measure);
        for (var pair = 0; pair < Pairs.Length; pair++)
        {
            if (Roll.PairScope[pair] > 0)
                CountHead(Pairs[pair], Roll.PairScope[pair], measure);
        }
    }

    private void CountHead(SeatActs acts, int scope, int measure)
    {
        Table.Sum(Tally.All, scope, measure) += Rational.One;
        var side = SideOf(acts);
        Table.Sum(side, scope, measure) += Rational.One;
        if (acts.HasFlag(SeatActs.Present))
            Table.Sum(Tally.Present, scope, measure) += Rational.One;
        if (acts.HasFlag(SeatActs.InPerson))
            Table.Sum(Tally.InPerson, scope, measure) += Rational.One;
        if (acts.HasFlag(SeatActs.Objected))
            Table.Sum(Tally.Objected, scope, measure) += Rational.One;

        // A head that spoke with any of its seats is not silent, and is not deemed.
        if (side == Tally.Silent && acts.HasFlag(SeatActs.Deemable))
            Table.Deemable(scope, measure) += Rational.One;
    }
}
