using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.AskForReassignment;

internal sealed class AskForReassignmentHandler(GovernanceDbContext db, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<AskForReassignmentCommand, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(AskForReassignmentCommand request, CancellationToken cancellationToken)
    {
        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);

        // At first it was the owner's "no" that told them.
        var first = action.Stage == FollowUpStage.Declined && action.StageUntil is null;
        if (!action.AskToDecide(FollowUpStage.Declined, request.Again, clock.GetUtcNow()) || first)
        {
            return 0;
        }

        var texts = await FollowUpTexts.Of(db, action, cancellationToken);
        return await notices.TellOffices(
            action.CouncilId, [Office.CouncilSecretary, Office.PartyCommitteeMember], "followup.declined", texts.ReassignmentAsked, texts.Path,
            cancellationToken);
    }
}
