namespace Cohesion.Governance.Domain.Rules;

/// <summary>
/// The roll as one rule sees it: owners of several seats merged, excluded seats taken out, the largest holder capped, in
/// that order. Ballots play no part in it, so it serves every round of an election.
/// </summary>
internal sealed class PreparedRoll
{
    private readonly Dictionary<string, int> _seatIndex;

    private PreparedRoll(IReadOnlyList<RollSeat> seats, IReadOnlyList<string> blocs, IReadOnlyList<string> measures)
    {
        (Seats, Blocs, Measures) = (seats, blocs, measures);
        _seatIndex = new Dictionary<string, int>(seats.Count, StringComparer.Ordinal);
        ScopeOf = new int[seats.Count];
        HolderOf = new int[seats.Count];
        PairOf = new int[seats.Count];
    }

    /// <summary>The seats that remain.</summary>
    public IReadOnlyList<RollSeat> Seats { get; }

    public IReadOnlyList<string> Blocs { get; }

    public IReadOnlyList<string> Measures { get; }

    /// <summary>The seat's bloc as a scope (1 and up); 0 for a seat outside any bloc.</summary>
    public int[] ScopeOf { get; }

    /// <summary>The seat's holder; seats of the same party, or of the same co-owners, share one.</summary>
    public int[] HolderOf { get; }

    /// <summary>The holder within its bloc: a party that sits in two blocs is a head in each and one head in the whole.</summary>
    public int[] PairOf { get; }

    public List<string> Holders { get; } = [];

    public List<int> PairScope { get; } = [];

    /// <summary>Weights by measure and seat after the cap; the column of merged heads is null.</summary>
    public Rational[]?[] Weights { get; private set; } = [];

    /// <summary>What the seat's vote weighs; the same array as <see cref="Weights"/> unless a cap touches votes alone.</summary>
    public Rational[]?[] VoteWeights { get; private set; } = [];

    public List<ExcludedSeat> Excluded { get; } = [];

    public List<CappedHolder> Capped { get; } = [];

    /// <summary>The smallest step of each measure: every weight is a whole multiple of it.</summary>
    public Rational[] Steps { get; private set; } = [];

    public bool TryIndex(string seat, out int index) => _seatIndex.TryGetValue(seat, out index);

    public static PreparedRoll Of(RulePack pack, Election election)
    {
        var roll = election.Roll!;
        var excluded = new List<ExcludedSeat>();
        var remaining = new List<RollSeat>(roll.Count);
        foreach (var seat in roll)
        {
            if (Exclusions.ReasonFor(pack, seat) is { } reason)
                excluded.Add(new ExcludedSeat(seat.Seat, reason));
            else
                remaining.Add(seat);
        }

        var wanted = pack.Measures.Append(RuleWords.Heads).Distinct(StringComparer.Ordinal).ToList();
        var columns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var seat in roll)
        {
            foreach (var measure in wanted)
            {
                if (!columns.Contains(measure) && seat.Measures.ContainsKey(measure))
                    columns.Add(measure);
            }
        }

        var mergesHeads = !columns.Contains(RuleWords.Heads);
        List<string> measures = [.. wanted.Where(measure => columns.Contains(measure) || measure == RuleWords.Heads)];
        List<string> blocs = [.. remaining.Select(seat => seat.Bloc).Concat(election.BlocColumns.Keys)
            .Where(bloc => bloc.Length > 0).Distinct(StringComparer.Ordinal)];

