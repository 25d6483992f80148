using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Jobs;
using MediatR;

namespace Cohesion.Governance.Server.Features.Upkeep.RunJob;

internal sealed class RunJobHandler(JobReading jobs, CurrentMember member, ILogger<RunJobHandler> log) : IRequestHandler<RunJobCommand, Outcome<Done>>
{
    public Task<Outcome<Done>> Handle(RunJobCommand request, CancellationToken cancellationToken)
    {
        if (!jobs.Trigger(request.Job))
        {
            return Task.FromResult<Outcome<Done>>(new JobUnknown(request.Job));
        }

        // It belongs to no council and so to no journal; who asked for it stands in the server's log.
        log.LogInformation("Administrator {Person} has {Job} run now", member.Id, request.Job);
        return Task.FromResult<Outcome<Done>>(default(Done));
    }
}
