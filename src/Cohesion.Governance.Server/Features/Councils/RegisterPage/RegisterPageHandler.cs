using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils.RegisterPage;

internal sealed class RegisterPageHandler(GovernanceDbContext db) : IRequestHandler<RegisterPageQuery, Outcome<RegisterView>>
{
    public async Task<Outcome<RegisterView>> Handle(RegisterPageQuery request, CancellationToken cancellationToken)
    {
        var id = request.CouncilId;
        var versions = await db.RegisterVersions.AsNoTracking().Where(v => v.CouncilId == id).OrderByDescending(v => v.Number).ToListAsync(cancellationToken);
        var version = request.Version ?? versions.FirstOrDefault()?.Number ?? 0;
        if (version != 0 && versions.All(v => v.Number != version))
        {
            return new NotFound();
        }

        var measures = await db.Measures.AsNoTracking().Where(m => m.CouncilId == id).ToDictionaryAsync(m => m.Code, StringComparer.Ordinal, cancellationToken);
        var totals = await RegisterLines.Totals(db, id, version, measures, cancellationToken);

        // A version never changes, so that counting from its beginning is stable.
        var skip = request.After ?? 0;
        var lines = await RegisterLines.Read(db, id, version, measures, skip, request.Size, cancellationToken);
        var more = skip + lines.Count < totals.Sum(t => t.Seats);
        var authors = await PeopleNames.Of(db, versions.Select(v => v.ByPersonId), cancellationToken);
        return new RegisterView(
            version,
            [.. versions.Select(v => new RegisterVersionView(v.Number, v.At, authors.GetValueOrDefault(v.ByPersonId) ?? LocalText.Same("?"), v.Note))],
            [.. totals.Select(t => new RegisterTotal(t.Bloc.Code, t.Bloc.Name, t.Seats, t.Totals))],
            new Page<RegisterLine>(lines, more ? (skip + lines.Count).ToString(CultureInfo.InvariantCulture) : null));
    }
}
