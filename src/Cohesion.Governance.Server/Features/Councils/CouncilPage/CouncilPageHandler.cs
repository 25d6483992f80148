using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils.CouncilPage;

internal sealed class CouncilPageHandler(GovernanceDbContext db, IRulePackCatalogue packs, TimeProvider clock)
    : IRequestHandler<CouncilPageQuery, Outcome<CouncilView>>
{
    private static readonly ProposalStage[] Ended = [ProposalStage.Closed, ProposalStage.Merged, ProposalStage.Withdrawn, ProposalStage.Failed];
    private static readonly MeetingStage[] Planned = [MeetingStage.Planned, MeetingStage.Noticed, MeetingStage.CheckIn, MeetingStage.InSession];

    public async Task<Outcome<CouncilView>> Handle(CouncilPageQuery request, CancellationToken cancellationToken)
    {
        var id = request.CouncilId;
        var now = clock.GetUtcNow();
        var topic = Topics.Council(id);

        // Read first: whatever happens meanwhile has a later number, and the page is told of it.
        var sequence = await db.LiveTopics.Where(t => t.Topic == topic).Select(t => t.LastSequence).SingleOrDefaultAsync(cancellationToken);
        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
        var street = await db.Streets.AsNoTracking().SingleAsync(s => s.Id == council.StreetId, cancellationToken);
        var measures = await db.Measures.AsNoTracking().Where(m => m.CouncilId == id).ToDictionaryAsync(m => m.Code, StringComparer.Ordinal, cancellationToken);
        var blocs = await RegisterLines.Totals(db, id, council.RegisterVersion, measures, cancellationToken);
        var seats = await RegisterLines.Read(db, id, council.RegisterVersion, measures, 0, CouncilView.MaxSeats, cancellationToken);
        var buildings = await db.CouncilBuildings.Where(c => c.CouncilId == id)
            .Join(db.Buildings, c => c.BuildingId, b => b.Id, (_, b) => b).AsNoTracking().ToListAsync(cancellationToken);
        return new CouncilView(
            council.Id, council.Name, street.Id, street.Name, council.TimeZone,
            new CouncilRules(council.NoticeDays, council.DefaultRulePack, council.MeetingQuorumPack, council.EarlyDecision, council.DuplicatePolicy),
            packs.Exists(council.DefaultRulePack) ? packs.Title(council.DefaultRulePack) : null,
            council.RegisterVersion,
            [.. buildings.Select(b => new CouncilBuildingView(b.Id, b.Name, b.Address))],
            [.. blocs.Select(b => new CouncilBlocView(b.Bloc.Code, b.Bloc.Name, b.Seats, b.Totals))],
            [.. measures.Values.OrderBy(m => m.Code, StringComparer.Ordinal).Select(m => new CouncilMeasureView(m.Code, m.Name, m.Unit, m.Scale))],
            seats, blocs.Sum(b => b.Seats) > seats.Count,
            await Offices(id, street.Id, now, cancellationToken),
            await Counts(id, now, cancellationToken),
            sequence)
        {
            HasPublicPage = council.PublicPage,
        };
    }

    private async Task<IReadOnlyList<CouncilOfficeView>> Offices(Guid councilId, Guid streetId, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await db.OfficeHoldings.AsNoTracking()
            .Where(h => (h.CouncilId == councilId || h.StreetId == streetId) && h.Since <= now && (h.Until == null || h.Until > now))
            .Join(db.People, h => h.PersonId, p => p.Id, (h, p) => new { Holding = h, p.Name })
            .ToListAsync(ct);
        return
        [
            .. rows.OrderBy(r => r.Holding.Office).ThenBy(r => r.Holding.Since).ThenBy(r => r.Holding.Id)
                .Select(r => new CouncilOfficeView(
                    r.Holding.Id, r.Holding.PersonId, r.Name, r.Holding.Office, r.Holding.SeatId, r.Holding.StreetId is not null, r.Holding.Since)),
        ];
    }

    private async Task<CouncilCounts> Counts(Guid councilId, DateTimeOffset now, CancellationToken ct)
    {
        var actions = db.FollowUps.Where(f => f.CouncilId == councilId && f.Stage != FollowUpStage.Kept && f.Stage != FollowUpStage.Cancelled);
        var next = await db.Meetings.AsNoTracking().Where(m => m.CouncilId == councilId && Planned.Contains(m.Stage))
            .OrderBy(m => m.StartsAt).Select(m => new { m.Id, m.StartsAt }).FirstOrDefaultAsync(ct);
        return new CouncilCounts(
            await db.Needs.CountAsync(n => n.CouncilId == councilId && n.Stage == NeedStage.Open, ct),
            await db.Proposals.CountAsync(p => p.CouncilId == councilId && !Ended.Contains(p.Stage), ct),
            await db.Votes.CountAsync(v => v.CouncilId == councilId && v.Stage == VoteStage.Open, ct),
            await actions.CountAsync(ct),
            await actions.CountAsync(f => f.DueAt < now, ct),
            next?.Id,
            next?.StartsAt);
    }
}
