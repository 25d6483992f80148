using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings.AddAgendaItem;

internal sealed class AddAgendaItemHandler(
    GovernanceDbContext db, NoticeRules notices, Agenda agenda, LiveFeed live, NoticeBoard board, TimeProvider clock)
    : IRequestHandler<AddAgendaItemCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(AddAgendaItemCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        var items = await db.LoadAgenda(meeting.Id, cancellationToken);
        var position = items.Select(i => i.Position).DefaultIfEmpty(0).Max() + 1;
        var now = clock.GetUtcNow();
        var added = request.ProposalId is { } proposalId
            ? await Table(meeting, items, proposalId, position, now, cancellationToken)
            : meeting.AddTopic(Guid.CreateVersion7(now), position, request.Title!);
        if (!added.Granted(out var item, out var refusal))
        {
            return refusal;
        }

        db.AgendaItems.Add(item);
        await live.Announce(Topics.Meeting(meeting.Id), MeetingEvents.LiveAgenda, new { meeting.Id, ItemId = item.Id }, cancellationToken);
        if (meeting.NoticeSentAt is not null && meeting.Stage == MeetingStage.Noticed)
        {
            await board.TellAll(
                meeting.CouncilId, "meeting.agenda",
                new LocalText($"Added to the agenda of “{meeting.Title}”: {item.Title}", $"会议“{meeting.Title}”新增议程：{item.Title}"),
                MeetingEvents.PathOf(meeting), cancellationToken);
        }

        return item.Id;
    }

    private async Task<Outcome<AgendaItem>> Table(
        Meeting meeting, List<AgendaItem> items, Guid proposalId, int position, DateTimeOffset now, CancellationToken ct)
    {
        var proposal = await db.Proposals.SingleOrDefaultAsync(p => p.Id == proposalId && p.CouncilId == meeting.CouncilId, ct);
        if (proposal is null)
        {
            return new NotFound();
        }

        if (items.Any(i => i.ProposalId == proposalId && i.Decision == AgendaDecision.None))
        {
            return new AlreadyOnAgenda(proposal.Number);
        }

        var council = await db.LoadCouncil(meeting.CouncilId, ct);
        var tabled = meeting.Table(Guid.CreateVersion7(now), position, proposal, notices.For(council, [proposal]), council, now);
        if (tabled.IsGranted)
        {
            await agenda.TellTabled(proposal, meeting, ct);
        }

        return tabled;
    }
}
