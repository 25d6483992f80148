using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.OfferFollowUp;

internal sealed class OfferFollowUpHandler(GovernanceDbContext db, NoticeBoard notices, FollowUpHistory history, TimeProvider clock)
    : IRequestHandler<OfferFollowUpCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(OfferFollowUpCommand request, CancellationToken cancellationToken)
    {
        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);
        if (action.Offer(request.Window, clock.GetUtcNow()))
        {
            var texts = await FollowUpTexts.Of(db, action, cancellationToken);
            notices.Tell(action.OwnerPersonId, action.CouncilId, "followup.offered", texts.Offered, texts.Path);
            await history.Announce(action, cancellationToken);
        }

        return default(Done);
    }
}
