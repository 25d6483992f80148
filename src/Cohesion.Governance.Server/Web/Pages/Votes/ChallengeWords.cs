using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Server.Web.Pages.Votes;

/// <summary>How long a result can be challenged, in a sentence.</summary>
internal static class ChallengeWords
{
    /// <param name="from">From what on.</param>
    /// <param name="period">ISO 8601 period of days, months or years.</param>
    /// <param name="lastDay">The last day as people write it; null before the vote was counted.</param>
    public static LocalText Of(ChallengeStart from, string period, string? lastDay)
    {
        var length = Length(period);
        return (from, lastDay) switch
        {
            (ChallengeStart.Decided, null) => VoteTexts.ChallengePeriodDecided.With(length),
            (ChallengeStart.Notified, null) => VoteTexts.ChallengePeriodNotified.With(length),
            (ChallengeStart.Known, null) => VoteTexts.ChallengePeriodKnown.With(length),
            (ChallengeStart.Decided, { } day) => VoteTexts.ChallengeDecided.With(day, length),
            (ChallengeStart.Notified, { } day) => VoteTexts.ChallengeNotified.With(day, length),
            (ChallengeStart.Known, { } day) => VoteTexts.ChallengeKnown.With(day, length),
            _ => throw new ArgumentOutOfRangeException(nameof(from), from, "A beginning without words"),
        };
    }

    private static LocalText Length(string text)
    {
        var period = IsoPeriod.TryParse(text) ?? throw new ArgumentException("Not a period", nameof(text));
        return period switch
        {
            { Months: 0 } => VoteTexts.Days.With((int)period.Time.TotalDays),
            { Months: 1 } => VoteTexts.OneMonth,
            { Months: 12 } => VoteTexts.OneYear,
            { Months: var months } when months % 12 == 0 => VoteTexts.Years.With(months / 12),
            _ => VoteTexts.Months.With(period.Months),
        };
    }
}
