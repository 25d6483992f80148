using System.Globalization;
using System.Text;

namespace Cohesion.Governance.Domain.Meetings;

/// <summary>One stay of a seat at the meeting.</summary>
public sealed record MinutesStay(string Seat, LocalText Party, LocalText Person, DateTimeOffset ArrivedAt, DateTimeOffset? LeftAt);

/// <summary>What happened to one point of the agenda.</summary>
/// <param name="ProposalNumber">Number of the proposal, where it was one.</param>
/// <param name="Note">What was said, in the chair's words.</param>
public sealed record MinutesItem(int Position, string Title, int? ProposalNumber, AgendaDecision Decision, string? Note, DateTimeOffset? DecidedAt)
{
    /// <summary>Whether the meeting is dealing with it.</summary>
    public bool IsTakenUp { get; init; }
}

/// <summary>What the server knows of a meeting that was opened; while it goes on, what it knows so far.</summary>
/// <param name="Stays">Attendance at the call that was held, in order of arrival.</param>
/// <param name="Absent">Seats that never came, by what people call them.</param>
/// <param name="Quorum">The quorum as it stood when the session was opened.</param>
public sealed record MinutesFacts(
    LocalText Council, Meeting Meeting, LocalText Chair, TimeZoneInfo Zone, IReadOnlyList<MinutesStay> Stays, IReadOnlyList<string> Absent,
    QuorumReading Quorum, IReadOnlyList<MinutesItem> Items);

/// <summary>Drafts minutes from what happened, or happened so far while the meeting is not closed, in Markdown with both languages side by side, so that whoever corrects them reads one text.</summary>
public static class MinutesDraft
{
    /// <summary>The draft; everything people typed is escaped, so that it reads as they typed it.</summary>
    public static string Write(MinutesFacts facts)
    {
        var text = new StringBuilder();
        Head(text, facts);
        Attendance(text, facts);
        Quorum(text, facts);
        Items(text, facts);
        return text.ToString();
    }

    private static void Head(StringBuilder text, MinutesFacts facts)
    {
        var meeting = facts.Meeting;
        Line(text, $"# {Plain(meeting.Title)}");
        Line(text, $"");
        Line(text, $"{Plain(Both(facts.Council))} · 第{meeting.Number}次会议 Meeting {meeting.Number}{(meeting.Call > 1 ? " · 再次召集 Second call" : "")}");
        Line(text, $"");
        Line(text, $"- 时间 Held: {Span(meeting.OpenedAt!.Value, meeting.ClosedAt, facts.Zone)}");
        Line(text, $"- 地点 Place: {Plain(meeting.Place)}");
        Line(text, $"- 主持人 Chair: {Plain(Both(facts.Chair))}");
        if (meeting.NoticeSentAt is { } notice)
        {
            Line(text, $"- 通知发出 Notice sent: {Both(MeetingTime.Say(notice, facts.Zone))}");
        }
    }

    private static void Attendance(StringBuilder text, MinutesFacts facts)
    {
        Line(text, $"");
        Line(text, $"## 出席 Attendance");
        Line(text, $"");
        Line(text, $"| 席位 Seat | 单位 Party | 到会人 Person | 到会 Arrived | 离会 Left |");
        Line(text, $"| --- | --- | --- | --- | --- |");
        var stayed = facts.Meeting.ClosedAt is null ? "在场 present" : "至结束 to the end";
        foreach (var stay in facts.Stays)
        {
            var left = stay.LeftAt is { } at ? MeetingTime.SayHour(at, facts.Zone) : stayed;
            Line(text, $"| {Plain(stay.Seat)} | {Plain(Both(stay.Party))} | {Plain(Both(stay.Person))} | {MeetingTime.SayHour(stay.ArrivedAt, facts.Zone)} | {left} |");
        }

        if (facts.Absent.Count > 0)
        {
            Line(text, $"");
            Line(text, $"{(facts.Meeting.ClosedAt is null ? "尚未到会 Not come yet" : "缺席 Absent")}: {string.Join("、", facts.Absent.Select(Plain))}");
        }
    }

    private static void Quorum(StringBuilder text, MinutesFacts facts)
    {
        Line(text, $"");
        Line(text, $"## 法定人数 Quorum");
        Line(text, $"");
        Line(text, $"开会时实到{facts.Quorum.SeatsPresent}席，应到{facts.Quorum.SeatsInAll}席。{facts.Quorum.SeatsPresent} of {facts.Quorum.SeatsInAll} seats were present at the opening.");
        Line(text, $"");
        foreach (var condition in facts.Quorum.Conditions)
        {
            Line(text, $"- {Plain(Both(condition.Text))} — {(condition.Holds ? "达到 met" : "未达到 not met")}");
        }
    }

    private static void Items(StringBuilder text, MinutesFacts facts)
    {
        Line(text, $"");
        Line(text, $"## 议程与结论 Agenda and decisions");
        foreach (var item in facts.Items)
        {
            Line(text, $"");
            Line(text, $"### {item.Position}. {Plain(item.Title)}");
            Line(text, $"");
            if (item.ProposalNumber is { } number)
            {
                Line(text, $"- 议题编号 Proposal: {number}");
            }

            Line(text, $"- 结论 Decision: {Both(Decision(item, facts.Meeting))}");
            if (item.DecidedAt is { } at)
            {
                Line(text, $"- 时间 Time: {MeetingTime.SayHour(at, facts.Zone)}，在场{Present(facts.Stays, at)}席 with {Present(facts.Stays, at)} seats present");
            }

            if (!string.IsNullOrWhiteSpace(item.Note))
            {
                Line(text, $"- 说明 Note: {Plain(item.Note)}");
            }
        }
    }

    // Closing a meeting defers what is left, so that only a meeting that goes on has items without a decision.
    private static LocalText Decision(MinutesItem item, Meeting meeting) => (item, meeting.ClosedAt) switch
    {
        ({ Decision: AgendaDecision.None, IsTakenUp: true }, null) => new("being dealt with", "正在审议"),
        ({ Decision: AgendaDecision.None }, null) => new("not dealt with yet", "尚未审议"),
        _ => DecisionNames.Of(item.Decision),
    };

    private static int Present(IReadOnlyList<MinutesStay> stays, DateTimeOffset at) =>
        stays.Where(stay => stay.ArrivedAt <= at && (stay.LeftAt is null || stay.LeftAt > at)).Select(stay => stay.Seat).Distinct(StringComparer.Ordinal).Count();

    private static string Span(DateTimeOffset from, DateTimeOffset? until, TimeZoneInfo zone) =>
        $"{Both(MeetingTime.Say(from, zone))} – {(until is { } to ? MeetingTime.SayHour(to, zone) : "尚未闭会 not closed yet")}";

    private static string Both(LocalText text) => text.Zh == text.En || text.En.Length == 0 ? text.Zh : text.Zh.Length == 0 ? text.En : $"{text.Zh} {text.En}";

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    // CommonMark 2.4: a backslash before ASCII punctuation takes its meaning away. Line breaks would end the table row or list item.
    private static string Plain(string typed)
    {
        var plain = new StringBuilder(typed.Length);
        foreach (var character in typed.ReplaceLineEndings(" "))
        {
            if (character is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '(' or ')' or '#' or '|' or '!' or '&' or '~')
            {
                plain.Append('\\');
            }

            plain.Append(character);
        }

        return plain.ToString();
    }
}
