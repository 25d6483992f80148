using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings.DecideAgendaItem;

internal sealed class DecideAgendaItemHandler(GovernanceDbContext db, Agenda agenda, LiveFeed live, TimeProvider clock)
    : IRequestHandler<DecideAgendaItemCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DecideAgendaItemCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        var item = await db.AgendaItems.SingleOrDefaultAsync(i => i.Id == request.ItemId && i.MeetingId == meeting.Id, cancellationToken);
        if (item is null)
        {
            return new NotFound();
        }

        var proposal = await agenda.ProposalOf(item, cancellationToken);
        if (!meeting.Decide(item, proposal, request.Decision, request.Note ?? string.Empty, clock.GetUtcNow()).Granted(out var concernsProcess, out var refusal))
        {
            return refusal;
        }

        item.SecretVote = request.Secret;
        if (concernsProcess)
        {
            if (request.Decision is AgendaDecision.Rework or AgendaDecision.Deferred)
            {
                proposal!.Reason = request.Note;
            }

            await agenda.TellDeliberated(proposal!, meeting, request.Decision, cancellationToken);
        }

        await live.Announce(
            Topics.Meeting(meeting.Id), MeetingEvents.LiveAgenda, new { meeting.Id, ItemId = item.Id, item.Decision }, cancellationToken);
        return new Done();
    }
}
