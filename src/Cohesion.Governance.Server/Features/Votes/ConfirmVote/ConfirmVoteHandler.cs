using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using RuleOutcome = Cohesion.Governance.Domain.Rules.Outcome;

namespace Cohesion.Governance.Server.Features.Votes.ConfirmVote;

internal sealed class ConfirmVoteHandler(GovernanceDbContext db, VoteDecision decisions, NoticeBoard notices, LiveFeed live, TimeProvider clock)
    : IRequestHandler<ConfirmVoteCommand, Outcome<bool>>
{
    public async Task<Outcome<bool>> Handle(ConfirmVoteCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (vote.ConfirmedAt is not null)
        {
            return !vote.Overturned;
        }

        if (vote.Stage != VoteStage.Closed || vote.Outcome != nameof(RuleOutcome.Adopted))
        {
            return new NotAdopted();
        }

        var decision = (await decisions.Of(vote, open: false, cancellationToken)).Decision;
        var stands = decision.Outcome == RuleOutcome.Adopted;
        vote.Confirm(clock.GetUtcNow(), stands, decision.Outcome.ToString(), decision.ToJson());
        if (!stands)
        {
            await notices.TellAll(vote.CouncilId, "vote.overturned", VoteWords.Overturned(vote), VoteWords.PageOf(vote.Id), cancellationToken);
        }

        await live.Announce(
            Topics.Vote(vote.Id), "vote.confirmed", new { VoteId = vote.Id, vote.ProposalId, Stands = stands, vote.Outcome }, cancellationToken);
        return stands;
    }
}
