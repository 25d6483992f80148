using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Processes.RetryProcess;

internal sealed class RetryProcessHandler(GovernanceDbContext db, ProcessOutbox processes) : IRequestHandler<RetryProcessCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RetryProcessCommand request, CancellationToken cancellationToken)
    {
        var status = await db.ProcessSubjects.Where(s => s.CouncilId == request.CouncilId && s.InstanceId == request.InstanceId)
            .Join(db.ProcessInstances, s => s.InstanceId, i => i.Id, (_, i) => (ProcessStatus?)i.Status).SingleOrDefaultAsync(cancellationToken);
        if (status is null)
        {
            return new NotFound();
        }

        if (status != ProcessStatus.Faulted)
        {
            return new ProcessIsNotFaulted();
        }

        processes.Operate(request.InstanceId, new ProcessOperation(ProcessOperationKind.Retry));
        return default(Done);
    }
}
