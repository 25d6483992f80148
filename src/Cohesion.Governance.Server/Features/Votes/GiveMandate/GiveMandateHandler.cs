using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.GiveMandate;

internal sealed class GiveMandateHandler(GovernanceDbContext db, CurrentMember member, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<GiveMandateCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(GiveMandateCommand request, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var now = clock.GetUtcNow();
        if (await Giver(request, now, ct) is { } notGiver)
        {
            return notGiver;
        }

        if (!await db.People.AnyAsync(p => p.Id == request.HolderPersonId, ct))
        {
            return new PersonUnknown();
        }

        if (await ActsFor(request.HolderPersonId, request.SeatId, now, ct))
        {
            return new HolderActsForSeat();
        }

        if (request.MeetingId is { } meeting && !await db.Meetings.AnyAsync(m => m.Id == meeting && m.CouncilId == request.CouncilId, ct))
        {
            return new NotFound();
        }

        var mandate = new Mandate
        {
            Id = Guid.CreateVersion7(now), CouncilId = request.CouncilId, SeatId = request.SeatId, HolderPersonId = request.HolderPersonId,
            GivenByPersonId = member.ActsFor(request.SeatId) ? member.Id : request.SignedByPersonId, RecordedByPersonId = member.Id, GivenAt = now, Scope = request.Scope,
            VoteId = request.VoteId, MeetingId = request.MeetingId, Until = request.Until, DocumentHash = HashText.Stored(request.DocumentHash),
        };
        var vote = request.VoteId is { } voteId ? await db.Votes.AsNoTracking().SingleOrDefaultAsync(v => v.Id == voteId && v.CouncilId == request.CouncilId, ct) : null;
        if (request.VoteId is not null && vote is null)
        {
            return new NotFound();
        }

        if (vote is { HasEnded: true })
        {
            return new VoteHasClosed();
        }

        if (mandate.RefusalAt(now, vote is null ? null : MandateBook.LimitsOf(vote)) is { } notServing)
        {
            return notServing;
        }

        if (vote is not null && await OfficeRefusal(mandate, vote, now, ct) is { } barred)
        {
            return barred;
        }

        var standing = await db.Mandates.AsNoTracking()
            .Where(m => m.SeatId == request.SeatId && m.RevokedAt == null && (m.Until == null || m.Until > now)
                && (m.GivenByPersonId == null || mandate.GivenByPersonId == null || m.GivenByPersonId == mandate.GivenByPersonId))
            .ToListAsync(ct);
        if (standing.Find(m => IsSame(m, mandate)) is { } same)
        {
            return same.Id;
        }

        foreach (var other in standing)
        {
            if (mandate.Overlaps(other, await MeetingOf(mandate.VoteId ?? other.VoteId, ct)))
            {
                return new SeatHasMandate();
            }
        }

        db.Mandates.Add(mandate);
        var seat = await db.SeatEntries.Where(s => s.SeatId == request.SeatId && s.ToVersion == null).Select(s => s.Label).FirstAsync(ct);
        notices.Tell(
            mandate.HolderPersonId, request.CouncilId, "mandate.given", VoteWords.MandateGiven(seat, vote), vote is null ? "/mandates" : VoteWords.BallotPageOf(vote.Id));
        if (mandate.RecordedByPersonId != mandate.GivenByPersonId)
        {
            await notices.TellSeats(request.CouncilId, [request.SeatId], "mandate.recorded", VoteWords.MandateRecorded(seat), "/", ct);
        }

        return mandate.Id;
    }

    private async Task<Refusal?> Giver(GiveMandateCommand request, DateTimeOffset now, CancellationToken ct)
    {
        if (!await db.SeatEntries.AnyAsync(s => s.CouncilId == request.CouncilId && s.SeatId == request.SeatId && s.ToVersion == null, ct))
        {
            return new SeatNotRegistered(request.SeatId);
        }

        if (member.ActsFor(request.SeatId))
        {
            return null;
        }

        if (await db.Mandates.AnyAsync(m => m.SeatId == request.SeatId && m.HolderPersonId == member.Id && m.RevokedAt == null, ct))
        {
            return new MandateCannotBePassedOn();
        }

        if (!member.Holds(Office.CouncilSecretary))
        {
            return new NotYourSeat();
        }

        if (string.IsNullOrEmpty(request.DocumentHash))
        {
            return new MandateMustBeWritten();
        }

        return request.SignedByPersonId is { } signer && !await ActsFor(signer, request.SeatId, now, ct) ? new SignerDoesNotActForSeat() : null;
    }

    // Who may hold none can be said at once; how many one may hold shows only when ballots are cast.
    private async Task<Refusal?> OfficeRefusal(Mandate mandate, Vote vote, DateTimeOffset now, CancellationToken ct)
    {
        var offices = await db.OfficeHoldings
            .Where(h => h.PersonId == mandate.HolderPersonId && h.Since <= now && (h.Until == null || h.Until > now))
            .Where(h => h.CouncilId == vote.CouncilId || db.Councils.Any(c => c.Id == vote.CouncilId && c.StreetId == h.StreetId))
            .Select(h => h.Office)
            .Distinct()
            .ToListAsync(ct);
        var barred = MandateBook.LimitsOf(vote)?.NotHeldBy.Where(offices.Contains).ToList();
        return barred is [var office, ..] ? new HolderMayNotHoldProxies(office) : null;
    }

    private Task<bool> ActsFor(Guid person, Guid seat, DateTimeOffset now, CancellationToken ct) => db.OfficeHoldings.AnyAsync(
        h => h.PersonId == person && h.SeatId == seat && h.Since <= now && (h.Until == null || h.Until > now), ct);

    private Task<Guid?> MeetingOf(Guid? voteId, CancellationToken ct) => db.Votes.Where(v => v.Id == voteId).Select(v => v.MeetingId).SingleOrDefaultAsync(ct);

    private static bool IsSame(Mandate one, Mandate other) =>
        (one.HolderPersonId, one.GivenByPersonId, one.Scope, one.VoteId, one.MeetingId, one.Until, one.DocumentHash)
            == (other.HolderPersonId, other.GivenByPersonId, other.Scope, other.VoteId, other.MeetingId, other.Until, other.DocumentHash);
}
