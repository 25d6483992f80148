using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.RemindOwner;

internal sealed class RemindOwnerHandler(GovernanceDbContext db, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<RemindOwnerCommand, Outcome<bool>>
{
    public async Task<Outcome<bool>> Handle(RemindOwnerCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);
        if (now >= action.DueAt || await Rungs.TakenToday(db, action, 0, now, cancellationToken) || !action.Chase(0))
        {
            return false;
        }

        var texts = await FollowUpTexts.Of(db, action, cancellationToken);
        notices.Tell(action.OwnerPersonId, action.CouncilId, "followup.reminder", texts.Reminder, texts.Path);
        db.Chases.Add(Rungs.Take(action, 0, Rungs.Owner, now));
        return true;
    }
}
