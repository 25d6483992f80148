using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Workflows.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils.SetWorkflowVariable;

internal sealed class SetWorkflowVariableHandler(GovernanceDbContext db, WorkflowLibrary library, LiveFeed live)
    : IRequestHandler<SetWorkflowVariableCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SetWorkflowVariableCommand request, CancellationToken cancellationToken)
    {
        var known = DurationVariables.All(library).FirstOrDefault(v => v.Definition.Id == request.DefinitionId && v.Variable.Name == request.Variable);
        if (known.Definition is null)
        {
            return new VariableUnknown(request.DefinitionId, request.Variable);
        }

        if (request.Value is { } value && !DurationVariables.CanBe(value, known.Value))
        {
            return new DurationNotPossible();
        }

        var own = await db.WorkflowOverrides.SingleOrDefaultAsync(
            o => o.CouncilId == request.CouncilId && o.DefinitionId == request.DefinitionId && o.Variable == request.Variable, cancellationToken);
        switch (own, request.Value)
        {
            case (null, { } first):
                db.WorkflowOverrides.Add(new WorkflowOverride
                {
                    CouncilId = request.CouncilId, DefinitionId = request.DefinitionId, Variable = request.Variable, Value = first,
                });
                break;
            case ({ } there, { } other):
                there.Value = other;
                break;
            case ({ } there, null):
                db.WorkflowOverrides.Remove(there);
                break;
            default:
                break;
        }

        await live.Announce(Topics.Council(request.CouncilId), "council.periods", new { request.DefinitionId, request.Variable, request.Value }, cancellationToken);
        return default(Done);
    }
}
