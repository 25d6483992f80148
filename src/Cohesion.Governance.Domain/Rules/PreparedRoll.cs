using System.Runtime.InteropServices;

namespace Cohesion.Governance.Domain.Rules;

/// <summary>
/// The roll as one rule sees it: owners of several seats merged, excluded seats taken out, the largest holder capped, in
/// that order. Ballots play no part in it, so it serves every round of an election.
/// </summary>
internal sealed partial class PreparedRoll
{
    private readonly List<int> _firstSeatOf;
    private readonly int[]? _places;
    private Dictionary<string, int>? _seatIndex;

    private PreparedRoll(IReadOnlyList<RollSeat> seats, int[]? places, IReadOnlyList<string> blocs, IReadOnlyList<string> measures)
    {
        (Seats, _places, Blocs, Measures) = (seats, places, blocs, measures);
        (_firstSeatOf, PairScope) = (new List<int>(seats.Count), new List<int>(seats.Count));
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

    public int HolderCount => _firstSeatOf.Count;

    public List<int> PairScope { get; }

    /// <summary>Weights by measure and seat after the cap; the column of merged heads is null.</summary>
    public WeightColumn?[] Weights { get; private set; } = [];

    /// <summary>What the seat's vote weighs; the same array as <see cref="Weights"/> unless a cap touches votes alone.</summary>
    public WeightColumn?[] VoteWeights { get; private set; } = [];

    public List<ExcludedSeat> Excluded { get; } = [];

    public List<CappedHolder> Capped { get; } = [];

    /// <summary>The smallest step of each measure: every weight is a whole multiple of it.</summary>
    public Rational[] Steps { get; private set; } = [];

    /// <summary>The place on the roll, excluded seats included, of a seat that remains.</summary>
    public int PlaceOf(int index) => _places is null ? index : _places[index];

    public bool TryIndex(string seat, out int index)
    {
        if (_seatIndex is null)
        {
            _seatIndex = new Dictionary<string, int>(Seats.Count, StringComparer.Ordinal);
            for (var i = 0; i < Seats.Count; i++)
                _seatIndex.Add(Seats[i].Seat, i);
        }

        return _seatIndex.TryGetValue(seat, out index);
    }

    /// <summary>What a holder is called: its party or parties, else the seat itself.</summary>
    public string HolderName(int holder)
    {
        var seat = Seats[_firstSeatOf[holder]];
        return seat.Parties.Count == 0 ? seat.Seat : string.Join(", ", seat.Parties);
    }

    public static PreparedRoll Of(RulePack pack, Election election)
    {
        var roll = election.Roll!;

        // What a rule excludes by itself or caps, it looks for seat by seat.
        if (roll is IRollColumns byColumn && pack.Exclude is null && pack.Cap == HolderCap.None)
            return OfColumns(pack, byColumn, election);
        var excluded = new List<ExcludedSeat>();
        var remaining = new List<RollSeat>(roll.Count);
        var places = new List<int>(roll.Count);
        foreach (var seat in roll)
        {
            if (Exclusions.ReasonFor(pack, seat) is { } reason)
            {
                excluded.Add(new ExcludedSeat(seat.Seat, reason));
            }
            else
            {
                places.Add(excluded.Count + remaining.Count);
                remaining.Add(seat);
            }
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

        var prepared = new PreparedRoll(remaining, excluded.Count == 0 ? null : [.. places], blocs, measures);
        prepared.Excluded.AddRange(excluded);
        prepared.MergeSeats();
        prepared.WeighSeats(mergesHeads);
        prepared.Cap(pack.Cap, roll);
        return prepared;
    }

    private void MergeSeats()
    {
        var scopes = Blocs.Select((bloc, index) => (bloc, index)).ToDictionary(entry => entry.bloc, entry => entry.index + 1, StringComparer.Ordinal);
        for (var i = 0; i < Seats.Count; i++)
            ScopeOf[i] = Seats[i].Bloc.Length == 0 ? 0 : scopes[Seats[i].Bloc];
        Merge(i => HolderKey(Seats[i]), StringComparer.Ordinal);
    }

    private void Merge<TKey>(Func<int, TKey> holderKey, IEqualityComparer<TKey> comparer)
        where TKey : notnull
    {
        var holders = new Dictionary<TKey, int>(Seats.Count, comparer);
        var pairs = new Dictionary<(int Holder, int Scope), int>();
        var firstPair = new List<int>(Seats.Count);
        for (var i = 0; i < HolderOf.Length; i++)
        {
            ref var holder = ref CollectionsMarshal.GetValueRefOrAddDefault(holders, holderKey(i), out var isKnown);
            if (!isKnown)
            {
                holder = HolderCount;
                _firstSeatOf.Add(i);
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

    private void WeighSeats(bool mergesHeads)
    {
        Weigh(mergesHeads, measure =>
        {
            var column = new Rational[Seats.Count];
            for (var i = 0; i < column.Length; i++)
            {
                if (Seats[i].Measures.TryGetValue(measure, out var weight))
                    column[i] = weight;
            }

            return new FractionColumn(column);
        });
    }

    private void Weigh(bool mergesHeads, Func<string, WeightColumn> columnOf)
    {
        Weights = [.. Measures.Select(measure => mergesHeads && measure == RuleWords.Heads ? null : columnOf(measure))];
        VoteWeights = [.. Weights];
        Steps = [.. Weights.Select(column => column is null ? Rational.One : column.Step)];
    }

    private void Cap(HolderCap cap, IReadOnlyList<RollSeat> roll)
    {
        if (cap == HolderCap.None || (cap == HolderCap.OriginalOwnerThird && Lots(roll) <= 2))
            return;
        for (var m = 0; m < Measures.Count; m++)
        {
            if (Measures[m] == RuleWords.Heads || Weights[m] is not { } column)
                continue;
            var held = new Rational[HolderCount];
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
        var whole = VoteWeights[measure]!;
        var votes = new Rational[whole.Length];
        for (var i = 0; i < votes.Length; i++)
        {
            votes[i] = whole[i];
            if (HolderOf[i] == holder)
            {
                votes[i] *= factor;
                if (!votes[i].IsZero)
                    Steps[measure] = Rational.CommonStep(Steps[measure], votes[i]);
            }
        }

        VoteWeights[measure] = new FractionColumn(votes);
        if (cap == HolderCap.MajorityToRest)
            Weights[measure] = VoteWeights[measure];
        Capped.Add(new CappedHolder(Measures[measure], HolderName(holder), weight, reduced));
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
