using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Proposals;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Postings.OpenPosting;

internal sealed class OpenPostingHandler(GovernanceDbContext db, LiveFeed live, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<OpenPostingCommand, Outcome<OpenedPosting>>
{
    public async Task<Outcome<OpenedPosting>> Handle(OpenPostingCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        var vote = await db.Votes
            .Where(v => v.ProposalId == proposal.Id && v.TextVersion == proposal.TextVersion && v.Outcome == PostedVote.Adopted)
            .OrderByDescending(v => v.Session)
            .FirstOrDefaultAsync(cancellationToken);
        if (vote is null)
        {
            return new NoAdoptingVote();
        }

        if (await db.Postings.SingleOrDefaultAsync(p => p.VoteId == vote.Id, cancellationToken) is { } there)
        {
            return new OpenedPosting(there.Id, there.Until);
        }

        var now = clock.GetUtcNow();
        var posting = new Posting
        {
            Id = Guid.CreateVersion7(now), ProposalId = proposal.Id, VoteId = vote.Id, From = now,
            Until = PostedVote.ConfirmationEnds(vote, now) is { } confirmed && confirmed > request.Until ? confirmed : request.Until,
        };
        db.Postings.Add(posting);
        proposal.OpenPosting(now, posting.Until);
        await live.AnnounceStage(proposal, cancellationToken);
        await notices.TellAll(
            proposal.CouncilId, "proposal.posted",
            new LocalText("{0} was adopted. Its result is posted until {1}; object until then if you must.", "{0}表决通过，公示至 {1}。如有异议请在此前提出。")
                .With(ProposalNews.NameOf(proposal), await CouncilDays.Name(db, proposal.CouncilId, posting.Until, cancellationToken)),
            ProposalNews.PathOf(proposal.Id), cancellationToken);
        return new OpenedPosting(posting.Id, posting.Until);
    }
}
