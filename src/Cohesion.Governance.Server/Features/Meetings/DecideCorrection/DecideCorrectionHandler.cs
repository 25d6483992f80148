using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings.DecideCorrection;

internal sealed class DecideCorrectionHandler(GovernanceDbContext db, CurrentMember member, NoticeBoard board, LiveFeed live, TimeProvider clock)
    : IRequestHandler<DecideCorrectionCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DecideCorrectionCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        var correction = await db.MinutesCorrections.SingleOrDefaultAsync(
            c => c.Id == request.CorrectionId && c.MeetingId == meeting.Id, cancellationToken);
        if (correction is null)
        {
            return new NotFound();
        }

        var current = await db.MinutesTexts.Where(m => m.MeetingId == meeting.Id).OrderByDescending(m => m.Number).FirstAsync(cancellationToken);
        var text = request.Accepted ? request.Text : null;
        var decided = meeting.DecideCorrection(
            correction, current, request.OnVersion, text, request.Answer ?? string.Empty, member.Id, clock.GetUtcNow());
        if (decided.Refused(out var refusal))
        {
            return refusal;
        }

        if (decided.Value is { } version)
        {
            db.MinutesTexts.Add(version);
        }

        board.Tell(
            correction.ByPersonId, meeting.CouncilId, "minutes.correction-decided",
            request.Accepted
                ? new LocalText($"Your correction of the minutes of “{meeting.Title}” was taken up.", $"您对会议“{meeting.Title}”纪要的更正意见已采纳。")
                : new LocalText(
                    $"Your correction of the minutes of “{meeting.Title}” was not taken up: {request.Answer}",
                    $"您对会议“{meeting.Title}”纪要的更正意见未予采纳：{request.Answer}"),
            MeetingEvents.PathOf(meeting));
        await live.Announce(
            Topics.Meeting(meeting.Id), MeetingEvents.LiveMinutes, new { meeting.Id, CorrectionId = correction.Id, correction.Accepted }, cancellationToken);
        return new Done();
    }
}
