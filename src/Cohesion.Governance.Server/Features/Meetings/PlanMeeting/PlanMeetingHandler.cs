using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings.PlanMeeting;

internal sealed class PlanMeetingHandler(
    GovernanceDbContext db, CurrentMember member, NoticeRules notices, Agenda agenda, ProcessOutbox process, LiveFeed live, TimeProvider clock)
    : IRequestHandler<PlanMeetingCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(PlanMeetingCommand request, CancellationToken cancellationToken)
    {
        var council = await db.LoadCouncil(request.CouncilId, cancellationToken);
        if (!MeetingTime.Read(request.StartsAt, MeetingTime.ZoneOf(council)).Granted(out var startsAt, out var unclear))
        {
            return unclear;
        }

        Guid[] wanted = [.. (request.ProposalIds ?? []).Distinct()];
        var proposals = await db.Proposals.Where(p => p.CouncilId == council.Id && wanted.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        if (wanted.Any(id => !proposals.ContainsKey(id)))
        {
            return new NotFound();
        }

        var now = clock.GetUtcNow();
        var notice = notices.For(council, proposals.Values);
        if (!Meeting.Plan(Guid.CreateVersion7(now), council, request.Title, request.Place, startsAt, notice, member.Id, now).Granted(out var meeting, out var refusal))
        {
            return refusal;
        }

        db.Meetings.Add(meeting);
        foreach (var (proposal, index) in wanted.Select((id, index) => (proposals[id], index)))
        {
            if (!meeting.Table(Guid.CreateVersion7(now), index + 1, proposal, notice, council, now).Granted(out var item, out var untabled))
            {
                return untabled;
            }

            db.AgendaItems.Add(item);
            await agenda.TellTabled(proposal, meeting, cancellationToken);
        }

        process.Start(MeetingEvents.Process, council.Id, meeting.Id, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MeetingId"] = meeting.Id.ToString("D"),
        });
        await live.Announce(Topics.Council(council.Id), "meeting.planned", new { meeting.Id, meeting.Number, meeting.StartsAt }, cancellationToken);
        return meeting.Id;
    }
}
