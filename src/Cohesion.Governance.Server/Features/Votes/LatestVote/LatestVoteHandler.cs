using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using RuleOutcome = Cohesion.Governance.Domain.Rules.Outcome;

namespace Cohesion.Governance.Server.Features.Votes.LatestVote;

internal sealed class LatestVoteHandler(GovernanceDbContext db) : IRequestHandler<LatestVoteQuery, Outcome<LatestVoteView>>
{
    public async Task<Outcome<LatestVoteView>> Handle(LatestVoteQuery request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.AsNoTracking()
            .Where(v => v.ProposalId == request.ProposalId)
            .OrderByDescending(v => v.TextVersion).ThenByDescending(v => v.Session)
            .Select(v => new LatestVoteView(v.Id, v.Stage, v.Outcome, v.NextSession))
            .FirstOrDefaultAsync(cancellationToken);
        if (vote is null)
        {
            return new NotFound();
        }

        return vote.Stage == VoteStage.Cancelled ? vote with { Outcome = nameof(RuleOutcome.Undecided) } : vote;
    }
}
