using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.AnnounceTally;

internal sealed class AnnounceTallyHandler(GovernanceDbContext db, UnitOfWork work, LiveFeed live) : IRequestHandler<AnnounceTallyCommand, Outcome<bool>>
{
    public async Task<Outcome<bool>> Handle(AnnounceTallyCommand request, CancellationToken cancellationToken) =>
        await work.Run(ct => Announce(request.VoteId, ct), told => told, cancellationToken);

    private async Task<bool> Announce(Guid voteId, CancellationToken ct)
    {
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == voteId, ct);

        // Claimed on the one column that nobody else writes: ballots coming in meanwhile neither wait nor lose. Of two nodes one announces.
        if (vote.BallotCount == vote.AnnouncedCount
            || await db.Votes.Where(v => v.Id == voteId && v.AnnouncedCount == vote.AnnouncedCount)
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.AnnouncedCount, vote.BallotCount), ct) == 0)
        {
            return false;
        }

        await live.Announce(Topics.Vote(voteId), "vote.tally", await TallyView.Read(db, vote, ct), ct);
        return true;
    }
}