        var prepared = new PreparedRoll(remaining, blocs, measures);
        prepared.Excluded.AddRange(excluded);
        prepared.Merge();
        prepared.Weigh(mergesHeads);
        prepared.Cap(pack.Cap, roll);
        return prepared;
    }

    private void Merge()
    {
        var scopes = Blocs.Select((bloc, index) => (bloc, index)).ToDictionary(entry => entry.bloc, entry => entry.index + 1, StringComparer.Ordinal);
        var holders = new Dictionary<string, int>(Seats.Count, StringComparer.Ordinal);
        var pairs = new Dictionary<(int Holder, int Scope), int>();
        var firstPair = new List<int>();
        for (var i = 0; i < Seats.Count; i++)
        {
            var seat = Seats[i];
            _seatIndex.Add(seat.Seat, i);
            ScopeOf[i] = seat.Bloc.Length == 0 ? 0 : scopes[seat.Bloc];
            var key = HolderKey(seat);
            if (!holders.TryGetValue(key, out var holder))
            {
                holder = holders[key] = Holders.Count;
                Holders.Add(seat.Parties.Count == 0 ? seat.Seat : string.Join(", ", seat.Parties));
                firstPair.Add(PairScope.Count);
                PairScope.Add(ScopeOf[i]);
            }

            HolderOf[i] = holder;
            var first = firstPair[holder];
            if (PairScope[first] == ScopeOf[i])
                PairOf[i] = first;
            else if (pairs.TryGetValue((holder, ScopeOf[i]), out var pair))
                PairOf[i] = pair;
            else
            {
                PairOf[i] = pairs[(holder, ScopeOf[i])] = PairScope.Count;
                PairScope.Add(ScopeOf[i]);
            }
        }
    }

    // A seat nobody is named for is its own head. Co-owners are one head together, whatever order they are named in,
    // and another head than one of them alone (Judicial Interpretation on divided ownership, art. 9; WEG 25(2)).
    private static string HolderKey(RollSeat seat) => seat.Parties.Count switch
    {
        0 => "\u0001" + seat.Seat,
        1 => seat.Parties[0],
        _ => string.Join('\u0001', seat.Parties.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal)),
    };

    private void Weigh(bool mergesHeads)
    {
        Weights = new Rational[]?[Measures.Count];
        Steps = new Rational[Measures.Count];
        for (var m = 0; m < Measures.Count; m++)
        {
            var measure = Measures[m];
            if (mergesHeads && measure == RuleWords.Heads)
            {
                Steps[m] = Rational.One;
                continue;
            }

            var column = new Rational[Seats.Count];
            for (var i = 0; i < column.Length; i++)
            {
                if (Seats[i].Measures.TryGetValue(measure, out var weight) && !weight.IsZero)
                {
                    column[i] = weight;
                    Steps[m] = Steps[m].IsZero ? weight : Rational.CommonStep(Steps[m], weight);
                }
            }

            Weights[m] = column;
        }

        VoteWeights = [.. Weights];
    }

    private void Cap(HolderCap cap, IReadOnlyList<RollSeat> roll)
    {
        if (cap == HolderCap.None || (cap == HolderCap.OriginalOwnerThird && Lots(roll) <= 2))
            return;
        for (var m = 0; m < Measures.Count; m++)
        {
            if (Measures[m] == RuleWords.Heads || Weights[m] is not { } column)
                continue;
            var held = new Rational[Holders.Count];
            for (var i = 0; i < column.Length; i++)
                held[HolderOf[i]] += column[i];
            var all = default(RationalSum);
            foreach (var weight in held)
                all.Add(weight);
            for (var holder = 0; holder < held.Length; holder++)
            {
                if (HolderCaps.Reduce(cap, held[holder], all.Total) is { } reduced)
                    Reduce(cap, m, holder, held[holder], reduced);
            }
        }
    }

    private void Reduce(HolderCap cap, int measure, int holder, Rational weight, Rational reduced)
    {
        var factor = reduced / weight;
        var column = VoteWeights[measure] = [.. VoteWeights[measure]!];
        for (var i = 0; i < column.Length; i++)
        {
            if (HolderOf[i] == holder)
            {
                column[i] *= factor;
                if (!column[i].IsZero)
                    Steps[measure] = Rational.CommonStep(Steps[measure], column[i]);
            }
        }

        if (cap == HolderCap.MajorityToRest)
            Weights[measure] = column;
        Capped.Add(new CappedHolder(Measures[measure], Holders[holder], weight, reduced));
    }

    private static Rational Lots(IReadOnlyList<RollSeat> roll)
    {
        var lots = Rational.Zero;
        var isColumn = false;
        foreach (var seat in roll)
        {
            if (seat.Measures.TryGetValue("lots", out var here))
                (lots, isColumn) = (lots + here, true);
        }

        return isColumn ? lots : roll.Count;
    }
}

/// <summary>What a cap leaves of a holder's weight.</summary>
internal static class HolderCaps
{
    /// <summary>The reduced weight, or null where the cap does not touch the holder.</summary>
    public static Rational? Reduce(HolderCap cap, Rational weight, Rational all)
    {
        var others = all - weight;
        return cap switch
        {
            HolderCap.MajorityToRest when weight > others => others,
            HolderCap.OriginalOwnerThird when weight >= others && !weight.IsZero => weight * new Rational(1, 3),
            _ => null,
        };
    }
}

/// <summary>Whether a rule takes a seat out.</summary>
internal static class Exclusions
{
    /// <summary>The first reason that applies, or null.</summary>
    public static string? ReasonFor(RulePack pack, RollSeat seat)
    {
        if (pack.Exclude is not { } rules)
            return seat.Exclusion is { } marked ? marked.Reasons is [var first, ..] ? first : "excluded" : null;
        foreach (var rule in rules)
        {
            if (Applies(rule, seat))
                return rule.Reason ?? (rule.Column is { } column ? $"{column} {rule.Operator.Sign()} {rule.Value}" : "excluded");
        }

        return null;
    }

    private static bool Applies(ExclusionRule rule, RollSeat seat)
    {
        if (rule.Column is { } column)
            return seat.Measures.TryGetValue(column, out var value) && rule.Operator.Holds(value.CompareTo(rule.Value));
        return rule.Reason is { } reason ? seat.Exclusion?.Reasons.Contains(reason, StringComparer.Ordinal) == true
            : rule.Seat is { } id ? seat.Seat == id
            : rule.Party is { } party ? seat.Parties.Contains(party, StringComparer.Ordinal)
            : seat.Bloc == rule.Bloc;
    }
}
