using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.ListProposals;

internal sealed class ListProposalsHandler(GovernanceDbContext db) : IRequestHandler<ListProposalsQuery, Outcome<Page<ProposalLine>>>
{
    public async Task<Outcome<Page<ProposalLine>>> Handle(ListProposalsQuery request, CancellationToken cancellationToken)
    {
        var proposals = db.Proposals.AsNoTracking().Where(p => p.CouncilId == request.CouncilId);
        if (request.Stage is { } stage)
        {
            proposals = proposals.Where(p => p.Stage == stage);
        }

        if (request.After is { } after)
        {
            proposals = proposals.Where(p => p.Number < after);
        }

        var found = await proposals.OrderByDescending(p => p.Number).Take(request.Size + 1).ToListAsync(cancellationToken);
        var shown = found.Take(request.Size).ToList();
        var ids = shown.Select(p => p.Id).ToList();
        var needs = await db.Needs.Where(n => n.ProposalId != null && ids.Contains(n.ProposalId.Value)).GroupBy(n => n.ProposalId!.Value)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var people = await PeopleNames.Of(db, shown.Select(p => p.RaisedByPersonId), cancellationToken);
        var lines = shown.Select(p => new ProposalLine(
            p.Id, p.Number, p.Title, p.Stage, ProposalStageNames.Of(p.Stage), p.StageSince, p.StageUntil, p.Result, p.RaisedAt, people[p.RaisedByPersonId],
            p.TextVersion, needs.GetValueOrDefault(p.Id)));
        return new Page<ProposalLine>(
            [.. lines], found.Count > request.Size ? shown[^1].Number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
    }
}
