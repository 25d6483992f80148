using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.ReassignFollowUp;

internal sealed class ReassignFollowUpHandler(
    GovernanceDbContext db, FollowUpHistory history, NoticeBoard notices, ProcessOutbox outbox, TimeProvider clock)
    : IRequestHandler<ReassignFollowUpCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ReassignFollowUpCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);
        if (!await FollowUpOwners.MayBe(db, request.OwnerPersonId, action.CouncilId, now, cancellationToken))
        {
            return new OwnerOutsideCouncil();
        }

        var (before, hadDeclined) = (action.OwnerPersonId, action.Stage == FollowUpStage.Declined);
        if (action.Reassign(request.OwnerPersonId, request.DueAt?.ToUniversalTime(), now).Refused(out var refusal))
        {
            return refusal;
        }

        if (!hadDeclined)
        {
            var texts = await FollowUpTexts.Of(db, action, cancellationToken);
            notices.Tell(before, action.CouncilId, "followup.reassigned", texts.TakenAway(request.Reason), texts.Path);
        }

        outbox.Signal(FollowUpEvents.Reassigned, action.CouncilId, action.Id);
        await history.Write(action, FollowUpChangeKind.Reassigned, request.Reason, cancellationToken);
        return default(Done);
    }
}
