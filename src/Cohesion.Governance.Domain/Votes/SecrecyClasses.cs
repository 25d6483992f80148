using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Votes;

/// <summary>What of the electorate a rule can tell apart, and so what a secret vote has to show of it.</summary>
/// <remarks>
/// Seats of one class have the same bloc and weigh the same by every measure, as far as the rule looks at either. Which of them said what cannot change the
/// outcome, so that the ballots of a class can be counted without knowing whose each is. The other way round, what a class said together is published, so a class must
/// have voters enough: three, of different parties.
/// </remarks>
public sealed class SecrecyClasses
{
    /// <summary>The least number of different parties whose ballots are counted together.</summary>
    public const int Fewest = 3;

    private readonly RulePack pack;
    private readonly IReadOnlyList<string> measures;
    private readonly bool looksAtHeads;

    public SecrecyClasses(RulePack pack)
    {
        this.pack = pack;
        looksAtHeads = pack.Measures.Contains(RuleWords.Heads) || pack.Silence.Mode != SilenceMode.Ignore;
        SeesBlocs = pack.Rounds
            .SelectMany(round => round.Gate.Concat(round.Quorum).Concat(round.Pass).Concat(round.Confirm?.FailIf ?? []))
            .Any(LooksAtBlocs);
        IEnumerable<string> seen = looksAtHeads ? [.. pack.Measures, RuleWords.Heads] : pack.Measures;
        measures = [.. seen.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether the rule looks at blocs at all; where it does not, nothing is shown by bloc.</summary>
    public bool SeesBlocs { get; }

    /// <summary>Whether the rule weighs by this measure.</summary>
    public bool Sees(string measure) => measures.Contains(measure, StringComparer.Ordinal);

    /// <summary>The class of a seat: <c>tenants|area=4820;heads=1</c>, with <c>*</c> where the rule sees no blocs. Depends on the seat alone.</summary>
    public string ClassOf(RollSeat seat) => string.Concat(
        SeesBlocs ? seat.Bloc : "*", "|",
        string.Join(';', measures.Where(seat.Measures.ContainsKey).Select(measure => $"{measure}={seat.Measures[measure]}")));

    /// <summary>What would give voters away if these seats voted; null where nothing does.</summary>
    /// <param name="roll">The roll, in the order of its seats' ids.</param>
    /// <param name="voting">The seats that vote: when the roll is frozen all of them, at the count those that have. Excluded ones are left out.</param>
    public SecrecyWeakness? WeaknessOf(IReadOnlyList<RollSeat> roll, IEnumerable<string> voting)
    {
        var prepared = PreparedRoll.Of(pack, Election.OfRoll(roll));
        var heads = prepared.Measures.ToList().IndexOf(RuleWords.Heads);
        var merges = looksAtHeads && heads >= 0 && prepared.Weights[heads] is null;
        var parties = new SortedDictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in voting)
        {
            if (!prepared.TryIndex(name, out var index))
            {
                continue;
            }

            var seat = prepared.Seats[index];
            var holder = prepared.HolderName(prepared.HolderOf[index]);
            if (prepared.Capped.Exists(c => c.Holder == holder))
            {
                return new SecrecyWeakness(SecrecyWeaknessKind.CappedHolder, ClassOf(seat), 1, seat.Seat);
            }

            if (!seen.Add(holder) && merges)
            {
                return new SecrecyWeakness(SecrecyWeaknessKind.SeveralSeats, ClassOf(seat), 1, seat.Seat);
            }

            var code = ClassOf(seat);
            if (!parties.TryGetValue(code, out var those))
            {
                parties[code] = those = new(StringComparer.Ordinal);
            }

            those.Add(holder);
        }

        foreach (var (code, those) in parties)
        {
            if (those.Count < Fewest)
            {
                return new SecrecyWeakness(SecrecyWeaknessKind.SmallClass, code, those.Count, null);
            }
        }

        return null;
    }

    /// <summary>How a vote ends whose ballots would give their voters away: undecided, without looking at a single one.</summary>
    public Decision Unopened(IReadOnlyList<RollSeat> roll, SecrecyWeakness weakness)
    {
        var prepared = PreparedRoll.Of(pack, Election.OfRoll(roll));
        return new Decision
        {
            Pack = pack.Id,
            Outcome = Rules.Outcome.Undecided,
            Rounds = [],
            Reason = DecisionReason.TooFewToStaySecret(weakness.Class),
            Excluded = prepared.Excluded,
            Capped = prepared.Capped,
        };
    }

    /// <summary>The ballots as the rule takes them: those of a class on its marked seats, in whatever order they come. Which seat gets which means nothing, and nobody
    /// may be shown it; the rule comes to the same for every order.</summary>
    /// <param name="roll">The roll.</param>
    /// <param name="marked">The seats that voted and count.</param>
    /// <param name="ballots">Class and choice of each ballot.</param>
    /// <returns>A ballot for each marked seat; null where a class has more or fewer ballots than marks.</returns>
    public IReadOnlyList<(string Seat, BallotChoice Choice)>? Assign(
        IEnumerable<RollSeat> roll, IReadOnlySet<string> marked, IEnumerable<(string Class, BallotChoice Choice)> ballots)
    {
        var waiting = roll.Where(seat => marked.Contains(seat.Seat))
            .GroupBy(ClassOf, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new Queue<string>(g.Select(seat => seat.Seat)), StringComparer.Ordinal);
        var assigned = new List<(string, BallotChoice)>(marked.Count);
        foreach (var (code, choice) in ballots)
        {
            if (!waiting.TryGetValue(code, out var seats) || !seats.TryDequeue(out var seat))
            {
                return null;
            }

            assigned.Add((seat, choice));
        }

        return assigned.Count == marked.Count ? assigned : null;
    }

    private static bool LooksAtBlocs(Condition condition) => condition switch
    {
        EachBloc or BlocCount => true,
        AllOf all => all.Parts.Any(LooksAtBlocs),
        AnyOf any => any.Parts.Any(LooksAtBlocs),
        Negation not => LooksAtBlocs(not.Part),
        _ => condition.References.Any(reference => reference.Bloc is not null),
    };
}

/// <summary>Why ballots would give their voters away.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Class">The class concerned, as <see cref="SecrecyClasses.ClassOf"/> names it.</param>
/// <param name="Parties">How many parties it has.</param>
/// <param name="Seat">The seat of the one party concerned; null where it is a class.</param>
public sealed record SecrecyWeakness(SecrecyWeaknessKind Kind, string Class, int Parties, string? Seat);

/// <summary>In which way ballots would give voters away.</summary>
public enum SecrecyWeaknessKind
{
    /// <summary>Fewer than three parties weigh so; what they said together would be known of each.</summary>
    SmallClass,

    /// <summary>A party has several seats, and the rule counts them as one head.</summary>
    SeveralSeats,

    /// <summary>The rule cuts a large holder down, who is the only one of his weight then.</summary>
    CappedHolder,
}
