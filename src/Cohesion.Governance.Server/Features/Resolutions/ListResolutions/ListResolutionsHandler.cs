using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Resolutions;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Resolutions.ListResolutions;

internal sealed class ListResolutionsHandler(GovernanceDbContext db, TimeProvider clock)
    : IRequestHandler<ListResolutionsQuery, Outcome<Page<ResolutionRow>>>
{
    public async Task<Outcome<Page<ResolutionRow>>> Handle(ListResolutionsQuery request, CancellationToken cancellationToken)
    {
        var found = await db.Resolutions.AsNoTracking()
            .Where(r => r.CouncilId == request.CouncilId
                && (request.ProposalId == null || r.ProposalId == request.ProposalId)
                && (request.After == null || r.Number < request.After))
            .OrderByDescending(r => r.Number)
            .Take(request.Size + 1)
            .Join(db.Proposals, r => r.ProposalId, p => p.Id, (r, p) => new { Resolution = r, ProposalNumber = p.Number })
            .ToListAsync(cancellationToken);
        var page = found.OrderByDescending(f => f.Resolution.Number).Take(request.Size).ToList();

        var ids = page.Select(f => f.Resolution.Id).ToList();
        var actions = await db.FollowUps.AsNoTracking()
            .Where(f => ids.Contains(f.ResolutionId))
            .Join(db.People, f => f.OwnerPersonId, p => p.Id, (f, p) => new { Action = f, Owner = p.Name })
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return new Page<ResolutionRow>(
            [.. page.Select(f => new ResolutionRow(
                f.Resolution.Id, f.Resolution.Number, f.Resolution.Title, f.Resolution.Text, f.Resolution.ProposalId, f.ProposalNumber,
                f.Resolution.VoteId, f.Resolution.AdoptedAt, f.Resolution.KeptAt, f.Resolution.NoActionNeeded,
                [.. actions.Where(a => a.Action.ResolutionId == f.Resolution.Id).OrderBy(a => a.Action.Number).Select(a => new ResolutionActionRow(
                    a.Action.Id, a.Action.Number, a.Action.Title, a.Owner, a.Action.DueAt, a.Action.Stage, a.Action.IsOverdue(now)))]))],
            found.Count > request.Size ? page[^1].Resolution.Number.ToString(CultureInfo.InvariantCulture) : null);
    }
}
