using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.EndConfirmation;

internal sealed class EndConfirmationHandler(GovernanceDbContext db, FollowUpHistory history) : IRequestHandler<EndConfirmationCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(EndConfirmationCommand request, CancellationToken cancellationToken)
    {
        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);
        var spoken = await db.Confirmations.AnyAsync(c => c.FollowUpId == action.Id && c.Round == action.Reopened, cancellationToken);
        if (action.EndConfirmation(spoken))
        {
            await history.Write(action, FollowUpChangeKind.LeftToRuling, null, cancellationToken);
        }

        return default(Done);
    }
}
