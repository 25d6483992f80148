using System.Security.Cryptography;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Photographs;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.SubmitEvidence;

internal sealed class SubmitEvidenceHandler(
    GovernanceDbContext db, CurrentMember member, FollowUpHistory history, ProcessOutbox outbox, PhotographStudio studio, TimeProvider clock)
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
        var photographs = await Photographs(request, cancellationToken);
        if (await IsRepeated(request, action, sha256, photographs, cancellationToken))
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
        Keep(evidence, photographs, now);
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

    // The same picture twice is one.
    private async Task<List<(Photograph Photograph, string? Alt)>> Photographs(SubmitEvidenceCommand request, CancellationToken ct)
    {
        var photographs = new List<(Photograph Photograph, string? Alt)>();
        foreach (var input in request.Photographs ?? [])
        {
            var photograph = (await studio.Develop(input.Content, ct)).Photograph ?? throw new InvalidOperationException("A photograph was not looked at before.");
            if (!photographs.Exists(p => p.Photograph.Sha256 == photograph.Sha256))
            {
                photographs.Add((photograph, string.IsNullOrWhiteSpace(input.Alt) ? null : input.Alt.Trim()));
            }
        }

        return photographs;
    }

    private async Task<bool> IsRepeated(
        SubmitEvidenceCommand request, FollowUpAction action, string? sha256, List<(Photograph Photograph, string? Alt)> photographs, CancellationToken ct)
    {
        var alike = await db.Evidence.Where(e => e.FollowUpId == action.Id && e.Round == action.Reopened && e.Text == request.Text && e.Sha256 == sha256)
            .Select(e => e.Id).ToListAsync(ct);
        if (alike.Count == 0)
        {
            return false;
        }

        var kept = await db.EvidencePhotographs.Where(p => alike.Contains(p.EvidenceId)).Select(p => new { p.EvidenceId, p.Sha256 }).ToListAsync(ct);
        return alike.Exists(id => kept.Where(k => k.EvidenceId == id).Select(k => k.Sha256).ToHashSet().SetEquals(photographs.Select(p => p.Photograph.Sha256)));
    }

    private void Keep(Evidence evidence, List<(Photograph Photograph, string? Alt)> photographs, DateTimeOffset now)
    {
        foreach (var (index, (photograph, alt)) in photographs.Index())
        {
            var row = new EvidencePhotograph
            {
                Id = Guid.CreateVersion7(now), EvidenceId = evidence.Id, FollowUpId = evidence.FollowUpId, Position = index + 1, Alt = alt,
                Width = photograph.Width, Height = photograph.Height, Sha256 = photograph.Sha256,
                ThumbnailSha256 = Convert.ToHexStringLower(SHA256.HashData(photograph.Thumbnail)),
            };
            db.EvidencePhotographs.Add(row);
            db.PhotographBytes.Add(new PhotographBytes { PhotographId = row.Id, View = photograph.View, Thumbnail = photograph.Thumbnail });
        }
    }

    private static bool IsComplete(SubmitEvidenceCommand request) => (request.Uri, request.Sha256) switch
    {
        (null, null) => true,
        ({ } uri, { Length: 64 } hash) => hash.All(char.IsAsciiHexDigit)
            && System.Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "file",
        _ => false,
    };
}
