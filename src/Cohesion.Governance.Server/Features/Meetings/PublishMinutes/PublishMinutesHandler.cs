using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;

namespace Cohesion.Governance.Server.Features.Meetings.PublishMinutes;

internal sealed class PublishMinutesHandler(GovernanceDbContext db, NoticeBoard board, LiveFeed live) : IRequestHandler<PublishMinutesCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(PublishMinutesCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        if (!meeting.PublishMinutes())
        {
            return new Done();
        }

        await board.TellAll(
            meeting.CouncilId, "minutes.published",
            new LocalText($"The minutes of “{meeting.Title}” are published.", $"会议“{meeting.Title}”的纪要已公布。"),
            MeetingEvents.PathOf(meeting), cancellationToken);
        await live.Announce(Topics.Meeting(meeting.Id), MeetingEvents.LiveMinutes, new { meeting.Id, meeting.Stage }, cancellationToken);
        return new Done();
    }
}
