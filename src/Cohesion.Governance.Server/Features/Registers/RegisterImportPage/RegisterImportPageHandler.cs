using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Councils;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Registers.RegisterImportPage;

internal sealed class RegisterImportPageHandler(GovernanceDbContext db, CurrentMember member, TimeProvider clock)
    : IRequestHandler<RegisterImportPageQuery, Outcome<RegisterImportView>>
{
    public async Task<Outcome<RegisterImportView>> Handle(RegisterImportPageQuery request, CancellationToken cancellationToken)
    {
        var import = await db.RegisterImports.AsNoTracking()
            .SingleOrDefaultAsync(i => i.Id == request.ImportId && i.CouncilId == request.CouncilId && i.ByPersonId == member.Id, cancellationToken);
        if (import is null)
        {
            return new NotFound();
        }

        var state = await RegisterState.Read(db, request.CouncilId, cancellationToken);
        var plan = new RegisterPlan(0, 0, new RegisterChanges([], [], []), [], []);
        if (import.AppliedVersion is null && !import.Plan(state, clock.GetUtcNow()).Granted(out plan, out var refusal))
        {
            return refusal;
        }

        var skip = request.ErrorsAfter ?? 0;
        List<RowError> errors = [.. plan.Errors.Skip(skip).Take(request.Size)];
        var holders = await RegisterReviser.HoldingsOf(db, request.CouncilId, plan.Changes.Remove, cancellationToken);
        var names = await PeopleNames.Of(db, holders.Select(h => h.PersonId), cancellationToken);
        return new RegisterImportView(
            state.Council.Name, state.Council.TimeZone, import.FileName, import.FileHash, import.At, import.At + RegisterImport.Kept, import.WholeRegister,
            state.Council.RegisterVersion, import.AppliedVersion, plan.Rows, plan.Unchanged, plan.Errors.Count,
            new Page<RowError>(errors, skip + errors.Count < plan.Errors.Count && errors.Count > 0 ? (skip + errors.Count).ToString(CultureInfo.InvariantCulture) : null),
            plan.Notes,
            plan.Errors.Count == 0 && import.AppliedVersion is null ? Differences(state, plan, request) : null,
            [.. names.Values.OrderBy(n => n.Zh, StringComparer.Ordinal)],
            await db.Votes.CountAsync(v => v.CouncilId == request.CouncilId && (v.Stage == VoteStage.Open || v.Stage == VoteStage.RollFrozen), cancellationToken));
    }

    private RegisterDifferences Differences(RegisterState state, RegisterPlan plan, RegisterImportPageQuery request)
    {
        // A file that changes nothing is no revision, and differs in nothing.
        var revised = state.Decide(state.Council.RegisterVersion, plan.Changes, clock.GetUtcNow()).Granted(out var made, out _)
            ? made
            : new RevisedRegister(state.Council.RegisterVersion, [], [], [], []);
        var ended = revised.Ended.Select(s => s.Id).ToHashSet();
        return RegisterDifferences.Between(
            state.Blocs, state.Measures, [.. state.Parties, .. revised.Parties], [.. state.Lines], [.. state.Lines.Where(s => !ended.Contains(s.Id)), .. revised.Added],
            request.After ?? 0, request.Size);
    }
}
