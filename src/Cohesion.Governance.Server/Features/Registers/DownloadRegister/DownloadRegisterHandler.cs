using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Councils;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Registers.DownloadRegister;

internal sealed class DownloadRegisterHandler(GovernanceDbContext db) : IRequestHandler<DownloadRegisterQuery, Outcome<RegisterFile>>
{
    private static readonly LocalText Register = new("Register {0}, version {1}", "{0}名册第{1}版");
    private static readonly LocalText Template = new("Register template {0}", "{0}名册模板");

    public async Task<Outcome<RegisterFile>> Handle(DownloadRegisterQuery request, CancellationToken cancellationToken)
    {
        var id = request.CouncilId;
        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
        var version = request.Version ?? council.RegisterVersion;
        if (version < 0 || version > council.RegisterVersion)
        {
            return new NotFound();
        }

        var blocs = await db.Blocs.AsNoTracking().Where(b => b.CouncilId == id).OrderBy(b => b.Position).ToListAsync(cancellationToken);
        var measures = await db.Measures.AsNoTracking().Where(m => m.CouncilId == id).OrderBy(m => m.Code).ToListAsync(cancellationToken);
        var lines = request.Empty
            ? []
            : await RegisterLines.Read(
                db, id, version, measures.ToDictionary(m => m.Code, StringComparer.Ordinal), 0, int.MaxValue, cancellationToken);
        var table = RegisterFileWriting.Table(blocs, measures, lines, request.Empty, request.Language);
        var name = (request.Empty ? Template.With(council.Name) : Register.With(council.Name, version)).In(request.Language);
        return request.Format == RegisterFileFormat.Csv
            ? new RegisterFile(name + ".csv", "text/csv; charset=utf-8", RegisterFileWriting.Csv(table))
            : new RegisterFile(name + ".xlsx", RegisterFileWriting.XlsxType, RegisterFileWriting.Xlsx(table, RegisterFileWriting.Guide(blocs, measures, request.Language), request.Language));
    }
}
