using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.EnterBallot;

internal sealed class EnterBallotHandler(GovernanceDbContext db, CurrentMember member, TimeProvider clock) : IRequestHandler<EnterBallotCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(EnterBallotCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        var now = clock.GetUtcNow();
        if (vote.BallotWindow.RefusalAt(now) is { } notTaken)
        {
            return notTaken;
        }

        if (vote.Secret == request.Choice is not null)
        {
            return vote.Secret ? new EnvelopeStaysSealed() : new ChoiceMissing();
        }

        var line = await db.RollEntries.AsNoTracking().SingleOrDefaultAsync(r => r.VoteId == vote.Id && r.SeatId == request.SeatId, cancellationToken);
        if (line is null)
        {
            return new SeatNotOnRoll();
        }

        if (line.ExcludedFor is not null)
        {
            return new SeatIsExcluded(line.ExclusionNote ?? string.Empty);
        }

        // People write minutes: what was taken in the minute of the opening was taken after it.
        if (request.TakenAt < vote.OpensAt!.Value.AddTicks(-(vote.OpensAt.Value.Ticks % TimeSpan.TicksPerMinute)) || request.TakenAt > now)
        {
            return new TakenOutsideWindow();
        }

        if (request.SignedByPersonId is { } signer && !await db.OfficeHoldings.AnyAsync(
            h => h.SeatId == request.SeatId && h.PersonId == signer && h.Since <= now && (h.Until == null || h.Until > now), cancellationToken))
        {
            return new SignerDoesNotActForSeat();
        }

        var same = await db.BallotEntries.AsNoTracking().SingleOrDefaultAsync(
            e => e.VoteId == vote.Id && e.SeatId == request.SeatId && e.Channel == request.Channel && e.TakenAt == request.TakenAt && e.EnteredByPersonId == member.Id,
            cancellationToken);
        if (same is not null)
        {
            // A voter gives one paper at one moment: the same person entering it again has sent it twice.
            return same.Id;
        }

        var entry = new BallotEntry
        {
            Id = Guid.CreateVersion7(now), VoteId = vote.Id, SeatId = request.SeatId, Channel = request.Channel, SignedByPersonId = request.SignedByPersonId,
            Choice = request.Choice, ScanHash = HashText.Stored(request.ScanHash), Witness = request.Witness?.Trim(), Place = request.Place.Trim(),
            TakenAt = request.TakenAt, EnteredByPersonId = member.Id, EnteredAt = now,
        };

        // An early end looks at what waits; taking the vote's row in turn is what makes the two meet.
        if (!await VoteRow.Take(db, vote.Id, now, ballots: 0, cancellationToken))
        {
            return new VoteHasClosed();
        }

        db.BallotEntries.Add(entry);
        return entry.Id;
    }
}
