using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.CallEnvelopeCounters;

internal sealed class CallEnvelopeCountersHandler(GovernanceDbContext db, EnvelopeCounting envelopes, NoticeBoard notices)
    : IRequestHandler<CallEnvelopeCountersCommand, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(CallEnvelopeCountersCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        var state = await envelopes.Read(vote, cancellationToken);
        return await notices.TellOffices(
            vote.CouncilId, [Office.CouncilSecretary, Office.StreetConvenor, Office.VisitingWorker], "vote.envelopesWait",
            VoteWords.EnvelopesWait(vote, state.Unchecked, state.Envelopes), state.Unchecked > 0 ? VoteWords.EntriesPageOf(vote.Id) : VoteWords.EnvelopesPageOf(vote.Id),
            cancellationToken);
    }
}
