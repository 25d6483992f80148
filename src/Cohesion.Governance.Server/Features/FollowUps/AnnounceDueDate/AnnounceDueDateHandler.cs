using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.AnnounceDueDate;

internal sealed class AnnounceDueDateHandler(GovernanceDbContext db, NoticeBoard notices) : IRequestHandler<AnnounceDueDateCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AnnounceDueDateCommand request, CancellationToken cancellationToken)
    {
        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);
        if (action.TellDueDate())
        {
            var texts = await FollowUpTexts.Of(db, action, cancellationToken);
            notices.Tell(action.OwnerPersonId, action.CouncilId, "followup.dueDate", texts.DueDate, texts.Path);
        }

        return default(Done);
    }
}
