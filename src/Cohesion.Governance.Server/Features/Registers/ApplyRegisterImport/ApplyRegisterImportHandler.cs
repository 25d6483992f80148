using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Councils;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Registers.ApplyRegisterImport;

internal sealed class ApplyRegisterImportHandler(GovernanceDbContext db, CurrentMember member, RegisterReviser reviser, TimeProvider clock)
    : IRequestHandler<ApplyRegisterImportCommand, Outcome<EnteredRegister>>
{
    public async Task<Outcome<EnteredRegister>> Handle(ApplyRegisterImportCommand request, CancellationToken cancellationToken)
    {
        var import = await db.RegisterImports.SingleOrDefaultAsync(
            i => i.Id == request.ImportId && i.CouncilId == request.CouncilId && i.ByPersonId == member.Id, cancellationToken);
        if (import is null)
        {
            return new NotFound();
        }

        if (import.AppliedVersion is { } applied)
        {
            return new RegisterImportApplied(applied);
        }

        // Read again from what the server kept; the browser sends no rows.
        var state = await RegisterState.Read(db, request.CouncilId, cancellationToken);
        if (request.BasedOn != state.Council.RegisterVersion)
        {
            return new RegisterMovedOn(state.Council.RegisterVersion);
        }

        if (!import.Plan(state, clock.GetUtcNow()).Granted(out var plan, out var refusal))
        {
            return refusal;
        }

        if (plan.Errors.Count > 0)
        {
            return new RegisterImportHasErrors(plan.Errors.Count);
        }

        if (!(await reviser.Revise(state, request.BasedOn, request.Note, plan.Changes, cancellationToken)).Granted(out var revised, out refusal))
        {
            return refusal;
        }

        (import.AppliedVersion, import.RowsJson) = (revised.Number, string.Empty);
        var changed = revised.Ended.Count - revised.RemovedSeats.Count;
        return new EnteredRegister(revised.Number, import.FileHash, revised.Added.Count - changed, changed, revised.RemovedSeats.Count);
    }
}
