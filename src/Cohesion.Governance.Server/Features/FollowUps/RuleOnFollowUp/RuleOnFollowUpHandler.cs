using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.RuleOnFollowUp;

internal sealed class RuleOnFollowUpHandler(GovernanceDbContext db, CurrentMember member, FollowUpHistory history, ProcessOutbox outbox)
    : IRequestHandler<RuleOnFollowUpCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RuleOnFollowUpCommand request, CancellationToken cancellationToken)
    {
        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);
        if (action.Rule(member.Id, request.Kept).Refused(out var refusal))
        {
            return refusal;
        }

        outbox.Signal(FollowUpEvents.Ruled, action.CouncilId, action.Id, new { request.Kept });
        await history.Write(action, request.Kept ? FollowUpChangeKind.RuledKept : FollowUpChangeKind.RuledNotKept, request.Note, cancellationToken);
        return default(Done);
    }
}
