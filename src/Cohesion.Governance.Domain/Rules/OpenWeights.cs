using System.Runtime.InteropServices;

namespace Cohesion.Governance.Domain.Rules;

/// <summary>Where a weight stands while the vote is open, and so what may still become of it.</summary>
internal enum Standing
{
    /// <summary>Not heard from, not attending.</summary>
    SilentAbsent,

    /// <summary>Attending by proxy only, has not voted.</summary>
    SilentProxied,

    /// <summary>Attending in person, has not voted.</summary>
    SilentPresent,

    /// <summary>Counted as yes by silence so far; may still speak up.</summary>
    DeemedAbsent,
    DeemedProxied,
    DeemedPresent,

    /// <summary>Has voted, and may still change.</summary>
    MovableYes,
    MovableNo,
    MovableAbstain,

    /// <summary>Has voted from elsewhere, and may yet come in person.</summary>
    VotedElsewhere,
}

/// <summary>What a ballot moves when it comes in, in units of its weight.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Move(int Yes, int No, int Abstain, int Present, int InPerson, int Silent)
{
    public static Move None => default;

    public int On(Tally tally) => tally switch
    {
        Tally.Yes => Yes,
        Tally.No => No,
        Tally.Abstain => Abstain,
        Tally.Cast => Yes + No,
        Tally.Participating => Yes + No + Abstain,
        Tally.Present => Present,
        Tally.InPerson => InPerson,
        Tally.Silent => Silent,
        _ => 0,
    };

    /// <summary>The move of a yes cast by somebody attending in person: the most a willing party can do.</summary>
    public static Move Consent(Standing standing) => standing switch
    {
        Standing.SilentAbsent => new Move(1, 0, 0, 1, 1, -1),
        Standing.SilentProxied => new Move(1, 0, 0, 0, 1, -1),
        Standing.SilentPresent => new Move(1, 0, 0, 0, 0, -1),
        Standing.DeemedAbsent => new Move(0, 0, 0, 1, 1, 0),
        Standing.DeemedProxied => new Move(0, 0, 0, 0, 1, 0),
        _ => default,
    };
}

/// <summary>
/// The weights that can still move, by bloc, measure and standing; and, where the seats are known, by party. Built in one
/// pass over the seats.
/// </summary>
internal sealed class OpenWeights
{
    private static readonly int s_standings = Enum.GetValues<Standing>().Length;
    private readonly TallyTable _table;
    private readonly Rational[] _weights;
    private readonly Rational[] _steps;
    private readonly SessionCount? _count;
    private readonly bool _deemedYes;
    private bool[]? _firstOfPair;

    private OpenWeights(TallyTable table, Rational[] steps, SessionCount? count, bool deemedYes)
    {
        (_table, _steps, _count, _deemedYes) = (table, steps, count, deemedYes);
        _weights = new Rational[table.ScopeCount * table.Measures.Count * s_standings];
    }

    /// <summary>From a counted roll.</summary>
    public static OpenWeights OfRoll(SessionCount count, bool deemedYes, bool ballotsMayChange)
    {
        var open = new OpenWeights(count.Table, count.Roll.Steps, count, deemedYes);
        for (var m = 0; m < count.Table.Measures.Count; m++)
        {
            if (count.Roll.VoteWeights[m] is { } votes)
                open.AddSeats(votes, m, ballotsMayChange);
            else
                open.AddHeads(m, ballotsMayChange);
        }

        return open;
    }

