using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;

namespace Cohesion.Governance.Server.Features.Meetings.SendNotice;

internal sealed class SendNoticeHandler(
    GovernanceDbContext db, NoticeRules notices, Agenda agenda, NoticeBoard board, LiveFeed live, TimeProvider clock)
    : IRequestHandler<SendNoticeCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SendNoticeCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        var now = clock.GetUtcNow();
        if (!meeting.GiveNotice(now))
        {
            return new Done();
        }

        var council = await db.LoadCouncil(meeting.CouncilId, cancellationToken);
        var zone = MeetingTime.ZoneOf(council);
        var items = await db.LoadAgenda(meeting.Id, cancellationToken);
        await board.TellAll(council.Id, "meeting.notice", NoticeOf(meeting, items, zone), MeetingEvents.PathOf(meeting), cancellationToken);
        await live.Announce(Topics.Meeting(meeting.Id), MeetingEvents.LiveStage, new { meeting.Id, meeting.Stage }, cancellationToken);
        await live.Announce(Topics.Council(council.Id), MeetingEvents.LiveStage, new { meeting.Id, meeting.Stage }, cancellationToken);

        // The notice was long enough when the meeting was planned; if the server was down since, it may no longer be.
        var period = notices.For(council, (await agenda.ProposalsOf(items, cancellationToken)).Values);
        if (meeting.Call == 1 && LawfulNotice.Check(meeting.StartsAt, now, period, zone) is { } late)
        {
            var earliest = MeetingTime.SayDay(late.Earliest);
            await board.TellOffices(
                council.Id, [Office.StreetConvenor, Office.CouncilSecretary], "meeting.notice-late",
                new LocalText(
                    $"The notice of “{meeting.Title}” went out too late to be lawful: with {late.Days} days of notice the earliest date is {earliest.En}. Call it off and plan it anew.",
                    $"会议“{meeting.Title}”的通知发出过晚，不足{late.Days}日；最早可于{earliest.Zh}召开。请取消后重新安排。"),
                MeetingEvents.PathOf(meeting), cancellationToken);
        }

        return new Done();
    }

    private static LocalText NoticeOf(Meeting meeting, List<AgendaItem> items, TimeZoneInfo zone)
    {
        var time = MeetingTime.Say(meeting.StartsAt, zone);
        var titles = items.Select(i => i.Title).ToList();
        return new LocalText(
            $"{(meeting.Call > 1 ? "Second call: " : "")}“{meeting.Title}”, {time.En}, {meeting.Place}. {(titles.Count == 0 ? "The agenda follows." : "Agenda: " + string.Join("; ", titles) + ".")}",
            $"{(meeting.Call > 1 ? "再次召集：" : "会议通知：")}“{meeting.Title}”，{time.Zh}，地点：{meeting.Place}。{(titles.Count == 0 ? "议程另行通知。" : "议程：" + string.Join("；", titles) + "。")}");
    }
}
