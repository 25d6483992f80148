using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Needs.ListNeeds;

internal sealed class ListNeedsHandler(GovernanceDbContext db, CurrentMember member) : IRequestHandler<ListNeedsQuery, Outcome<Page<NeedLine>>>
{
    public async Task<Outcome<Page<NeedLine>>> Handle(ListNeedsQuery request, CancellationToken cancellationToken)
    {
        var needs = db.Needs.Where(n => n.CouncilId == request.CouncilId);
        if (request.Stage is { } stage)
        {
            needs = needs.Where(n => n.Stage == stage);
        }

        if (request.Mine)
        {
            var me = member.PersonId;
            needs = needs.Where(n => n.AskedByPersonId == me);
        }

        if (request.After is { } after)
        {
            needs = needs.Where(n => n.Number < after);
        }

        var lines = await needs.OrderByDescending(n => n.Number).Take(request.Size + 1)
            .Join(db.People, n => n.AskedByPersonId, p => p.Id, (n, p) => new NeedLine(
                n.Id, n.Number, n.Text, n.AskedByPersonId, p.Name, n.AskedAt, n.Stage, n.ProposalId, n.Answer))
            .ToListAsync(cancellationToken);
        lines.Sort((a, b) => b.Number.CompareTo(a.Number));
        var page = lines.Take(request.Size).ToList();
        return new Page<NeedLine>(page, lines.Count > request.Size ? page[^1].Number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
    }
}
