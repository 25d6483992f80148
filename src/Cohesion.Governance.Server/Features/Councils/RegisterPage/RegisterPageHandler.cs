using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils.RegisterPage;

internal sealed class RegisterPageHandler(GovernanceDbContext db, TimeProvider clock) : IRequestHandler<RegisterPageQuery, Outcome<RegisterView>>
{
    public async Task<Outcome<RegisterView>> Handle(RegisterPageQuery request, CancellationToken cancellationToken)
    {
        var id = request.CouncilId;
        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
        var versions = await RegisterVersions.Of(db, id, cancellationToken);
        var version = request.Version ?? council.RegisterVersion;
        if (version != 0 && versions.All(v => v.Number != version))
        {
            return new NotFound();
        }

        var measures = await db.Measures.AsNoTracking().Where(m => m.CouncilId == id).ToDictionaryAsync(m => m.Code, StringComparer.Ordinal, cancellationToken);
        var totals = await RegisterLines.Totals(db, id, version, measures, cancellationToken);
        var seats = db.SeatEntries.InVersion(id, version).Matching(db, request.Find, request.Bloc);
        var matching = await seats.CountAsync(cancellationToken);

        // A version never changes, so that counting from its beginning is stable.
        var skip = request.After ?? 0;
        var lines = await RegisterLines.Read(db, seats, measures, skip, request.Size, cancellationToken);
        var more = skip + lines.Count < matching && lines.Count > 0;
        return new RegisterView(
            version,
            council.RegisterVersion,
            council.Name,
            council.TimeZone,
            versions,
            [.. measures.Values.OrderBy(m => m.Code, StringComparer.Ordinal).Select(RegisterMeasure.Of)],
            [.. totals.Select(t => new RegisterTotal(t.Bloc.Code, t.Bloc.Name, t.Seats, t.Totals))],
            matching,
            new Page<RegisterLine>(lines, more ? (skip + lines.Count).ToString(CultureInfo.InvariantCulture) : null),
            version == council.RegisterVersion ? await SeatHolders.Of(db, id, [.. lines.Select(l => l.SeatId)], clock.GetUtcNow(), cancellationToken) : []);
    }
}
