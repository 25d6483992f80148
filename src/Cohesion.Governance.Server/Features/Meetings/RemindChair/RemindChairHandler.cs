using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;

namespace Cohesion.Governance.Server.Features.Meetings.RemindChair;

internal sealed class RemindChairHandler(GovernanceDbContext db, NoticeBoard board) : IRequestHandler<RemindChairCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RemindChairCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        if (meeting.LastReminder == request.Occasion || WhatWaits(meeting.Stage) is not { } waits)
        {
            return new Done();
        }

        meeting.LastReminder = request.Occasion;
        await board.TellOffices(
            meeting.CouncilId, [Office.StreetConvenor, Office.CouncilSecretary], "meeting.waits",
            new LocalText($"“{meeting.Title}” {waits.En}", $"会议“{meeting.Title}”{waits.Zh}"), MeetingEvents.PathOf(meeting), cancellationToken);
        return new Done();
    }

    private static LocalText? WhatWaits(MeetingStage stage) => stage switch
    {
        MeetingStage.CheckIn => new("has a quorum and was not opened. Open it, or call it off.", "已达法定人数但尚未宣布开始。请开始会议，或取消会议。"),
        MeetingStage.InSession => new("was not closed. Close it when its agenda is done.", "尚未宣布结束。议程完成后请结束会议。"),
        MeetingStage.MinutesDrafted => new(
            "has draft minutes to confirm. Deal with the corrections and confirm them.", "的纪要待确认。请处理更正意见并确认纪要。"),
        _ => null,
    };
}
