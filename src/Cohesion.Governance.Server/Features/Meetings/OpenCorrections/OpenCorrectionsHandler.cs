using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;

namespace Cohesion.Governance.Server.Features.Meetings.OpenCorrections;

internal sealed class OpenCorrectionsHandler(GovernanceDbContext db, NoticeBoard board, LiveFeed live, TimeProvider clock)
    : IRequestHandler<OpenCorrectionsCommand, Outcome<DateTimeOffset>>
{
    public async Task<Outcome<DateTimeOffset>> Handle(OpenCorrectionsCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        if (meeting.CorrectionsUntil is { } open)
        {
            return open;
        }

        if (meeting.Stage != MeetingStage.MinutesDrafted)
        {
            return new MinutesNotInDraft(meeting.Stage);
        }

        var until = meeting.OpenCorrections(request.Window, clock.GetUtcNow());
        var time = MeetingTime.Say(until, MeetingTime.ZoneOf(await db.LoadCouncil(meeting.CouncilId, cancellationToken)));
        await board.TellAll(
            meeting.CouncilId, "minutes.draft",
            new LocalText(
                $"The minutes of “{meeting.Title}” are drafted. Ask for corrections until {time.En}.",
                $"会议“{meeting.Title}”的纪要征求意见稿已形成，如需更正请于{time.Zh}前提出。"),
            MeetingEvents.PathOf(meeting), cancellationToken);
        await live.Announce(Topics.Meeting(meeting.Id), MeetingEvents.LiveMinutes, new { meeting.Id, Until = until }, cancellationToken);
        return until;
    }
}
