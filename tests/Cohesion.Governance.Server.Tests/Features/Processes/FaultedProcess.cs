using Cohesion.Governance.Server.Process;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Cohesion.Governance.Server.Tests.Features.Processes;

/// <summary>A town with one process that stands at a fault.</summary>
internal static class FaultedProcess
{
    public static async Task<(GovernanceApp App, Town Town, string InstanceId)> Start()
    {
        var app = new GovernanceApp { WorkflowDirectory = TestWorkflows.Write(TestWorkflows.Faulty) };
        var town = await Town.Found(app);
        var subject = Guid.CreateVersion7(GovernanceApp.Begin);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var outbox = scope.ServiceProvider.GetRequiredService<ProcessOutbox>();
            outbox.Start("vote", town.CouncilId, subject, new { });
            outbox.Signal("go", town.CouncilId, subject);
            await scope.ServiceProvider.GetRequiredService<Cohesion.Governance.Server.Persistence.GovernanceDbContext>().SaveChangesAsync();
        }

        await app.RunProcesses();
        return (app, town, ProcessOutbox.InstanceOf("vote", subject));
    }
}
