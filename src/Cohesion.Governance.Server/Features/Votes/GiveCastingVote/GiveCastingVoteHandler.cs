using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.GiveCastingVote;

internal sealed class GiveCastingVoteHandler(GovernanceDbContext db, TimeProvider clock) : IRequestHandler<GiveCastingVoteCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(GiveCastingVoteCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (vote.BallotWindow.RefusalAt(clock.GetUtcNow()) is { } notNow)
        {
            return notNow;
        }

        if (!RulePacks.Read(vote.RulePackJson, vote.RulePack).ChairCasts)
        {
            return new ChairDoesNotCast();
        }

        vote.CastingVote = request.Choice;
        return default(Done);
    }
}
