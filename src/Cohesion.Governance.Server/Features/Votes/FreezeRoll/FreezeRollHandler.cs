using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.FreezeRoll;

internal sealed class FreezeRollHandler(GovernanceDbContext db, ManyRows many, SecrecyCheck secrecy, TimeProvider clock) : IRequestHandler<FreezeRollCommand, Outcome<int>>
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
        // An empty roll has its own refusal; on any other the rule must find the columns it counts by.
        var missing = RulePacks.Read(vote.RulePackJson, vote.RulePack).Measures
            .Where(m => m != RuleWords.Heads && roll.TrueForAll(r => r.Measures[m] == 0))
            .ToList();
        if (roll.Count > 0 && missing.Count > 0)
        {
            return new MeasureNobodyHas(missing);
        }

        if (vote.Secret && roll.Count > 0 && await secrecy.RefusalOf(vote, roll, cancellationToken) is { } betrayed)
        {
            return betrayed;
        }

        if (vote.FreezeRoll(registerVersion, roll.Count).Refused(out var refusal))
        {
            return refusal;
        }

        if (vote.PreviousVoteId is { } before)
        {
            await CopyExclusions(before, vote.Id, cancellationToken);
        }

        await MarkCoOwned(roll, cancellationToken);
        await many.Add(roll, cancellationToken);
        return roll.Count;
    }

    // Whether co-owners act for a seat is frozen with the roll: it decides what a ballot of theirs is.
    private async Task MarkCoOwned(List<RollEntry> roll, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var seats = roll.Select(r => r.SeatId).ToHashSet();
        var coOwned = await db.OfficeHoldings
            .Where(h => h.CoOwner && h.SeatId != null && h.Since <= now && (h.Until == null || h.Until > now))
            .Select(h => h.SeatId!.Value)
            .Distinct()
            .ToListAsync(ct);
        var found = coOwned.Where(seats.Contains).ToHashSet();
        roll.ForEach(r => r.CoOwned = found.Contains(r.SeatId));
    }

    private async Task<(int RegisterVersion, List<RollEntry> Roll)> RollOfRegister(Vote vote, CancellationToken ct)
    {
        var version = await db.Councils.Where(c => c.Id == vote.CouncilId).Select(c => c.RegisterVersion).SingleAsync(ct);
        return (version, await RegisterRoll.Read(db, vote.CouncilId, version, vote.Id, ct));
    }

    private async Task CopyExclusions(Guid previousId, Guid voteId, CancellationToken ct)
    {
        var exclusions = await db.SeatExclusions.AsNoTracking().Where(e => e.VoteId == previousId && e.EndedAt == null).ToListAsync(ct);
        db.SeatExclusions.AddRange(exclusions.Select(e => new SeatExclusion
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), VoteId = voteId, SeatId = e.SeatId, Ground = e.Ground, Reason = e.Reason, DecidedByPersonId = e.DecidedByPersonId,
            DecidedAt = e.DecidedAt,
        }));
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
