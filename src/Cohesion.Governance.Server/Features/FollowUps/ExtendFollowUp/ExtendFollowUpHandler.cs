using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.ExtendFollowUp;

internal sealed class ExtendFollowUpHandler(GovernanceDbContext db, FollowUpHistory history, ProcessOutbox outbox, TimeProvider clock)
    : IRequestHandler<ExtendFollowUpCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ExtendFollowUpCommand request, CancellationToken cancellationToken)
    {
        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);
        if (action.Extend(request.DueAt.ToUniversalTime(), clock.GetUtcNow()).Refused(out var refusal))
        {
            return refusal;
        }

        outbox.Signal(FollowUpEvents.Rescheduled, action.CouncilId, action.Id, new { action.DueAt });
        await history.Write(action, FollowUpChangeKind.Extended, request.Reason, cancellationToken);
        return default(Done);
    }
}
