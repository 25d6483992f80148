using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.AnnounceTally;

internal sealed class AnnounceTallyHandler(GovernanceDbContext db, VoteCounts counts, UnitOfWork work, LiveFeed live) : IRequestHandler<AnnounceTallyCommand, Outcome<bool>>
{
    public async Task<Outcome<bool>> Handle(AnnounceTallyCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (vote.BallotCount == vote.AnnouncedCount)
        {
            return false;
        }

        // Read before the transaction: where the database has one writer, ballots would wait for the whole roll to be read. A ballot that comes in between is
        // in the tally already; the vote's count, read first, does not have it yet, so that it is announced again.
        // Of a vote with a large roll this may be an earlier count: what it lacks is announced with the next.
        (string Kind, long Revision, object Payload) told = vote.Secret
            ? ("vote.turnout", vote.BallotCount, await SecretTurnout.Read(db, vote, cancellationToken))
            : await TallyOf(vote, cancellationToken);
        return told.Revision > vote.AnnouncedCount && await work.Run(ct => Announce(vote, told.Kind, told.Revision, told.Payload, ct), done => done, cancellationToken);
    }

    private async Task<(string Kind, long Revision, object Payload)> TallyOf(Vote vote, CancellationToken ct)
    {
        var tally = (await counts.Of(vote, ct)).Tally!;
        return ("vote.tally", tally.Revision, tally);
    }

    // Claimed on the one column that nobody else writes: ballots coming in meanwhile neither wait nor lose. Of two nodes one announces.
    private async Task<bool> Announce(Vote vote, string kind, long revision, object payload, CancellationToken ct)
    {
        if (await db.Votes.Where(v => v.Id == vote.Id && v.AnnouncedCount == vote.AnnouncedCount)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.AnnouncedCount, revision), ct) == 0)
        {
            return false;
        }

        await live.Announce(Topics.Vote(vote.Id), kind, payload, ct);
        return true;
    }
}
