using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings.RemindParticipants;

internal sealed class RemindParticipantsHandler(GovernanceDbContext db, NoticeBoard board) : IRequestHandler<RemindParticipantsCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RemindParticipantsCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        if (meeting.Stage != MeetingStage.Noticed || meeting.LastReminder == request.Occasion)
        {
            return new Done();
        }

        meeting.LastReminder = request.Occasion;
        var council = await db.LoadCouncil(meeting.CouncilId, cancellationToken);
        var time = MeetingTime.Say(meeting.StartsAt, MeetingTime.ZoneOf(council));
        var text = new LocalText(
            $"Reminder: “{meeting.Title}”, {time.En}, {meeting.Place}.", $"会议提醒：“{meeting.Title}”，{time.Zh}，地点：{meeting.Place}。");
        var seats = await db.SeatsInForce(council).Select(s => s.SeatId).ToListAsync(cancellationToken);
        await board.TellSeats(council.Id, seats, "meeting.reminder", text, MeetingEvents.PathOf(meeting), cancellationToken);
        await board.TellOffices(council.Id, [Office.CouncilSecretary], "meeting.reminder", text, MeetingEvents.PathOf(meeting), cancellationToken);
        return new Done();
    }
}