    /// <summary>From totals: what is not stated as taking part is not heard from.</summary>
    public static OpenWeights OfTotals(TallyTable table, Election election, bool deemedYes)
    {
        var open = new OpenWeights(table, [.. table.Measures.Select(measure => StepOf(table, election, measure))], null, deemedYes);
        for (var scope = 0; scope < table.ScopeCount; scope++)
        {
            for (var m = 0; m < table.Measures.Count; m++)
            {
                var deemed = deemedYes ? table.Deemable(scope, m) : Rational.Zero;
                var voted = table.Sum(Tally.Yes, scope, m) + table.Sum(Tally.No, scope, m) + table.Sum(Tally.Abstain, scope, m) - deemed;
                var silent = Rational.Max(table.Sum(Tally.Silent, scope, m), Rational.Zero);
                var attending = Rational.Min(silent, Rational.Max(table.Sum(Tally.Present, scope, m) - voted, Rational.Zero));
                var proxied = Rational.Min(attending, Rational.Max(table.Sum(Tally.Present, scope, m) - table.Sum(Tally.InPerson, scope, m), Rational.Zero));
                open.Weight(scope, m, Standing.SilentProxied) = proxied;
                open.Weight(scope, m, Standing.SilentPresent) = attending - proxied;
                open.Weight(scope, m, Standing.SilentAbsent) = silent - attending;
                open.Weight(scope, m, Standing.DeemedAbsent) = deemed;
                open.Weight(scope, m, Standing.VotedElsewhere) = Rational.Max(voted - table.Sum(Tally.InPerson, scope, m), Rational.Zero);
                if (election.BallotsMayChange)
                {
                    open.Weight(scope, m, Standing.MovableYes) = table.Sum(Tally.Yes, scope, m) - deemed;
                    open.Weight(scope, m, Standing.MovableNo) = table.Sum(Tally.No, scope, m);
                    open.Weight(scope, m, Standing.MovableAbstain) = table.Sum(Tally.Abstain, scope, m);
                }
            }
        }

        return open;
    }

    public ref Rational Weight(int scope, int measure, Standing standing)
        => ref _weights[((scope * _table.Measures.Count) + measure) * s_standings + (int)standing];

    /// <summary>The smallest step of a measure; zero where nobody has any of it.</summary>
    public Rational Step(int measure) => _steps[measure];

    /// <summary>Whether a cap makes a vote weigh something else than its attendance in this measure.</summary>
    public bool VotesWeighOtherwise(int measure)
        => _count is { } count && !ReferenceEquals(count.Roll.VoteWeights[measure], count.Roll.Weights[measure]);

    /// <summary>
    /// What each party would add to the form by consenting with every seat it has not yet voted with; null where the
    /// seats are not known.
    /// </summary>
    public Rational[]? GainsByParty(LinearForm form)
    {
        if (_count is not { } count)
            return null;
        var roll = count.Roll;
        var gains = new Rational[roll.HolderCount];
        foreach (var term in form.Terms)
        {
            if (roll.VoteWeights[term.Measure] is { } votes)
            {
                for (var i = 0; i < votes.Length; i++)
                {
                    if (!votes[i].IsZero && (term.Scope == 0 || roll.ScopeOf[i] == term.Scope) && StandingOf(count.Seats[i]) is { } standing
                        && Move.Consent(standing).On(term.Tally) is var move && move != 0)
                        gains[roll.HolderOf[i]] += term.Coefficient * votes[i] * move;
                }
            }
            else if (term.Scope == 0)
            {
                for (var holder = 0; holder < gains.Length; holder++)
                    gains[holder] += HeadGain(term, count.Holders[holder]);
            }
            else
            {
                for (var i = 0; i < roll.Seats.Count; i++)
                {
                    // One head within the bloc, however many seats: only the first of them brings it.
                    if (roll.ScopeOf[i] == term.Scope && IsFirstOfPair(roll, i))
                        gains[roll.HolderOf[i]] += HeadGain(term, count.Pairs[roll.PairOf[i]]);
                }
            }
        }

        return gains;
    }

    private bool IsFirstOfPair(PreparedRoll roll, int seat)
    {
        if (_firstOfPair is null)
        {
            var first = new bool[roll.Seats.Count];
            var seen = new bool[roll.PairScope.Count];
            for (var i = 0; i < first.Length; i++)
            {
                first[i] = !seen[roll.PairOf[i]];
                seen[roll.PairOf[i]] = true;
            }

            _firstOfPair = first;
        }

        return _firstOfPair[seat];
    }

