using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.ListBallotEntries;

internal sealed class ListBallotEntriesHandler(GovernanceDbContext db, VoteDecision decisions, CurrentMember member, TimeProvider clock)
    : IRequestHandler<ListBallotEntriesQuery, Outcome<BallotEntriesView>>
{
    public async Task<Outcome<BallotEntriesView>> Handle(ListBallotEntriesQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == vote.CouncilId, cancellationToken);
        var entries = await db.BallotEntries.AsNoTracking().Where(e => e.VoteId == vote.Id).OrderBy(e => e.EnteredAt).ToListAsync(cancellationToken);
        var seats = entries.Select(e => e.SeatId).Distinct().ToList();
        var labels = await db.RollEntries.Where(r => r.VoteId == vote.Id && seats.Contains(r.SeatId)).ToDictionaryAsync(r => r.SeatId, r => r.Label, cancellationToken);
        var people = await PeopleNames.Of(
            db, entries.SelectMany(e => new[] { e.EnteredByPersonId, e.CheckedByPersonId, e.SettledByPersonId }).OfType<Guid>(), cancellationToken);
        LocalText? Name(Guid? person) => person is { } id ? people.GetValueOrDefault(id) : null;

        var letters = vote is { Secret: true, RegisterVersion: not null } && await decisions.ElectorateOf(vote, cancellationToken) is { } electorate
            ? new EnvelopeGroups(new SecrecyClasses(electorate.Pack), electorate.Seats)
            : null;
        string? LetterOf(Guid seat) => letters is { All.Count: > 1 } ? letters.Of(seat).Letter : null;

        return new BallotEntriesView(
            vote.Id, council.Id, council.Name, council.TimeZone, vote.Question, vote.Stage, vote.ClosesAt, vote.IsOpenAt(now),
            [.. entries.OrderByDescending(e => e.IsWaiting).ThenBy(e => e.EnteredAt).Select(e =>
            {
                var maySettle = e.Stage == BallotEntryStage.Disputed && member.Holds(Office.CouncilSecretary, Office.StreetConvenor)
                    && member.Id != e.EnteredByPersonId && member.Id != e.CheckedByPersonId;
                return new BallotEntryView(
                    e.Id, e.SeatId, labels[e.SeatId], e.Channel, e.Stage, e.Place, e.Witness, e.ScanHash, e.TakenAt, Name(e.EnteredByPersonId)!, e.EnteredAt,
                    Name(e.CheckedByPersonId), Name(e.SettledByPersonId), e.SettledReason, e.Stage == BallotEntryStage.AwaitingCheck && member.Id != e.EnteredByPersonId,
                    maySettle, maySettle ? ReadingsOf(e) : [])
                    { Letter = LetterOf(e.SeatId), StaysClosed = e.SetAsideFor is { } reason ? IntakeWords.Of(reason) : null };
            })],
            vote.IsOpenAt(now) ? [.. (await Seats(vote, request.SeatId, now, cancellationToken)).Select(s => s with { Letter = LetterOf(s.SeatId) })] : [])
            { Secret = vote.Secret };
    }

    private async Task<List<SeatToEnter>> Seats(Vote vote, Guid? wanted, DateTimeOffset now, CancellationToken ct)
    {
        var voters = db.RollEntries.Where(r => r.VoteId == vote.Id && r.ExcludedFor == null).Select(r => new { r.SeatId, r.BlocCode, r.Label, r.CoOwned });
        var lines = await voters.OrderBy(r => r.BlocCode).ThenBy(r => r.Label).Take(BallotEntriesView.MostSeats).ToListAsync(ct);
        if (wanted is { } seat && !lines.Exists(l => l.SeatId == seat) && await voters.SingleOrDefaultAsync(r => r.SeatId == seat, ct) is { } line)
        {
            lines.Insert(0, line);
        }

        var coOwned = lines.Where(l => l.CoOwned).Select(l => l.SeatId).ToList();
        var signers = (await db.OfficeHoldings
            .Where(h => h.SeatId != null && coOwned.Contains(h.SeatId.Value) && h.Since <= now && (h.Until == null || h.Until > now))
            .Join(db.People, h => h.PersonId, p => p.Id, (h, p) => new { h.SeatId, Person = p })
            .ToListAsync(ct)).ToLookup(s => s.SeatId!.Value, s => new Signer(s.Person.Id, s.Person.Name));
        return lines.ConvertAll(l => new SeatToEnter(l.SeatId, l.Label, [.. signers[l.SeatId]]));
    }

    private static IReadOnlyList<BallotChoice> ReadingsOf(BallotEntry entry) => entry.Choice is { } first ? [first, entry.SecondChoice!.Value] : [];
}
