using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.AcceptFollowUp;

internal sealed class AcceptFollowUpHandler(
    GovernanceDbContext db, CurrentMember member, FollowUpHistory history, NoticeBoard notices, ProcessOutbox outbox)
    : IRequestHandler<AcceptFollowUpCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AcceptFollowUpCommand request, CancellationToken cancellationToken)
    {
        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);
        if (action.Accept(member.Id).Refused(out var refusal))
        {
            return refusal;
        }

        var texts = await FollowUpTexts.Of(db, action, cancellationToken);
        await notices.TellOffices(
            action.CouncilId, [Office.CouncilSecretary], "followup.accepted", texts.Accepted, texts.Path, cancellationToken, except: member.Id);
        outbox.Signal(FollowUpEvents.Answered, action.CouncilId, action.Id, new { Answer = "accepted" });
        await history.Write(action, FollowUpChangeKind.Accepted, null, cancellationToken);
        return default(Done);
    }
}
