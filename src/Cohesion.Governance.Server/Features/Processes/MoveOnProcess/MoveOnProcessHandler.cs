using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Processes.MoveOnProcess;

internal sealed class MoveOnProcessHandler(GovernanceDbContext db, ProcessOutbox processes, IDefinitionSource definitions)
    : IRequestHandler<MoveOnProcessCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(MoveOnProcessCommand request, CancellationToken cancellationToken)
    {
        var json = await db.ProcessSubjects.Where(s => s.CouncilId == request.CouncilId && s.InstanceId == request.InstanceId)
            .Join(db.ProcessInstances, s => s.InstanceId, i => i.Id, (_, i) => i.State).SingleOrDefaultAsync(cancellationToken);
        if (json is null)
        {
            return new NotFound();
        }

        var state = StateJson.Read(json);
        if (state.Status != ProcessStatus.Faulted)
        {
            return new ProcessIsNotFaulted();
        }

        var definition = await definitions.ByHashAsync(state.DefinitionHash, cancellationToken);
        var activity = definition?.Activities.FirstOrDefault(a => a.Id == request.ActivityId);
        if (activity?.HasOutcome(request.Outcome) != true || !state.Active.Any(a => a.ActivityId == activity.Id && a.Fault is not null))
        {
            return new CannotMoveOnSo(request.ActivityId, request.Outcome);
        }

        processes.Operate(request.InstanceId, new ProcessOperation(ProcessOperationKind.MoveOn, request.ActivityId, request.Outcome));
        return default(Done);
    }
}
