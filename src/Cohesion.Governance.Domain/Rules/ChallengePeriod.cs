namespace Cohesion.Governance.Domain.Rules;

/// <summary>How long a decision can be challenged in court or before a tribunal. For readers: the count knows nothing of it. Immutable.</summary>
public sealed record ChallengePeriod
{
    /// <summary>How long.</summary>
    public required IsoPeriod Period { get; init; }

    /// <summary>From what on.</summary>
    public required ChallengeStart From { get; init; }

    /// <summary>The article that says so.</summary>
    public required LocalText Source { get; init; }

    /// <summary>What is known about that source, which may be less than about the rule itself.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>The last day on which whoever learned of the decision at once can challenge it. The day of the decision is not counted; months and years end on
    /// the day of the same number.</summary>
    /// <param name="decidedAt">When the result was announced to everybody.</param>
    /// <param name="zone">The council's time zone.</param>
    /// <remarks>German Civil Code 187(1), 188(2); French code of civil procedure 640, 641: the same day. Days on which courts are closed are not looked at.</remarks>
    public DateOnly LastDay(DateTimeOffset decidedAt, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(Period.After(new DateTimeOffset(TimeZoneInfo.ConvertTime(decidedAt, zone).Date, TimeSpan.Zero)).Date);
}

/// <summary>From what on a decision can be challenged.</summary>
public enum ChallengeStart
{
    /// <summary>From the decision, for everybody.</summary>
    Decided,

    /// <summary>For each from when he was notified.</summary>
    Notified,

    /// <summary>For each from when he knew or should have known.</summary>
    Known,
}
