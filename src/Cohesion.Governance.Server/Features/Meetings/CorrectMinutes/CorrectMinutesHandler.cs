using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings.CorrectMinutes;

internal sealed class CorrectMinutesHandler(GovernanceDbContext db, CurrentMember member, NoticeBoard board, LiveFeed live, TimeProvider clock)
    : IRequestHandler<CorrectMinutesCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(CorrectMinutesCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        var zone = MeetingTime.ZoneOf(await db.LoadCouncil(meeting.CouncilId, cancellationToken));

        // Pressed twice it is one correction: the same words by the same person about the same minutes.
        var same = await db.MinutesCorrections.Where(c => c.MeetingId == meeting.Id && c.ByPersonId == member.Id && c.Accepted == null).ToListAsync(cancellationToken);
        if (same.Find(c => c.Text == request.Text) is { } before && meeting.Stage == MeetingStage.MinutesDrafted)
        {
            return before.Id;
        }

        var now = clock.GetUtcNow();
        if (!meeting.AskForCorrection(Guid.CreateVersion7(now), member.Id, request.Text, zone, now).Granted(out var correction, out var refusal))
        {
            return refusal;
        }

        db.MinutesCorrections.Add(correction);
        await board.TellOffices(
            meeting.CouncilId, [Office.CouncilSecretary], "minutes.correction",
            new LocalText($"A correction of the minutes of “{meeting.Title}” is asked for.", $"有人对会议“{meeting.Title}”的纪要提出更正。"),
            MeetingEvents.PathOf(meeting), cancellationToken);
        await live.Announce(Topics.Meeting(meeting.Id), MeetingEvents.LiveMinutes, new { meeting.Id, CorrectionId = correction.Id }, cancellationToken);
        return correction.Id;
    }
}