    private Rational HeadGain(LinearTerm term, SeatActs acts)
        => StandingOf(acts) is { } standing ? term.Coefficient * Move.Consent(standing).On(term.Tally) : Rational.Zero;

    private void AddSeats(WeightColumn votes, int measure, bool ballotsMayChange)
    {
        var sums = new RationalSum[_table.ScopeCount * s_standings];
        for (var i = 0; i < votes.Length; i++)
        {
            if (votes[i].IsZero)
                continue;
            var acts = _count!.Seats[i];
            var scope = _count.Roll.ScopeOf[i];
            if ((StandingOf(acts) ?? (ballotsMayChange ? Moved(acts) : null)) is { } standing)
                Add(sums, scope, standing, votes[i]);
            if (VotedElsewhere(acts))
                Add(sums, scope, Standing.VotedElsewhere, votes[i]);
        }

        for (var scope = 0; scope < _table.ScopeCount; scope++)
        {
            for (var standing = 0; standing < s_standings; standing++)
                Weight(scope, measure, (Standing)standing) = sums[scope * s_standings + standing].Total;
        }
    }

    private static void Add(RationalSum[] sums, int scope, Standing standing, Rational weight)
    {
        sums[(int)standing].Add(weight);
        if (scope > 0)
            sums[scope * s_standings + (int)standing].Add(weight);
    }

    private static bool VotedElsewhere(SeatActs acts) => (acts & SeatActs.Voted) != SeatActs.None && !acts.HasFlag(SeatActs.InPerson);

    private void AddHeads(int measure, bool ballotsMayChange)
    {
        foreach (var acts in _count!.Holders)
            AddHead(acts, 0, measure, ballotsMayChange);
        for (var pair = 0; pair < _count.Pairs.Length; pair++)
        {
            if (_count.Roll.PairScope[pair] is > 0 and var scope)
                AddHead(_count.Pairs[pair], scope, measure, ballotsMayChange);
        }
    }

    // A head that has voted with some of its seats can still be moved by the others.
    private void AddHead(SeatActs acts, int scope, int measure, bool ballotsMayChange)
    {
        if ((StandingOf(acts) ?? (ballotsMayChange || acts.HasFlag(SeatActs.Silent) ? Moved(acts) : null)) is { } standing)
            Weight(scope, measure, standing) += Rational.One;
        if (VotedElsewhere(acts))
            Weight(scope, measure, Standing.VotedElsewhere) += Rational.One;
    }

    private Standing? StandingOf(SeatActs acts)
    {
        if ((acts & SeatActs.Voted) != SeatActs.None)
            return null;
        var deemed = _deemedYes && acts.HasFlag(SeatActs.Deemable);
        return (acts & (SeatActs.Present | SeatActs.InPerson)) switch
        {
            SeatActs.None => deemed ? Standing.DeemedAbsent : Standing.SilentAbsent,
            SeatActs.Present => deemed ? Standing.DeemedProxied : Standing.SilentProxied,
            _ => deemed ? Standing.DeemedPresent : Standing.SilentPresent,
        };
    }

    private static Standing Moved(SeatActs acts) => SessionCount.SideOf(acts) switch
    {
        Tally.Yes => Standing.MovableYes,
        Tally.No => Standing.MovableNo,
        _ => Standing.MovableAbstain,
    };

    private static Rational StepOf(TallyTable table, Election election, string measure)
    {
        if (election.Steps.TryGetValue(measure, out var step))
            return step;
        var places = Rational.One;
        var column = table.MeasureOf(measure);
        for (var scope = 0; scope < table.ScopeCount; scope++)
        {
            foreach (var tally in RuleWords.Tallies)
                places = Rational.CommonStep(places, table.Sum(tally, scope, column));
        }

        return places;
    }
}
