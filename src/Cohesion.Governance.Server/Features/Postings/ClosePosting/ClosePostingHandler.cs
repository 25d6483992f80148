using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Postings.ClosePosting;

internal sealed class ClosePostingHandler(GovernanceDbContext db, LiveFeed live, TimeProvider clock) : IRequestHandler<ClosePostingCommand, Outcome<ClosedPosting>>
{
    public async Task<Outcome<ClosedPosting>> Handle(ClosePostingCommand request, CancellationToken cancellationToken)
    {
        var posting = await db.Postings.Where(p => p.ProposalId == request.ProposalId).OrderByDescending(p => p.From).FirstAsync(cancellationToken);
        var objections = await db.Objections.Where(o => o.PostingId == posting.Id).ToListAsync(cancellationToken);
        var vote = await db.Votes.SingleAsync(v => v.Id == posting.VoteId, cancellationToken);
        var result = posting.Close(objections, clock.GetUtcNow());
        await live.Announce(Topics.Proposal(request.ProposalId), "posting.closed", new { posting.Id, Result = result }, cancellationToken);
        return new ClosedPosting(result, vote.Id, PostedVote.ConfirmationEnds(vote, posting.From) is not null);
    }
}
