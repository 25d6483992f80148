using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Resolutions;
using Cohesion.Governance.Server.Features.Resolutions;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.AssignFollowUp;

internal sealed class AssignFollowUpHandler(
    GovernanceDbContext db, ProposalSettlement settlement, FollowUpHistory history, ProcessOutbox outbox, TimeProvider clock)
    : IRequestHandler<AssignFollowUpCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(AssignFollowUpCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var resolution = await db.Resolutions.SingleAsync(r => r.Id == request.ResolutionId, cancellationToken);

        // The council hands out the number, so of two assignments at once the second sees the first.
        var council = await db.Councils.SingleAsync(c => c.Id == resolution.CouncilId, cancellationToken);
        if (await Refuse(request, resolution, now, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var action = new FollowUpAction
        {
            Id = Guid.CreateVersion7(now),
            CouncilId = council.Id,
            ResolutionId = resolution.Id,
            ProposalId = resolution.ProposalId,
            Number = ++council.LastFollowUpNumber,
            Title = request.Title,
            OwnerPersonId = request.OwnerPersonId,
            DueAt = request.DueAt.ToUniversalTime(),
            AssignedAt = now,
        };
        db.FollowUps.Add(action);

        // Names of inputs are those of the definition, which no naming policy may change.
        outbox.Start(
            FollowUpEvents.Definition, council.Id, action.Id, new Dictionary<string, object>(StringComparer.Ordinal) { ["FollowUpId"] = action.Id });
        await history.Write(action, FollowUpChangeKind.Assigned, null, cancellationToken);
        return action.Id;
    }

    private async Task<Refusal?> Refuse(AssignFollowUpCommand request, Resolution resolution, DateTimeOffset now, CancellationToken ct)
    {
        if (request.DueAt <= now)
        {
            return new DueDatePassed();
        }

        if (resolution.NoActionNeeded is not null)
        {
            return new NoActionDeclared();
        }

        var acting = await db.Proposals.AnyAsync(
            p => p.Id == resolution.ProposalId && (p.Stage == ProposalStage.Resolved || p.Stage == ProposalStage.Acting), ct);
        if (!acting || await settlement.IsSettled(resolution.ProposalId, ct))
        {
            return new ResolutionSettled();
        }

        if (!await FollowUpOwners.MayBe(db, request.OwnerPersonId, resolution.CouncilId, now, ct))
        {
            return new OwnerOutsideCouncil();
        }

        var same = await db.FollowUps
            .Where(f => f.ResolutionId == resolution.Id && f.OwnerPersonId == request.OwnerPersonId && f.Title == request.Title
                && f.Stage != FollowUpStage.Cancelled)
            .Select(f => (int?)f.Number)
            .FirstOrDefaultAsync(ct);
        return same is { } number ? new AssignedAlready(number) : null;
    }
}
