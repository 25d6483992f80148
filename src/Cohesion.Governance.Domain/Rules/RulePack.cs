namespace Cohesion.Governance.Domain.Rules;

/// <summary>What is known about a rule's source; shown wherever the rule is.</summary>
public enum Evidence
{
    /// <summary>The article's text was read.</summary>
    Statute,

    /// <summary>Taken from commentary, a charter or a court's summary.</summary>
    Secondary,

    /// <summary>To be checked by counsel before use.</summary>
    Draft,
}

/// <summary>How the largest holder is cut down before counting.</summary>
public enum HolderCap
{
    None,

    /// <summary>A holder of more than all others together counts as much as they do, in <c>all</c> too (France, law of 1965, art. 22).</summary>
    MajorityToRest,

    /// <summary>With more than two lots, a holder of at least half votes with one third of its weight (NSW, SSMA 2015).</summary>
    OriginalOwnerThird,
}

/// <summary>What a ballot that does not come back means.</summary>
public enum SilenceMode
{
    /// <summary>Nothing.</summary>
    Ignore,

    /// <summary>Those served who stay silent through the period count as yes (Spain, LPH 17.8).</summary>
    Assent,

    /// <summary>Those served who stay silent join the side with most heads, where the bylaws say so (Shanghai practice under Civil Code 278).</summary>
    FollowMajority,
}

/// <summary>Whether a ballot may be changed.</summary>
public enum BallotChange
{
    /// <summary>Until the vote closes.</summary>
    UntilClosing,

    /// <summary>Never: it is irrevocable on receipt.</summary>
    Never,
}

/// <summary>A decision rule with its legal source: data, never code. Immutable.</summary>
public sealed record RulePack
{
    public required string Id { get; init; }

    /// <summary>ISO country, or country and region: CN, CN-SH, AU-NSW; COUNCIL for a council's own charter.</summary>
    public string Jurisdiction { get; init; } = "";

    public required RuleTitle Title { get; init; }

    /// <summary>The article, judgment or charter the rule states. One that is cited in one language only has the same words in both.</summary>
    public LocalText Source { get; init; } = LocalText.Same("");

    public Evidence Evidence { get; init; } = Evidence.Draft;

    /// <summary>Whose roll it is when it is not the whole council's: <c>affected</c> for Civil Code 279. Null: everybody.</summary>
    public string? Scope { get; init; }

    public SilenceRule Silence { get; init; } = new();

    public HolderCap Cap { get; init; }

    /// <summary>Which seats are taken out. Null takes the roll's own marks as they stand; a list counts only what it names.</summary>
    public IReadOnlyList<ExclusionRule>? Exclude { get; init; }

    /// <summary>Whether the chair breaks a tie.</summary>
    public bool ChairCasts { get; init; }

    /// <summary>Whether a ballot may be changed once it was cast.</summary>
    public BallotChange Change { get; init; }

    /// <summary>Limits on proxies; they bind whoever gives and casts them, not the count. Null where the source sets none.</summary>
    public ProxyLimits? Proxy { get; init; }

    /// <summary>How long a decision can be challenged; null where the source names no period or nobody has looked.</summary>
    public ChallengePeriod? Challenge { get; init; }

    /// <summary>The lawful notice of the meeting or vote.</summary>
    public IsoPeriod? Notice { get; init; }

    /// <summary>At least one; they run in order.</summary>
    public required IReadOnlyList<RuleRound> Rounds { get; init; }

    /// <summary>The measures whose weights the rule compares, in order of appearance.</summary>
    public IReadOnlyList<string> Measures => [.. Rounds
        .SelectMany(round => round.Gate.Concat(round.Quorum).Concat(round.Pass).Concat(round.Confirm?.FailIf ?? []))
        .SelectMany(condition => condition.Measures).Distinct(StringComparer.Ordinal)];
}

/// <summary>A pack's name in the readers' languages; Chinese falls back to English where a pack has none.</summary>
public sealed record RuleTitle(string English, string? Chinese)
{
    public string In(RuleLanguage language) => language == RuleLanguage.Chinese ? Chinese ?? English : English;
}

/// <summary>The two languages everything is said in.</summary>
public enum RuleLanguage
{
    English,
    Chinese,
}

/// <summary>What silence means under the rule.</summary>
public sealed record SilenceRule
{
    public SilenceMode Mode { get; init; } = SilenceMode.Ignore;

    /// <summary>Only those who stayed away can be deemed, not those who attended without voting (Spain: <c>absentNotified</c>).</summary>
    public bool AbsentOnly { get; init; }

    /// <summary>How long silence must last before it counts.</summary>
    public IsoPeriod? After { get; init; }

    /// <summary>Matters in which silence stays silence; a fact or matter of that name lifts the rule.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>Facts that must be true for silence to count; one that is not known leaves the vote undecided.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];
}

/// <summary>One predicate of a pack's <c>exclude</c>; exactly one of the properties is set.</summary>
public sealed record ExclusionRule
{
    /// <summary>Takes out seats the roll marks with this reason, such as <c>arrears</c>.</summary>
    public string? Reason { get; init; }

    public string? Seat { get; init; }

    public string? Party { get; init; }

    public string? Bloc { get; init; }

    /// <summary>A column of the register compared with a number: <c>monthsInArrears &gt; 0</c>.</summary>
    public string? Column { get; init; }

    public ComparisonOperator Operator { get; init; }

    public Rational Value { get; init; }
}

/// <summary>One test within a rule: a second call, a bridge to a lower majority.</summary>
public sealed record RuleRound
{
    /// <summary>Unique within the pack.</summary>
    public required string Name { get; init; }

    /// <summary>The outcomes so far after which the round runs; empty for the first round only.</summary>
    public IReadOnlyList<Outcome> On { get; init; } = [];

    /// <summary>Read against the previous round's tallies. A round with a gate may reuse that round's ballots.</summary>
    public IReadOnlyList<Condition> Gate { get; init; } = [];

    public IReadOnlyList<Condition> Quorum { get; init; } = [];

    /// <summary>At least one.</summary>
    public required IReadOnlyList<Condition> Pass { get; init; }

    public ConfirmStage? Confirm { get; init; }
}

/// <summary>An adopted round stands only if within the window <see cref="FailIf"/> does not come true.</summary>
public sealed record ConfirmStage(IsoPeriod Window, IReadOnlyList<Condition> FailIf);
