using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.TakeAsAccepted;

internal sealed class TakeAsAcceptedHandler(GovernanceDbContext db, NoticeBoard notices, FollowUpHistory history)
    : IRequestHandler<TakeAsAcceptedCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TakeAsAcceptedCommand request, CancellationToken cancellationToken)
    {
        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);
        if (action.TakeAsAccepted())
        {
            var texts = await FollowUpTexts.Of(db, action, cancellationToken);
            notices.Tell(action.OwnerPersonId, action.CouncilId, "followup.accepted", texts.TakenAsAccepted, texts.Path);
            await notices.TellOffices(
                action.CouncilId, [Office.CouncilSecretary], "followup.accepted", texts.TakenAsAccepted, texts.Path, cancellationToken,
                except: action.OwnerPersonId);
            await history.Write(action, FollowUpChangeKind.TakenAsAccepted, null, cancellationToken);
        }

        return default(Done);
    }
}
