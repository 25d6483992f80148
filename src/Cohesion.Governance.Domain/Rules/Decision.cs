using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cohesion.Governance.Domain.Rules;

/// <summary>
/// What a rule decided, and everything needed to say why. Immutable; <see cref="ToJson"/> is the form it is stored in, and
/// <see cref="FormatVersion"/> rises only when that form changes.
/// </summary>
public sealed record Decision
{
    /// <summary>The stored form this program writes.</summary>
    public const int FormatVersion = 1;

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public int Format { get; init; } = FormatVersion;

    /// <summary>The id of the rule pack.</summary>
    public required string Pack { get; init; }

    /// <summary>How it stands. While <see cref="Open"/>, how it would stand if nothing more came in.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The last round that ran.</summary>
    public string? Round { get; init; }

    /// <summary>The rounds in order, with those whose gate stayed closed.</summary>
    public required IReadOnlyList<RoundFinding> Rounds { get; init; }

    /// <summary>Why it is undecided; null otherwise.</summary>
    public DecisionReason? Reason { get; init; }

    /// <summary>Whether ballots may still come in.</summary>
    public bool Open { get; init; }

    /// <summary>
    /// False only when it is certain that no ballot still to come can change the outcome of this session; a vote may
    /// then be closed early where the council's rules allow it. Always false once closed.
    /// </summary>
    public bool CanStillChange { get; init; }

    /// <summary>The round that would run at a further session (second call); null when the rule has none left.</summary>
    public string? NextSession { get; init; }

    /// <summary>The window in which objections can still overturn an adopted round.</summary>
    public IsoPeriod? ConfirmWindow { get; init; }

    /// <summary>The seats that were taken out, with the reason.</summary>
    public IReadOnlyList<ExcludedSeat> Excluded { get; init; } = [];

    /// <summary>The holders whose weight was cut.</summary>
    public IReadOnlyList<CappedHolder> Capped { get; init; } = [];

    [JsonIgnore]
    public bool NextSessionNeeded => NextSession is not null;

    /// <summary>The stored form.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, s_options);

    /// <summary>Reads a stored decision.</summary>
    /// <exception cref="JsonException">The text is not a decision of this format.</exception>
    public static Decision FromJson(string json)
    {
        var decision = JsonSerializer.Deserialize<Decision>(json, s_options) ?? throw new JsonException("The decision is null.");
        return decision.Format == FormatVersion ? decision
            : throw new JsonException($"The decision has format {decision.Format}; this program reads format {FormatVersion}.");
    }
}

/// <summary>Why a rule cannot decide.</summary>
/// <param name="Code">Stable: <c>emptyRoll</c>, <c>measureMissing</c>, <c>factMissing</c>, <c>sidesDisagree</c>, <c>tooFewToStaySecret</c>.</param>
/// <param name="Detail">Which measure, fact or class of seats.</param>
public sealed record DecisionReason(string Code, string? Detail)
{
    /// <summary>There is nobody to decide, and nothing is adopted by nobody.</summary>
    public static DecisionReason EmptyRoll() => new("emptyRoll", null);

    /// <summary>The rule counts by a column that nobody on the roll has.</summary>
    public static DecisionReason MeasureMissing(string measure) => new("measureMissing", measure);

    /// <summary>The rule asks for a fact that nobody has answered.</summary>
    public static DecisionReason FactMissing(string fact) => new("factMissing", fact);

    /// <summary>Silence should follow the majority, but heads and another measure have different majorities.</summary>
    public static DecisionReason SidesDisagree(string measure) => new("sidesDisagree", measure);

    /// <summary>In a secret vote so few of a class of seats voted that the count would have told what they said; nothing was opened.</summary>
    public static DecisionReason TooFewToStaySecret(string seats) => new("tooFewToStaySecret", seats);
}

/// <summary>A seat taken out of the electorate before counting.</summary>
public sealed record ExcludedSeat(string Seat, string Reason);

/// <summary>A holder whose weight was cut; <paramref name="Holder"/> is null where only totals are known.</summary>
public sealed record CappedHolder(string Measure, string? Holder, Rational Weight, Rational Counted);

/// <summary>What became of the silent in a round.</summary>
/// <param name="Mode">What the rule says.</param>
/// <param name="Joined">The side they were counted on; null when they were not.</param>
/// <param name="WhyNot">Stable: <c>nobody</c>, <c>excepted</c>, <c>needNotMet</c>, <c>tooEarly</c>, <c>tie</c>.</param>
/// <param name="Detail">Which exception or need.</param>
public sealed record SilenceFinding(SilenceMode Mode, BallotChoice? Joined, string? WhyNot, string? Detail)
{
    /// <summary>How many heads were counted by their silence, where heads are known.</summary>
    public Rational? Heads { get; init; }
}

