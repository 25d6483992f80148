namespace Cohesion.Governance.Domain.Meetings;

/// <summary>How much notice a meeting needs, and who asks for that much.</summary>
/// <param name="Days">Whole calendar days.</param>
/// <param name="AskedBy">The rule that asks for more than the council itself does; null where it is the council's own period.</param>
public sealed record NoticePeriod(int Days, LocalText? AskedBy)
{
    /// <summary>The council's own period, or the longest that a rule on the agenda asks for.</summary>
    public static NoticePeriod Longest(int councilDays, IEnumerable<NoticePeriod> ofRules) =>
        ofRules.Where(rule => rule.Days > councilDays).MaxBy(rule => rule.Days) ?? new NoticePeriod(councilDays, null);
}

/// <summary>When a meeting may be held at the earliest, given when its notice goes out.</summary>
/// <remarks>
/// "15 days before the meeting" (会议召开15日以前, Property Management Regulations art. 14) is read as 15 whole days between the day of the
/// notice and the day of the meeting, neither of them counted:
/// the day on which a period begins is not counted (Civil Code art. 201(1)), its last day lasts until 24:00 (art. 203(2)), and the day of the meeting is
/// not part of the period before it (CSRC guidelines for articles of association, on the notice of shareholders' meetings: 不应当包括会议召开当日).
/// English law says the same in so many words: "clear days" (Companies Act 2006 s. 360). It is the strictest reading in use, so a date it allows is lawful
/// under any other. A notice on the 2nd with 15 days allows the 18th, at any hour. Art. 203(1), which moves a period's last day off a public
/// holiday, helps whoever must act within a period; here nobody must, and it is not applied. Days begin and end in the council's time zone.
/// </remarks>
public static class LawfulNotice
{
    /// <summary>The first day on which the meeting may be held.</summary>
    public static DateOnly EarliestDay(DateTimeOffset noticeAt, int days, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(noticeAt, zone).DateTime).AddDays(days + 1);

    /// <summary>Null when the notice is long enough; else the refusal, which names the earliest lawful day.</summary>
    public static NoticeTooShort? Check(DateTimeOffset startsAt, DateTimeOffset noticeAt, NoticePeriod period, TimeZoneInfo zone)
    {
        var earliest = EarliestDay(noticeAt, period.Days, zone);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(startsAt, zone).DateTime);
        return day < earliest ? new NoticeTooShort(earliest, period.Days, period.AskedBy) : null;
    }
}
