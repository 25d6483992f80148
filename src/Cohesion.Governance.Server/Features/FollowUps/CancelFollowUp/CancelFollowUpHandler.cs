using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.Resolutions;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.CancelFollowUp;

internal sealed class CancelFollowUpHandler(
    GovernanceDbContext db, ProposalSettlement settlement, FollowUpHistory history, NoticeBoard notices, ProcessOutbox outbox)
    : IRequestHandler<CancelFollowUpCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(CancelFollowUpCommand request, CancellationToken cancellationToken)
    {
        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);
        if (action.Cancel().Refused(out var refusal))
        {
            return refusal;
        }

        var texts = await FollowUpTexts.Of(db, action, cancellationToken);
        notices.Tell(action.OwnerPersonId, action.CouncilId, "followup.cancelled", texts.Cancelled(request.Reason), texts.Path);
        outbox.Signal(FollowUpEvents.Cancelled, action.CouncilId, action.Id);
        await settlement.Check(action.ProposalId, cancellationToken);
        await history.Write(action, FollowUpChangeKind.Cancelled, request.Reason, cancellationToken);
        return default(Done);
    }
}
