using System.Security.Cryptography;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Registers.UploadRegister;

internal sealed class UploadRegisterHandler(GovernanceDbContext db, CurrentMember member, TimeProvider clock) : IRequestHandler<UploadRegisterCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(UploadRegisterCommand request, CancellationToken cancellationToken)
    {
        var file = new byte[request.Content.Length];
        if (!Convert.TryFromBase64String(request.Content, file, out var length))
        {
            return new RegisterFileNotReadable(RegisterFileNotReadable.NotBase64);
        }

        file = file[..length];
        if (!SheetReading.Read(file).Granted(out var rows, out var refusal))
        {
            return refusal;
        }

        var measures = await db.Measures.AsNoTracking().Where(m => m.CouncilId == request.CouncilId).ToListAsync(cancellationToken);
        if (!RegisterColumns.Find(rows, measures).Granted(out var columns, out refusal))
        {
            return refusal;
        }

        if (rows.All(r => r.Number <= columns.HeaderRow))
        {
            return new RegisterFileEmpty();
        }

        var now = clock.GetUtcNow();
        var import = new RegisterImport
        {
            Id = Guid.CreateVersion7(now), CouncilId = request.CouncilId, ByPersonId = member.Id, At = now, FileName = request.FileName.Trim(),
            FileHash = Convert.ToHexStringLower(SHA256.HashData(file)), Kind = request.Kind, WholeRegister = request.WholeRegister, RowsJson = RegisterImport.Write(rows),
        };
        db.RegisterImports.Add(import);
        return import.Id;
    }
}
