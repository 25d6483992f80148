using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Features.Councils.CouncilCalendar;

namespace Cohesion.Governance.Server.Web.Pages.Councils;

/// <summary>What the calendar says.</summary>
internal static class CalendarTexts
{
    public static readonly LocalText Title = new("Calendar", "日历");
    public static readonly LocalText Months = new("Months", "月份");
    public static readonly LocalText Nothing = new(
        "Nothing has a day in this month. Meetings, the ends of votes and postings, and what is due appear here by themselves.", "本月没有安排。会议、投票和公示截止日、到期事项会自动出现在这里。");
    public static readonly LocalText More = new("There is more than can be shown here.", "事项过多，未全部显示。");
    public static readonly LocalText Coming = new("Coming up", "近期安排");
    public static readonly LocalText NothingComing = new("Nothing in the next weeks.", "近几周没有安排。");
    public static readonly LocalText Whole = new("The whole calendar", "查看日历");

    /// <summary>The page of what an entry is about.</summary>
    public static string PathOf(CalendarEntry entry) => entry.Kind switch
    {
        CalendarKind.Meeting => $"/meetings/{entry.SubjectId}",
        CalendarKind.VoteEnds => $"/votes/{entry.SubjectId}",
        CalendarKind.StageEnds => $"/proposals/{entry.SubjectId}",
        CalendarKind.PostingEnds => $"/proposals/{entry.SubjectId}#posting",
        CalendarKind.ActionDue => $"/follow-ups/{entry.SubjectId}",
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Kind, "A kind without a page"),
    };
}
