using System.Security.Cryptography;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.EvidencePhotographFile;

internal sealed class EvidencePhotographFileHandler(GovernanceDbContext db) : IRequestHandler<EvidencePhotographFileQuery, Outcome<PhotographFile>>
{
    public async Task<Outcome<PhotographFile>> Handle(EvidencePhotographFileQuery request, CancellationToken cancellationToken)
    {
        var known = await db.EvidencePhotographs.Where(p => p.Id == request.PhotographId && p.FollowUpId == request.FollowUpId)
            .Select(p => request.Small ? p.ThumbnailSha256 : p.Sha256).SingleOrDefaultAsync(cancellationToken);
        if (known is null)
        {
            return new NotFound();
        }

        var content = await db.PhotographBytes.Where(b => b.PhotographId == request.PhotographId)
            .Select(b => request.Small ? b.Thumbnail : b.View).SingleOrDefaultAsync(cancellationToken);
        return content is not null && Convert.ToHexStringLower(SHA256.HashData(content)) == known ? new PhotographFile(content, known) : new PhotographAltered();
    }
}
