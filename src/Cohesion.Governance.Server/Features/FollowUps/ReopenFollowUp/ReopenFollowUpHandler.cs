using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.ReopenFollowUp;

internal sealed class ReopenFollowUpHandler(GovernanceDbContext db, NoticeBoard notices, FollowUpHistory history, TimeProvider clock)
    : IRequestHandler<ReopenFollowUpCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ReopenFollowUpCommand request, CancellationToken cancellationToken)
    {
        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);
        if (action.Reopen(request.Grace, clock.GetUtcNow()))
        {
            // Being returned tells the owner the date as well.
            action.TellDueDate();
            var texts = await FollowUpTexts.Of(db, action, cancellationToken);
            notices.Tell(action.OwnerPersonId, action.CouncilId, "followup.returned", texts.Returned, texts.Path);
            await history.Write(action, FollowUpChangeKind.Reopened, null, cancellationToken);
        }

        return default(Done);
    }
}
