using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Registers.DiscardRegisterImport;

internal sealed class DiscardRegisterImportHandler(GovernanceDbContext db, CurrentMember member) : IRequestHandler<DiscardRegisterImportCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DiscardRegisterImportCommand request, CancellationToken cancellationToken)
    {
        var import = await db.RegisterImports.SingleOrDefaultAsync(
            i => i.Id == request.ImportId && i.CouncilId == request.CouncilId && i.ByPersonId == member.Id, cancellationToken);
        if (import is null)
        {
            return new NotFound();
        }

        db.RegisterImports.Remove(import);
        return default(Done);
    }
}
