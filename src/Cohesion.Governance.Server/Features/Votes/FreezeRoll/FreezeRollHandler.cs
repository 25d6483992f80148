using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.FreezeRoll;

internal sealed class FreezeRollHandler(GovernanceDbContext db) : IRequestHandler<FreezeRollCommand, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(FreezeRollCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (vote.Stage != VoteStage.Planned)
        {
            return await db.RollEntries.CountAsync(r => r.VoteId == vote.Id, cancellationToken);
        }

        var (registerVersion, roll) = vote.PreviousVoteId is { } previousId
            ? await RollOfSessionBefore(previousId, vote.Id, cancellationToken)
            : await RollOfRegister(vote, cancellationToken);
        if (vote.FreezeRoll(registerVersion, roll.Count).Refused(out var refusal))
        {
            return refusal;
        }

        db.RollEntries.AddRange(roll);
        return roll.Count;
    }

    private async Task<(int RegisterVersion, List<RollEntry> Roll)> RollOfRegister(Vote vote, CancellationToken ct)
    {
        var version = await db.Councils.Where(c => c.Id == vote.CouncilId).Select(c => c.RegisterVersion).SingleAsync(ct);
        return (version, await RegisterRoll.Read(db, vote.CouncilId, version, vote.Id, ct));
    }

    private async Task<(int RegisterVersion, List<RollEntry> Roll)> RollOfSessionBefore(Guid previousId, Guid voteId, CancellationToken ct)
    {
        var version = await db.Votes.Where(v => v.Id == previousId).Select(v => v.RegisterVersion!.Value).SingleAsync(ct);
        var roll = await db.RollEntries.AsNoTracking().Where(r => r.VoteId == previousId).ToListAsync(ct);
        return (version, [.. roll.Select(r => new RollEntry
        {
            VoteId = voteId,
            SeatId = r.SeatId,
            PartyId = r.PartyId,
            BlocCode = r.BlocCode,
            Label = r.Label,
            PartyName = r.PartyName,
            Measures = r.Measures,
            ExcludedFor = r.ExcludedFor,
            ExclusionNote = r.ExclusionNote,
        })]);
    }
}
