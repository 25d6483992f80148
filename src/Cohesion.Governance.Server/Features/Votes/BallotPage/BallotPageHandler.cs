using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.BallotPage;

internal sealed class BallotPageHandler(GovernanceDbContext db, CurrentMember member, Reader reader, TimeProvider clock)
    : IRequestHandler<BallotPageQuery, Outcome<BallotView>>
{
    public async Task<Outcome<BallotView>> Handle(BallotPageQuery request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == vote.CouncilId, cancellationToken);
        var mine = member.Holdings.Where(h => h.SeatId is not null).Select(h => h.SeatId!.Value).Distinct().ToList();
        var seats = await db.RollEntries.AsNoTracking().Where(r => r.VoteId == vote.Id && mine.Contains(r.SeatId)).ToListAsync(cancellationToken);
        var ballots = await db.Ballots.AsNoTracking().Where(b => b.VoteId == vote.Id && mine.Contains(b.SeatId)).ToDictionaryAsync(b => b.SeatId, cancellationToken);
        var blocs = (await TallyView.BlocsOf(db, vote.CouncilId, cancellationToken)).ToDictionary(b => b.Code, b => b.Name, StringComparer.Ordinal);
        var measures = await db.Measures.AsNoTracking().Where(m => m.CouncilId == vote.CouncilId).OrderBy(m => m.Code).ToListAsync(cancellationToken);
        var refusal = vote.BallotWindow.RefusalAt(clock.GetUtcNow());
        return new BallotView(
            vote.Id, vote.CouncilId, council.Name, council.TimeZone, vote.ProposalId, vote.Question, vote.TextVersion, vote.Stage, vote.OpensAt, vote.ClosesAt,
            refusal is null ? null : reader.Say(refusal.Message),
            RulePacks.Read(vote.RulePackJson, vote.RulePack).Silence.Mode,
            council.EarlyDecision,
            [.. seats.OrderBy(s => s.Label, StringComparer.Ordinal).Select(s =>
            {
                var ballot = ballots.GetValueOrDefault(s.SeatId);
                return new MySeatView(
                    s.SeatId, s.Label, s.PartyName, blocs[s.BlocCode],
                    [.. measures.Where(m => s.Measures[m.Code] != 0).Select(m => new SeatMeasureView(m.Name, TallyLine.Say(s.Measures[m.Code], m), m.Unit))],
                    ballot?.Choice, ballot?.Channel, ballot?.CastAt, s.ExclusionNote);
            })]);
    }
}
