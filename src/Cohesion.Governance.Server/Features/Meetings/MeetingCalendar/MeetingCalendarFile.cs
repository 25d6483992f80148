using System.Text;
using Cohesion.Governance.Domain.Meetings;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Cohesion.Governance.Server.Features.Meetings.MeetingCalendar;

/// <summary>Writes a meeting as one event of an iCalendar file. A second call and a cancellation update the same event.</summary>
internal static class MeetingCalendarFile
{
    public static string Write(Meeting meeting, string council, IReadOnlyList<AgendaItem> items, DateTimeOffset now)
    {
        var calendar = new Calendar { Method = CalendarMethods.Publish, ProductId = "-//Cohesion Governance//Meetings//EN" };
        calendar.Events.Add(new CalendarEvent
        {
            // The same for ever, so that a later file replaces the entry (RFC 5545, 3.8.4.7 and 3.8.7.4).
            Uid = $"meeting-{meeting.Id:D}@cohesion-governance",
            Sequence = meeting.Revision,
            DtStamp = Moment(meeting.NoticeSentAt ?? now),
            Start = Moment(meeting.StartsAt),
            Summary = meeting.Title,
            Location = meeting.Place,
            Description = Describe(meeting, council, items),
            Status = meeting.Stage is MeetingStage.Cancelled or MeetingStage.NoQuorum ? EventStatus.Cancelled : EventStatus.Confirmed,
        });
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static string Describe(Meeting meeting, string council, IReadOnlyList<AgendaItem> items)
    {
        var text = new StringBuilder(council);
        foreach (var item in items.Index())
        {
            text.Append('\n').Append(item.Index + 1).Append(". ").Append(item.Item.Title);
        }

        if (meeting.CancelReason is { } reason)
        {
            text.Append('\n').Append(reason);
        }

        return text.ToString();
    }

    // UTC needs no time zone component, and every calendar shows it in its owner's zone.
    private static CalDateTime Moment(DateTimeOffset moment) => new(moment.UtcDateTime, CalDateTime.UtcTzId);
}
