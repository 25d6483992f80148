using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.Resolutions;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.CloseFollowUp;

internal sealed class CloseFollowUpHandler(
    GovernanceDbContext db, ProposalSettlement settlement, NoticeBoard notices, FollowUpHistory history, TimeProvider clock)
    : IRequestHandler<CloseFollowUpCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(CloseFollowUpCommand request, CancellationToken cancellationToken)
    {
        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);
        if (action.Close(clock.GetUtcNow()))
        {
            var texts = await FollowUpTexts.Of(db, action, cancellationToken);
            notices.Tell(action.OwnerPersonId, action.CouncilId, "followup.kept", texts.Kept, texts.Path);
            await settlement.Check(action.ProposalId, cancellationToken);
            await history.Write(action, FollowUpChangeKind.Kept, null, cancellationToken);
        }

        return default(Done);
    }
}
