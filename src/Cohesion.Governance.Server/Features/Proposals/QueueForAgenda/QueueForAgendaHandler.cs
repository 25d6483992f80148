using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.QueueForAgenda;

internal sealed class QueueForAgendaHandler(GovernanceDbContext db, LiveFeed live, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<QueueForAgendaCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(QueueForAgendaCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);

        // Deferred by one meeting and put on the agenda of the next before this process heard of it: there it stays.
        if (proposal.Stage == ProposalStage.OnAgenda && await db.AgendaItems.AnyAsync(
            i => i.ProposalId == proposal.Id && i.Decision == AgendaDecision.None && db.Meetings.Any(m => m.Id == i.MeetingId
                && m.Stage != MeetingStage.Cancelled && m.Stage != MeetingStage.NoQuorum), cancellationToken))
        {
            return default(Done);
        }

        if (!proposal.QueueForAgenda(clock.GetUtcNow()))
        {
            return default(Done);
        }

        await live.AnnounceStage(proposal, cancellationToken);
        await notices.TellOffices(
            proposal.CouncilId, [Office.CouncilSecretary, Office.StreetConvenor], "proposal.readyForAgenda",
            new LocalText("{0} is ready to be put on the agenda of a meeting.", "{0}可以列入会议议程了。").With(ProposalNews.NameOf(proposal)),
            ProposalNews.PathOf(proposal.Id), cancellationToken);
        return default(Done);
    }
}
