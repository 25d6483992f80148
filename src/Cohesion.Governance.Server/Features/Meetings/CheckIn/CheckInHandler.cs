using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings.CheckIn;

internal sealed class CheckInHandler(
    GovernanceDbContext db, CurrentMember member, Attendees attendees, CheckInCodes codes, CheckInGuesses guesses, ProcessOutbox process, LiveFeed live, TimeProvider clock)
    : IRequestHandler<CheckInCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(CheckInCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        if (!meeting.IsOpenForCheckIn)
        {
            return new CheckInNotOpen(meeting.Stage);
        }

        var council = await db.LoadCouncil(meeting.CouncilId, cancellationToken);
        if (!await db.SeatsInForce(council).AnyAsync(s => s.SeatId == request.SeatId, cancellationToken))
        {
            return new SeatNotInRegister();
        }

        if (!(await attendees.WhoCame(meeting, request.SeatId, request.PersonId, cancellationToken)).Granted(out var who, out var refusal))
        {
            return refusal;
        }

        var stays = await db.Attendances
            .Where(a => a.MeetingId == meeting.Id && a.Call == meeting.Call && a.SeatId == request.SeatId).ToListAsync(cancellationToken);
        if (stays.Any(s => s.LeftAt is null))
        {
            return new AlreadyCheckedIn();
        }

        if (!member.Holds(Office.CouncilSecretary) && Absent(meeting, request.Code) is { } absent)
        {
            return absent;
        }

        var now = clock.GetUtcNow();
        db.Attendances.Add(new Attendance
        {
            Id = Guid.CreateVersion7(now),
            MeetingId = meeting.Id,
            Call = meeting.Call,
            SeatId = request.SeatId,
            Stay = stays.Count + 1,
            PersonId = who,
            ArrivedAt = now,
            RecordedByPersonId = member.Id,
        });
        if (meeting.Stage == MeetingStage.CheckIn && now >= meeting.StartsAt)
        {
            process.Signal(MeetingEvents.Attendance, meeting.CouncilId, meeting.Id, keepUntil: now);
        }

        await live.Announce(
            Topics.Meeting(meeting.Id), MeetingEvents.LiveAttendance, new { meeting.Id, request.SeatId, Present = true }, cancellationToken);
        return new Done();
    }

    // Whoever sees the wall is in the room.
    private Refusal? Absent(Meeting meeting, string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return new CheckInCodeNeeded();
        }

        if (guesses.MustWait(member.Id, meeting.Id))
        {
            return new CheckInCodeGuessed();
        }

        if (codes.IsOnTheWall(meeting.Id, code))
        {
            guesses.Right(member.Id, meeting.Id);
            return null;
        }

        guesses.Wrong(member.Id, meeting.Id);
        return new CheckInCodeWrong();
    }
}
