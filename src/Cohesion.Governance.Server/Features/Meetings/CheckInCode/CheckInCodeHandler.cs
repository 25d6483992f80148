using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Persistence;
using MediatR;

namespace Cohesion.Governance.Server.Features.Meetings.CheckInCode;

internal sealed class CheckInCodeHandler(GovernanceDbContext db, CheckInCodes codes) : IRequestHandler<CheckInCodeQuery, Outcome<CheckInCodeView>>
{
    public async Task<Outcome<CheckInCodeView>> Handle(CheckInCodeQuery request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        return meeting.IsOpenForCheckIn ? new CheckInCodeView(codes.Now(meeting.Id), codes.ChangesAt) : new CheckInNotOpen(meeting.Stage);
    }
}
