using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.DeclineFollowUp;

internal sealed class DeclineFollowUpHandler(
    GovernanceDbContext db, CurrentMember member, FollowUpHistory history, NoticeBoard notices, ProcessOutbox outbox)
    : IRequestHandler<DeclineFollowUpCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DeclineFollowUpCommand request, CancellationToken cancellationToken)
    {
        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);
        if (action.Decline(member.Id, request.Reason).Refused(out var refusal))
        {
            return refusal;
        }

        var texts = await FollowUpTexts.Of(db, action, cancellationToken);
        await notices.TellOffices(
            action.CouncilId, [Office.CouncilSecretary, Office.PartyCommitteeMember], "followup.declined", texts.Declined, texts.Path, cancellationToken,
            except: member.Id);
        outbox.Signal(FollowUpEvents.Answered, action.CouncilId, action.Id, new { Answer = "declined" });
        await history.Write(action, FollowUpChangeKind.Declined, request.Reason, cancellationToken);
        return default(Done);
    }
}
