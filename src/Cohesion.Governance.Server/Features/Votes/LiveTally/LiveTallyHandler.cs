using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.LiveTally;

internal sealed class LiveTallyHandler(GovernanceDbContext db, VoteCounts counts) : IRequestHandler<LiveTallyQuery, Outcome<TallyView>>
{
    public async Task<Outcome<TallyView>> Handle(LiveTallyQuery request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (vote is { Secret: true, Stage: not VoteStage.Closed })
        {
            return new SecretUntilCounted();
        }

        return vote.RegisterVersion is null ? TallyView.Empty(vote) : (await counts.Of(vote, cancellationToken)).Tally!;
    }
}
