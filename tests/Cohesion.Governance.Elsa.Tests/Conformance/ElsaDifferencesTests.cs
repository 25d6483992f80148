using Cohesion.Governance.Conformance;
using Cohesion.Governance.Elsa.Engine;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Running;
using Cohesion.Governance.Workflows.Tests.Support;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Filters;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Messages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;
using static Cohesion.Governance.Workflows.Tests.Support.Flow;

namespace Cohesion.Governance.Elsa.Tests.Conformance;

/// <summary>Where Elsa differs from the built-in engine, and what only a host of Elsa must keep.</summary>
public sealed class ElsaDifferencesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_file_needs_a_higher_version_number()
    {
        await using var engine = new ElsaEngine();
        await engine.DeployAsync(ProcessPortConformance.EventFlow());

        var problem = await Assert.ThrowsAsync<ElsaRefusedException>(() => engine.DeployAsync(ProcessPortConformance.EventFlow().Top("description", "changed")));
        Assert.Contains("f.json: version 1", problem.Message, StringComparison.Ordinal);
        await engine.DeployAsync(ProcessPortConformance.EventFlow());
    }

    [Fact]
    public async Task A_file_with_a_loop_and_a_join_is_refused_before_elsa_loses_count()
    {
        await using var engine = new ElsaEngine();
        var flow = new Flow("f").Add("begin", "Elsa.WriteLine", ("text", Literal("begin"))).Add("wait", "Elsa.Event", ("eventName", Literal("Go"))).Add("again", "Elsa.FlowDecision", ("condition", Js("false")))
            .Add("fork", "Elsa.FlowFork", ("branches", Literal(new System.Text.Json.Nodes.JsonArray("A", "B")))).Add("a", "Elsa.WriteLine", ("text", Literal("a"))).Add("b", "Elsa.WriteLine", ("text", Literal("b")))
            .Add("join", "Elsa.FlowJoin", ("mode", Literal("WaitAll"))).Add("end", "Elsa.Finish")
            .Path("begin", "wait", "again:True", "wait").Path("again:False", "fork:A", "a", "join", "end").Path("fork:B", "b", "join");

        var problem = await Assert.ThrowsAsync<ElsaRefusedException>(() => engine.DeployAsync(flow));
        Assert.Contains("f.json: it has a loop and a join", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parent_and_its_child_are_two_instances_of_elsa_and_the_parent_sees_only_what_the_child_gave()
    {
        await using var engine = new ElsaEngine();
        await engine.DeployAsync(
            new Flow("parent").In("Mine").Var("Result", "ObjectDictionary")
                .Add("go", "Elsa.DispatchWorkflow", ("workflowDefinitionId", Literal("child")), ("waitForCompletion", Literal(true)), ("result", Output("Result"))).Add("end", "Elsa.Finish").Path("go", "end"),
            new Flow("child").Var("Answer", value: "yes").Out("Answer").Add("end", "Elsa.Finish"));
        await engine.StartAsync("parent", inputs: Workflows.Expressions.ValueMap.Of(("Mine", "secret")));

        Assert.Equal("{\"Answer\":\"yes\"}", (await engine.ViewAsync()).Variables["Result"].ToString());
        await using var scope = engine.Services.CreateAsyncScope();
        Assert.Equal(2, await scope.ServiceProvider.GetRequiredService<IWorkflowInstanceStore>().CountAsync(new WorkflowInstanceFilter(), Ct));
    }

    [Fact]
    public async Task Two_hosts_over_one_database_wake_a_wait_once()
    {
        await using var engine = new ElsaEngine();
        await engine.DeployAsync(ProcessPortConformance.VoteFlow());
        engine.Perform = ProcessPortConformance.VoteAsync;
        await engine.StartAsync();
        engine.Now += TimeSpan.FromDays(7);
        using var other = await engine.HostAsync();
        var port = other.Services.GetRequiredService<IProcessPort>();
        await Task.WhenAll(Task.Run(() => engine.Port.FireDueAsync(engine.Now, Ct), Ct), Task.Run(() => port.FireDueAsync(engine.Now, Ct), Ct));
        await engine.Port.FireDueAsync(engine.Now, Ct);

        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
        Assert.Single(engine.Said);
        await other.StopAsync(Ct);
    }

    [Fact]
    public async Task Elsa_itself_cannot_start_a_process_past_the_port()
    {
        await using var engine = new ElsaEngine();
        await engine.DeployAsync(ProcessPortConformance.Two());
        await using var scope = engine.Services.CreateAsyncScope();
        var client = await scope.ServiceProvider.GetRequiredService<IWorkflowRuntime>().CreateClientAsync("rogue", Ct);
        var version = engine.Services.GetRequiredService<ElsaDefinitions>().CurrentVersionId("f")!;

        await Assert.ThrowsAnyAsync<Exception>(() => client.CreateAndRunInstanceAsync(
            new CreateAndRunWorkflowInstanceRequest { WorkflowDefinitionHandle = global::Elsa.Workflows.Models.WorkflowDefinitionHandle.ByDefinitionVersionId(version) }, Ct));
        Assert.Empty(engine.Calls);
        Assert.Null(await engine.Port.FindAsync("rogue", Ct));
    }
}
