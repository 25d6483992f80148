using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.ConfirmFollowUp;

internal sealed class ConfirmFollowUpHandler(
    GovernanceDbContext db, CurrentMember member, FollowUpHistory history, ProcessOutbox outbox, TimeProvider clock)
    : IRequestHandler<ConfirmFollowUpCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ConfirmFollowUpCommand request, CancellationToken cancellationToken)
    {
        var person = request.ForPersonId ?? member.Id;
        if (person != member.Id && !member.Holds(Office.CouncilSecretary, Office.VisitingWorker))
        {
            return new NotForOthers();
        }

        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);
        var asked = await ThoseWhoAsked.For(db, action, cancellationToken);
        var given = await db.Confirmations
            .Where(c => c.FollowUpId == action.Id && c.Round == action.Reopened)
            .ToDictionaryAsync(c => c.ByPersonId, c => c.Kept, cancellationToken);
        if (!action.Confirm(person, request.Kept, asked, given).Granted(out var settled, out var refusal))
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        db.Confirmations.Add(new Confirmation
        {
            Id = Guid.CreateVersion7(now),
            FollowUpId = action.Id,
            Round = action.Reopened,
            ByPersonId = person,
            RecordedByPersonId = member.Id,
            Kept = request.Kept,
            Note = request.Note,
            At = now,
        });

        // Words given at the same time must see each other: the last "yes" is the one that settles it.
        db.Entry(action).Property(f => f.Version).IsModified = true;
        if (settled)
        {
            outbox.Signal(FollowUpEvents.Confirmed, action.CouncilId, action.Id, new { Kept = action.FoundKept });
        }

        await history.Write(action, request.Kept ? FollowUpChangeKind.Confirmed : FollowUpChangeKind.NotConfirmed, request.Note, cancellationToken);
        return default(Done);
    }
}
