namespace Cohesion.Governance.Domain.Rules;

/// <summary>
/// The numbers of one session that conditions are compared with, for the whole council (scope 0) and each bloc. Both a
/// counted roll and given totals end up here, so that there is one evaluator.
/// </summary>
internal sealed class TallyTable
{
    private static readonly int s_tallies = RuleWords.Tallies.Count;
    private readonly Dictionary<string, int> _scopes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _measures = new(StringComparer.Ordinal);
    private readonly Rational[] _sums;
    private readonly Rational[] _deemable;
    private readonly bool[] _unknown;
    private readonly bool[] _fixed;

    public TallyTable(IReadOnlyList<string> blocs, IReadOnlyList<string> measures)
    {
        (Blocs, Measures) = (blocs, measures);
        for (var i = 0; i < blocs.Count; i++)
            _scopes[blocs[i]] = i + 1;
        for (var i = 0; i < measures.Count; i++)
            _measures[measures[i]] = i;
        var cells = (blocs.Count + 1) * measures.Count;
        _sums = new Rational[cells * s_tallies];
        _unknown = new bool[cells * s_tallies];
        _fixed = new bool[cells * s_tallies];
        _deemable = new Rational[cells];
    }

    /// <summary>The blocs that still have a seat.</summary>
    public IReadOnlyList<string> Blocs { get; }

    /// <summary>The measures somebody has.</summary>
    public IReadOnlyList<string> Measures { get; }

    public int ScopeCount => Blocs.Count + 1;

    /// <summary>What blocs weigh by a column of their own.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, Rational>> BlocColumns { get; init; }
        = new Dictionary<string, IReadOnlyDictionary<string, Rational>>();

    public int ScopeOf(string? bloc) => bloc is null ? 0 : _scopes.GetValueOrDefault(bloc, -1);

    public int MeasureOf(string measure) => _measures.GetValueOrDefault(measure, -1);

    /// <summary>The sum; null where nobody has the measure. A bloc without seats sums to zero.</summary>
    public Rational? Find(Tally tally, string? bloc, string measure)
    {
        var column = MeasureOf(measure);
        if (column < 0)
            return null;
        var scope = ScopeOf(bloc);
        if (scope < 0)
            return Rational.Zero;
        return _unknown[Cell(tally, scope, column)] ? null : _sums[Cell(tally, scope, column)];
    }

    public ref Rational Sum(Tally tally, int scope, int measure) => ref _sums[Cell(tally, scope, measure)];

    /// <summary>The silent weight that the rule may deem to have voted.</summary>
    public ref Rational Deemable(int scope, int measure) => ref _deemable[scope * Measures.Count + measure];

    public void MarkUnknown(Tally tally, int scope, int measure) => _unknown[Cell(tally, scope, measure)] = true;

    /// <summary>The sum was stated by whoever counted and is not derived again.</summary>
    public void MarkFixed(Tally tally, int scope, int measure) => _fixed[Cell(tally, scope, measure)] = true;

    public bool IsFixed(Tally tally, int scope, int measure) => _fixed[Cell(tally, scope, measure)];

    /// <summary>What a bloc weighs in a column: its own, else the sum over its seats; null where neither exists.</summary>
    public Rational? BlocWeight(string bloc, string column)
        => BlocColumns.TryGetValue(bloc, out var own) && own.TryGetValue(column, out var weight) ? weight : Find(Tally.All, bloc, column);

    /// <summary>Lets the silent who may be deemed join a side, everywhere.</summary>
    public void Deem(BallotChoice side)
    {
        for (var scope = 0; scope < ScopeCount; scope++)
        {
            for (var measure = 0; measure < Measures.Count; measure++)
            {
                var weight = Deemable(scope, measure);
                Sum(side == BallotChoice.Yes ? Tally.Yes : Tally.No, scope, measure) += weight;
                Sum(Tally.Silent, scope, measure) -= weight;
            }
        }

        Derive();
    }

    /// <summary>Sums up <c>cast</c> and <c>participating</c>, except where they were stated.</summary>
    public void Derive()
    {
        for (var scope = 0; scope < ScopeCount; scope++)
        {
            for (var measure = 0; measure < Measures.Count; measure++)
            {
                var cast = Sum(Tally.Yes, scope, measure) + Sum(Tally.No, scope, measure);
                if (!IsFixed(Tally.Cast, scope, measure))
                    Sum(Tally.Cast, scope, measure) = cast;
                if (!IsFixed(Tally.Participating, scope, measure))
                    Sum(Tally.Participating, scope, measure) = cast + Sum(Tally.Abstain, scope, measure);
            }
        }
    }

    private int Cell(Tally tally, int scope, int measure) => ((scope * Measures.Count) + measure) * s_tallies + (int)tally;
}
