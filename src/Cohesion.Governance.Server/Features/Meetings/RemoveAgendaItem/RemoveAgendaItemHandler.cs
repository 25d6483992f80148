using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings.RemoveAgendaItem;

internal sealed class RemoveAgendaItemHandler(GovernanceDbContext db, Agenda agenda, LiveFeed live)
    : IRequestHandler<RemoveAgendaItemCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RemoveAgendaItemCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        var item = await db.AgendaItems.SingleOrDefaultAsync(i => i.Id == request.ItemId && i.MeetingId == meeting.Id, cancellationToken);
        if (item is null)
        {
            return new NotFound();
        }

        if (meeting.TakeOff().Refused(out var refusal))
        {
            return refusal;
        }

        await agenda.SendBack(meeting, [item], cancellationToken);
        db.AgendaItems.Remove(item);
        await live.Announce(Topics.Meeting(meeting.Id), MeetingEvents.LiveAgenda, new { meeting.Id, ItemId = item.Id }, cancellationToken);
        return new Done();
    }
}
