using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings.TakeUpAgendaItem;

internal sealed class TakeUpAgendaItemHandler(GovernanceDbContext db, Agenda agenda, SpeakersList speakers, LiveFeed live)
    : IRequestHandler<TakeUpAgendaItemCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TakeUpAgendaItemCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        var item = await db.AgendaItems.SingleOrDefaultAsync(i => i.Id == request.ItemId && i.MeetingId == meeting.Id, cancellationToken);
        if (item is null)
        {
            return new NotFound();
        }

        if (meeting.TakeUp(item, await agenda.ProposalOf(item, cancellationToken)).Refused(out var refusal))
        {
            return refusal;
        }

        await speakers.End(meeting.Id, cancellationToken);
        await live.Announce(Topics.Meeting(meeting.Id), MeetingEvents.LiveAgenda, new { meeting.Id, CurrentItemId = item.Id }, cancellationToken);
        return new Done();
    }
}
