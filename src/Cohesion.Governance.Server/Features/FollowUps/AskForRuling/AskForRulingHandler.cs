using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.AskForRuling;

internal sealed class AskForRulingHandler(GovernanceDbContext db, NoticeBoard notices, FollowUpHistory history, TimeProvider clock)
    : IRequestHandler<AskForRulingCommand, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(AskForRulingCommand request, CancellationToken cancellationToken)
    {
        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);
        if (!action.AskToDecide(FollowUpStage.AwaitingRuling, request.Again, clock.GetUtcNow()))
        {
            return 0;
        }

        var texts = await FollowUpTexts.Of(db, action, cancellationToken);

        // The secretary; where the promise is his own, the party committee; where there is none, the convenor. Each rung is asked only if
        // nobody stands on the one before.
        foreach (var office in new[] { Office.CouncilSecretary, Office.PartyCommitteeMember, Office.StreetConvenor })
        {
            var told = await notices.TellOffices(
                action.CouncilId, [office], "followup.ruling", texts.RulingAsked, texts.Path, cancellationToken, except: action.OwnerPersonId);
            if (told > 0)
            {
                await history.Announce(action, cancellationToken);
                return told;
            }
        }

        return 0;
    }
}
