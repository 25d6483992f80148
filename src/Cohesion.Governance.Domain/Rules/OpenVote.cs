namespace Cohesion.Governance.Domain.Rules;

/// <summary>Whether ballots still to come can change a condition.</summary>
internal enum Certainty
{
    Never,
    Open,
    Always,
}

/// <summary>
/// What can still become of a vote while it is open. A condition is certain only when no combination of the ballots still
/// to come changes it; what cannot be proven is called open.
/// </summary>
internal sealed class OpenVote
{
    private static readonly Move[][] s_moves = BuildMoves();
    private readonly TallyTable _table;
    private readonly OpenWeights _weights;
    private readonly bool _chairCasts;

    // Under "silence follows the majority" a silent seat may end on either side without ever voting.
    private readonly bool _silentMayBecomeYes;
    private readonly bool _silentMayBecomeNo;

    public OpenVote(TallyTable table, OpenWeights weights, RulePack pack, bool silenceMayFollow)
    {
        (_table, _weights, _chairCasts) = (table, weights, pack.ChairCasts);
        if (!silenceMayFollow || table.MeasureOf(RuleWords.Heads) < 0)
            return;
        var (least, most) = Lead(RuleWords.Heads);
        SilenceMayDisagree = pack.Measures.Where(measure => table.MeasureOf(measure) >= 0).Any(measure =>
            Lead(measure) is var lead && ((most.Sign > 0 && lead.Least.Sign < 0) || (least.Sign < 0 && lead.Most.Sign > 0)));
        (_silentMayBecomeYes, _silentMayBecomeNo) = (most.Sign > 0, least.Sign < 0);
    }

    /// <summary>Whether heads and another measure may end with different majorities for silence to follow.</summary>
    public bool SilenceMayDisagree { get; }

    /// <summary>Whether the rule may in the end be unable to decide because of the silent.</summary>
    public bool SilenceMayBeUndecided { get; set; }

    public Certainty JudgeAll(IReadOnlyList<Condition> conditions) => All(conditions.Select(condition => Judge(condition, null)));

    public Certainty Judge(Condition condition, string? bloc) => condition switch
    {
        Comparison comparison => JudgeParts(LinearForm.WithoutExtremes(comparison), comparison, bloc),
        AllOf all => All(all.Parts.Select(part => Judge(part, bloc))),
        AnyOf any => Any(any.Parts.Select(part => Judge(part, bloc))),
        Negation negation => Not(Judge(negation.Part, bloc)),
        EachBloc each => (each.Blocs ?? _table.Blocs) is { Count: > 0 } blocs
            ? All(blocs.Select(named => Judge(each.Within, named))) : Certainty.Open,
        BlocCount count => JudgeCount(count),
        _ => Certainty.Open,
    };

    /// <summary>The least that would make a comparison hold; see <see cref="Least"/>.</summary>
    public Least? LeastFor(Comparison comparison, string? bloc) => LeastSearch.For(comparison, bloc, _table, _weights);

    private Certainty JudgeParts(Condition part, Comparison whole, string? bloc) => part switch
    {
        AllOf all => All(all.Parts.Select(each => JudgeParts(each, whole, bloc))),
        AnyOf any => Any(any.Parts.Select(each => JudgeParts(each, whole, bloc))),
        _ => JudgeForm(LinearForm.Of((Comparison)part, whole, bloc, _table)),
    };

    private Certainty JudgeForm(LinearForm? form)
    {
        if (form is null)
            return Certainty.Open;
        var difference = form.Left - form.Right;
        var (least, most) = Range(form.Terms);
        (least, most) = (difference + least, difference + most);
        if (form.Operator is ComparisonOperator.LessThan or ComparisonOperator.AtMost)
            (least, most) = (-most, -least);

        // Zero against zero is void, neither holding nor failing for good, and a tie may be the chair's.
        var equalityIsOpen = _chairCasts || (form.BothSidesCount && MayVanish(form));
        if (least.Sign > 0 || (least.IsZero && !form.Operator.IsStrict() && !equalityIsOpen))
            return Certainty.Always;
        return most.Sign < 0 || (most.IsZero && form.Operator.IsStrict() && !equalityIsOpen) ? Certainty.Never : Certainty.Open;
    }

    private bool MayVanish(LinearForm form)
    {
        List<LinearTerm> left = [.. form.Terms.Where(term => term.Coefficient.Sign > 0)], right = [.. form.Terms.Where(term => term.Coefficient.Sign < 0)];
        return (form.Left + Range(left).Least).Sign <= 0 && (form.Right - Range(right).Most).Sign <= 0;
    }

