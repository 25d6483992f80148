using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.AttachDocument;

internal sealed class AttachDocumentHandler(GovernanceDbContext db, CurrentMember member, LiveFeed live, TimeProvider clock)
    : IRequestHandler<AttachDocumentCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(AttachDocumentCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        if (proposal.HasEnded)
        {
            return new ProposalEnded(proposal.Stage);
        }

        // The same content at the same place is the same document, sent again.
        var hash = request.Sha256.ToLowerInvariant();
        var there = await db.ProposalAttachments
            .Where(a => a.ProposalId == proposal.Id && a.Sha256 == hash && a.Uri == request.Uri)
            .Select(a => (Guid?)a.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (there is { } earlier)
        {
            return earlier;
        }

        var now = clock.GetUtcNow();
        var attachment = new ProposalAttachment
        {
            Id = Guid.CreateVersion7(now), ProposalId = proposal.Id, Name = request.Name, Uri = request.Uri, Sha256 = hash, ByPersonId = member.Id, At = now,
        };
        db.ProposalAttachments.Add(attachment);
        await live.Announce(Topics.Proposal(proposal.Id), "proposal.document", new { attachment.Id, attachment.Name }, cancellationToken);
        return attachment.Id;
    }
}
