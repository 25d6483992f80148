using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.ExportVote;

internal sealed class ExportVoteHandler(GovernanceDbContext db, VoteExporter exporter) : IRequestHandler<ExportVoteQuery, Outcome<VoteExportFile>>
{
    public async Task<Outcome<VoteExportFile>> Handle(ExportVoteQuery request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (vote is not { Stage: VoteStage.Closed, BallotsRoot: not null })
        {
            return new VoteNotCounted(vote.Stage);
        }

        if ((await exporter.Gather(vote, cancellationToken)).Refused(out var refusal))
        {
            return refusal;
        }

        return new VoteExportFile($"vote-{vote.Id:D}.json", exporter.WriteTo);
    }
}
