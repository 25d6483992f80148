using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.VisitSheet;

internal sealed class VisitSheetHandler(GovernanceDbContext db, VoteDecision decisions, TimeProvider clock) : IRequestHandler<VisitSheetQuery, Outcome<VisitSheetView>>
{
    public async Task<Outcome<VisitSheetView>> Handle(VisitSheetQuery request, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, ct);
        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == vote.CouncilId, ct);
        var refusal = vote.BallotWindow.RefusalAt(clock.GetUtcNow());
        var lines = new List<VisitLine>();
        if (refusal is null)
        {
            var blocs = (await TallyView.BlocsOf(db, vote.CouncilId, ct)).ToDictionary(b => b.Code, b => (b.Name, b.Position), StringComparer.Ordinal);
            if (vote.Secret)
            {
                var electorate = await decisions.ElectorateOf(vote, ct);
                var letters = new EnvelopeGroups(new SecrecyClasses(electorate.Pack), electorate.Seats);
                lines.AddRange(electorate.Roll.Where(r => r.ExcludedFor is null)
                    .OrderBy(r => blocs[r.BlocCode].Position).ThenBy(r => r.Label, StringComparer.Ordinal)
                    .Select(r => new VisitLine(
                        r.SeatId, r.Label, r.PartyName, blocs[r.BlocCode].Name, IsContested: false, r.ServedAt is not null, null, null,
                        letters.All.Count > 1 ? letters.Of(r.SeatId).Letter : null)));
                return new VisitSheetView(vote.Id, council.Id, council.Name, council.TimeZone, vote.Question, vote.TextVersion, vote.ClosesAt, null, lines) { Secret = true };
            }

            var visits = await db.VisitList.AsNoTracking().Where(v => v.VoteId == vote.Id).ToDictionaryAsync(v => v.SeatId, ct);
            var seats = await db.RollEntries.AsNoTracking()
                .Where(r => r.VoteId == vote.Id && SilentSeats.Of(db, vote.Id).Contains(r.SeatId)).ToListAsync(ct);
            lines.AddRange(seats.OrderBy(r => blocs[r.BlocCode].Position).ThenBy(r => r.Label, StringComparer.Ordinal).Select(r =>
            {
                var visit = visits.GetValueOrDefault(r.SeatId);
                return new VisitLine(
                    r.SeatId, r.Label, r.PartyName, blocs[r.BlocCode].Name, r.ContestedSince is not null, r.ServedAt is not null, visit?.VisitedAt, visit?.Note);
            }));
        }

        return new VisitSheetView(vote.Id, council.Id, council.Name, council.TimeZone, vote.Question, vote.TextVersion, vote.ClosesAt, refusal?.Message, lines);
    }
}
