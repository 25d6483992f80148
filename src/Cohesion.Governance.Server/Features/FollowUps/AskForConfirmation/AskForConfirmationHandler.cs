using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.AskForConfirmation;

internal sealed class AskForConfirmationHandler(GovernanceDbContext db, NoticeBoard notices, FollowUpHistory history, TimeProvider clock)
    : IRequestHandler<AskForConfirmationCommand, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(AskForConfirmationCommand request, CancellationToken cancellationToken)
    {
        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);
        var asked = await ThoseWhoAsked.For(db, action, cancellationToken);
        if (action.AskForWord(request.Window, clock.GetUtcNow()))
        {
            var texts = await FollowUpTexts.Of(db, action, cancellationToken);
            foreach (var person in asked)
            {
                notices.Tell(person, action.CouncilId, "followup.confirm", texts.ConfirmationAsked, texts.Path);
            }

            await history.Announce(action, cancellationToken);
        }

        return asked.Count;
    }
}
