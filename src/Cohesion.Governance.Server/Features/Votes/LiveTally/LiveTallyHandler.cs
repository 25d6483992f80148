using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.LiveTally;

internal sealed class LiveTallyHandler(GovernanceDbContext db, VoteDecision decisions) : IRequestHandler<LiveTallyQuery, Outcome<TallyView>>
{
    public async Task<Outcome<TallyView>> Handle(LiveTallyQuery request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (vote.Secret)
        {
            return vote.Stage == VoteStage.Closed ? await SecretTally(vote, cancellationToken) : new SecretUntilCounted();
        }

        return await TallyView.Read(db, vote, cancellationToken);
    }

    private async Task<TallyView> SecretTally(Vote vote, CancellationToken ct) => Votes.SecretTally.Of(
        vote, await decisions.ElectorateOf(vote, ct), await db.SecretBallots.AsNoTracking().Where(b => b.VoteId == vote.Id).ToListAsync(ct),
        await TallyView.BlocsOf(db, vote.CouncilId, ct));
}
