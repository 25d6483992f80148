using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Processes.ProcessMap;
using Cohesion.Governance.Server.Process;
using Cohesion.Governance.Server.Tests.Harness;
using Cohesion.Governance.Workflows.Maps;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Processes;

public sealed class ProcessMapTests
{
    [Fact]
    public async Task A_member_sees_where_the_process_waits_and_until_when()
    {
        var (app, town, subject) = await Waiting();
        await using var _ = app;
        var query = new ProcessMapQuery(town.CouncilId, "vote", subject);

        var before = (await app.Send(town.TenantA, query)).Value;
        await Tell(app, outbox => outbox.Signal("go", town.CouncilId, subject));
        var after = (await app.Send(town.TenantA, query)).Value;

        Assert.Equal(["go"], before.Steps.Where(s => s.State == MapState.Here).Select(s => s.Id));
        Assert.Equal(["pause"], after.Steps.Where(s => s.State == MapState.Here).Select(s => s.Id));

        // The file's own pause: P40D.
        Assert.Equal(GovernanceApp.Begin.AddDays(40), after.Steps.Single(s => s.Id == "pause").DueAt);
        Assert.Equal([("go", "pause", true), ("pause", "end", false)], after.Ways.Select(w => (w.From, w.To, w.Taken)));
    }

    [Fact]
    public async Task A_subject_without_such_a_process_is_not_found()
    {
        var (app, town, subject) = await Waiting();
        await using var _ = app;

        Assert.IsType<NotFound>((await app.Send(town.TenantA, new ProcessMapQuery(town.CouncilId, "meeting", subject))).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.TenantA, new ProcessMapQuery(town.CouncilId, "vote", Guid.Empty))).Refusal);
    }

    [Fact]
    public async Task Outsiders_are_refused_even_through_their_own_council()
    {
        var (app, town, subject) = await Waiting();
        await using var _ = app;

        Assert.IsType<NotFound>((await app.Send(town.Outsider, new ProcessMapQuery(town.CouncilId, "vote", subject))).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, new ProcessMapQuery(town.OtherCouncilId, "vote", subject))).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, new ProcessMapQuery(town.CouncilId, "vote", subject))).Refusal);
    }

    private static async Task<(GovernanceApp App, Town Town, Guid Subject)> Waiting()
    {
        var app = new GovernanceApp { WorkflowDirectory = TestWorkflows.Write(TestWorkflows.WaitAndPause) };
        var town = await Town.Found(app);
        var subject = Guid.CreateVersion7(GovernanceApp.Begin);
        await Tell(app, outbox => outbox.Start("vote", town.CouncilId, subject, new { }));
        return (app, town, subject);
    }

    private static async Task Tell(GovernanceApp app, Action<ProcessOutbox> tell)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            tell(scope.ServiceProvider.GetRequiredService<ProcessOutbox>());
            await scope.ServiceProvider.GetRequiredService<Cohesion.Governance.Server.Persistence.GovernanceDbContext>().SaveChangesAsync();
        }

        await app.RunProcesses();
    }
}