/// <summary>One round: its conditions with their numbers.</summary>
public sealed record RoundFinding
{
    public required string Name { get; init; }

    /// <summary>False for a round whose gate stayed closed; it has a gate and nothing else.</summary>
    public required bool Ran { get; init; }

    public Outcome? Outcome { get; init; }

    /// <summary>Whether the round counted the previous round's ballots again (bridge).</summary>
    public bool ReusedBallots { get; init; }

    public SilenceFinding? Silence { get; init; }

    public IReadOnlyList<ConditionFinding> Gate { get; init; } = [];

    public IReadOnlyList<ConditionFinding> Quorum { get; init; } = [];

    public IReadOnlyList<ConditionFinding> Pass { get; init; } = [];

    /// <summary>What would overturn the adopted round; all of them together.</summary>
    public IReadOnlyList<ConditionFinding> FailIf { get; init; } = [];

    /// <summary>The chair's vote, where a tie was broken by it.</summary>
    public BallotChoice? TieBrokenBy { get; init; }
}

/// <summary>Whether a condition holds.</summary>
public enum Truth
{
    Fails,
    Holds,

    /// <summary>A share of nothing: zero compared with a part of zero. It counts as not holding.</summary>
    Void,

    /// <summary>Nobody has the measure.</summary>
    Unknown,
}

/// <summary>The kinds of condition in an explanation.</summary>
public enum FindingKind
{
    Comparison,
    All,
    Any,
    Not,
    EachBloc,

    /// <summary>The conditions inside one bloc.</summary>
    Bloc,
    BlocCount,
}

/// <summary>One condition with its numbers.</summary>
public sealed record ConditionFinding
{
    public required FindingKind Kind { get; init; }

    /// <summary>The condition in the rule language.</summary>
    public required string Text { get; init; }

    public required Truth Truth { get; init; }

    /// <summary>The bloc it was examined in.</summary>
    public string? Bloc { get; init; }

    public Term? Left { get; init; }

    public ComparisonOperator? Operator { get; init; }

    public Term? Right { get; init; }

    /// <summary>While open and not holding: the least that would make it hold.</summary>
    public Least? Least { get; init; }

    /// <summary>While open: whether ballots still to come can change it.</summary>
    public bool? CanStillChange { get; init; }

    public IReadOnlyList<ConditionFinding> Parts { get; init; } = [];

    [JsonIgnore]
    public bool Holds => Truth == Truth.Holds;
}

/// <summary>One side of a comparison, with how its number was reached: 1/2 × 61,480 = 30,740.</summary>
public sealed record Term
{
    /// <summary>The number; null where nobody has the measure.</summary>
    public Rational? Value { get; init; }

    /// <summary>The fraction as written.</summary>
    public string? Factor { get; init; }

    public Tally? Tally { get; init; }

    public string? Bloc { get; init; }

    public string? Measure { get; init; }

    /// <summary>The tally before the fraction was taken.</summary>
    public Rational? Whole { get; init; }

    /// <summary>For min and max: which, and of what.</summary>
    public bool? Largest { get; init; }

    public IReadOnlyList<Term> Parts { get; init; } = [];

    /// <summary>For blocs: how many there are, or what they weigh together.</summary>
    public bool? CountsBlocs { get; init; }
}

/// <summary>The least that would still make a condition hold: exact, sufficient and minimal.</summary>
/// <remarks>
/// It is counted among those not yet heard from, chosen as favourably as possible; changing ballots already cast is not
/// considered. <see cref="Amount"/> is a whole multiple of the measure's smallest step.
/// </remarks>
public sealed record Least
{
    /// <summary>True when voting at all is enough (a quorum); false when consent is needed.</summary>
    public bool TakePart { get; init; }

    /// <summary>In the measure's unit; null where only parties or blocs can be counted, or where it is out of reach.</summary>
    public Rational? Amount { get; init; }

    public string? Measure { get; init; }

    /// <summary>The bloc it must come from; null: anywhere.</summary>
    public string? Bloc { get; init; }

    /// <summary>The fewest parties whose votes would do; null where the seats are not known.</summary>
    public int? Parties { get; init; }

    /// <summary>How many more blocs must satisfy their conditions.</summary>
    public int? Blocs { get; init; }

    /// <summary>False when everybody not yet heard from together would not be enough.</summary>
    public bool Reachable { get; init; } = true;
}
