using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.SubmitEvidence;

internal sealed class SubmitEvidenceHandler(
    GovernanceDbContext db, CurrentMember member, FollowUpHistory history, ProcessOutbox outbox, TimeProvider clock)
    : IRequestHandler<SubmitEvidenceCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(SubmitEvidenceCommand request, CancellationToken cancellationToken)
    {
        if (!IsComplete(request))
        {
            return new EvidenceReferenceIncomplete();
        }

        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);
        var sha256 = request.Sha256?.ToLowerInvariant();
        var repeated = await db.Evidence.AnyAsync(
            e => e.FollowUpId == action.Id && e.Round == action.Reopened && e.Text == request.Text && e.Sha256 == sha256, cancellationToken);
        if (repeated)
        {
            return new EvidenceThereAlready();
        }

        var answered = action.Stage != FollowUpStage.Assigned;
        if (!action.HandIn(member.Id, member.Holds(Office.CouncilSecretary, Office.VisitingWorker)).Granted(out var first, out var refusal))
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var evidence = new Evidence
        {
            Id = Guid.CreateVersion7(now),
            FollowUpId = action.Id,
            Text = request.Text,
            Uri = request.Uri,
            Sha256 = sha256,
            Round = action.Reopened,
            ByPersonId = member.Id,
            At = now,
        };
        db.Evidence.Add(evidence);
        if (!answered)
        {
            outbox.Signal(FollowUpEvents.Answered, action.CouncilId, action.Id, new { Answer = "accepted" });
        }

        if (first)
        {
            outbox.Signal(FollowUpEvents.Evidence, action.CouncilId, action.Id);
        }

        await history.Write(action, FollowUpChangeKind.Evidenced, request.Text, cancellationToken);
        return evidence.Id;
    }

    private static bool IsComplete(SubmitEvidenceCommand request) => (request.Uri, request.Sha256) switch
    {
        (null, null) => true,
        ({ } uri, { Length: 64 } hash) => hash.All(char.IsAsciiHexDigit)
            && System.Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "file",
        _ => false,
    };
}