    private Certainty JudgeCount(BlocCount count)
    {
        Rational certain = default, possible = default, total = default;
        foreach (var bloc in _table.Blocs)
        {
            var weight = count.Measure is null ? Rational.One : _table.BlocWeight(bloc, count.Measure);
            if (weight is not { } known)
                return Certainty.Open;
            var certainty = Judge(count.Where, bloc);
            total += known;
            certain += certainty == Certainty.Always ? known : Rational.Zero;
            possible += certainty == Certainty.Never ? Rational.Zero : known;
        }

        if (total.IsZero)
            return Certainty.Open;
        var threshold = count.IsFraction ? count.Value * total : count.Value;
        bool atWorst = count.Operator.Holds(certain.CompareTo(threshold)), atBest = count.Operator.Holds(possible.CompareTo(threshold));
        return atWorst != atBest ? Certainty.Open : atWorst ? Certainty.Always : Certainty.Never;
    }

    private (Rational Least, Rational Most) Lead(string measure)
    {
        var column = _table.MeasureOf(measure);
        var now = _table.Sum(Tally.Yes, 0, column) - _table.Sum(Tally.No, 0, column);
        var (least, most) = Range([new LinearTerm(Rational.One, Tally.Yes, 0, column), new LinearTerm(-Rational.One, Tally.No, 0, column)]);
        return (now + least, now + most);
    }

    /// <summary>
    /// How far a linear form can move. Terms of one bloc and measure move together and their extremes are attained by
    /// everybody doing the same; different ones are taken as independent, which can only widen the range.
    /// </summary>
    private (Rational Least, Rational Most) Range(IReadOnlyList<LinearTerm> terms)
    {
        Rational least = default, most = default;
        foreach (var group in terms.GroupBy(term => (term.Scope, term.Measure, Apart: WeighsApart(term))))
        {
            // Attendance weighs more than a capped vote; three times the vote bounds it.
            List<LinearTerm> together = [.. group.Select(term => group.Key.Apart ? term with { Coefficient = term.Coefficient * 3 } : term)];
            for (var standing = 0; standing < s_moves.Length; standing++)
            {
                var weight = _weights.Weight(group.Key.Scope, group.Key.Measure, (Standing)standing);
                if (weight.IsZero)
                    continue;
                var (down, up) = Extremes(together, Moves((Standing)standing));
                least += weight * down;
                most += weight * up;
            }
        }

        return (least, most);
    }

    private bool WeighsApart(LinearTerm term)
        => term.Tally is Tally.Present or Tally.InPerson && _weights.VotesWeighOtherwise(term.Measure);

    private static (Rational Down, Rational Up) Extremes(List<LinearTerm> terms, IEnumerable<Move> moves)
    {
        Rational down = default, up = default;
        foreach (var move in moves)
        {
            var effect = Rational.Zero;
            foreach (var term in terms)
                effect += term.Coefficient * move.On(term.Tally);
            down = Rational.Min(down, effect);
            up = Rational.Max(up, effect);
        }

        return (down, up);
    }

    private IEnumerable<Move> Moves(Standing standing)
    {
        IEnumerable<Move> moves = s_moves[(int)standing];
        if (standing is Standing.SilentAbsent or Standing.SilentProxied or Standing.SilentPresent)
        {
            if (_silentMayBecomeYes)
                moves = moves.Append(new Move(1, 0, 0, 0, 0, -1));
            if (_silentMayBecomeNo)
                moves = moves.Append(new Move(0, 1, 0, 0, 0, -1));
        }

        return moves;
    }

    private static Move[][] BuildMoves()
    {
        Move[] heard = [new Move(1, 0, 0, 1, 0, -1), new Move(0, 1, 0, 1, 0, -1), new Move(0, 0, 1, 1, 0, -1), new Move(0, 0, 0, 1, 0, 0)];
        Move[] absent = [.. heard, .. heard.Select(move => move with { InPerson = 1 })];
        Move[] deemed = [.. absent.Select(move => move with { Yes = move.Yes - (move.Silent < 0 ? 1 : 0), Silent = 0 })];
        static Move[] Here(Move[] moves) => [.. moves.Select(move => move with { Present = 0 })];
        return
        [
            absent,
            Here(absent),
            Here(absent),
            deemed,
            Here(deemed),
            Here(deemed),
            [new Move(-1, 1, 0, 0, 0, 0), new Move(-1, 0, 1, 0, 0, 0)],
            [new Move(1, -1, 0, 0, 0, 0), new Move(0, -1, 1, 0, 0, 0)],
            [new Move(1, 0, -1, 0, 0, 0), new Move(0, 1, -1, 0, 0, 0)],
            [new Move(0, 0, 0, 0, 1, 0)],
        ];
    }

    private static Certainty All(IEnumerable<Certainty> parts) => parts.DefaultIfEmpty(Certainty.Always).Min();

    private static Certainty Any(IEnumerable<Certainty> parts) => parts.DefaultIfEmpty(Certainty.Never).Max();

    private static Certainty Not(Certainty certainty) => (Certainty)(2 - (int)certainty);
}
