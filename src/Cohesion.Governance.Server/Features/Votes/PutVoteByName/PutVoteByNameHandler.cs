using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.PutVoteByName;

internal sealed class PutVoteByNameHandler(GovernanceDbContext db, ProcessOutbox process, NoticeBoard notices, LiveFeed live, TimeProvider clock)
    : IRequestHandler<PutVoteByNameCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(PutVoteByNameCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (!vote.Secret)
        {
            return default(Done);
        }

        if (vote.PutByName().Refused(out var refusal))
        {
            return refusal;
        }

        process.Signal(SecrecyEvents.ByName, vote.CouncilId, vote.Id, new { VoteId = vote.Id }, keepUntil: clock.GetUtcNow().AddDays(1));
        await notices.TellAll(vote.CouncilId, "vote.byName", VoteWords.PutByName(vote, request.Reason), VoteWords.PageOf(vote.Id), cancellationToken);
        await live.Announce(Topics.Vote(vote.Id), "vote.byName", new { VoteId = vote.Id }, cancellationToken);
        return default(Done);
    }
}
