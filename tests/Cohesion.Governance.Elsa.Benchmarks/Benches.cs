using System.Text.Json.Nodes;
using Cohesion.Governance.Elsa.Hosting;
using Cohesion.Governance.Server.Commands;
using Cohesion.Governance.Server.Process;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;
using Elsa.Extensions;
using Elsa.Persistence.EFCore.Extensions;
using Elsa.Persistence.EFCore.Modules.Management;
using Elsa.Persistence.EFCore.Modules.Runtime;
using Elsa.Workflows;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Filters;
using Elsa.Workflows.Management.Mappers;
using Elsa.Workflows.Management.Materializers;
using Elsa.Workflows.Management.Models;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Activities;
using Elsa.Workflows.Runtime.Messages;
using Elsa.Workflows.Runtime.Stimuli;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cohesion.Governance.Elsa.Benchmarks;

/// <summary>An engine that runs the benchmark's definition.</summary>
internal interface IEngineBench : IAsyncDisposable
{
    /// <summary>Begins a process; done when it waits and that is committed.</summary>
    Task StartAsync(string id);

    /// <summary>Wakes it; done when its end is committed.</summary>
    Task ResumeAsync(string id);

    /// <exception cref="InvalidOperationException">Not all have ended: what does not work would be quick too.</exception>
    Task CheckAsync(int processes);
}

/// <summary>Two scripts before a wait and one after it.</summary>
internal static class BenchDefinition
{
    private const string Storage = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";

    public static string Json { get; } = Make();

    private static string Make()
    {
        JsonObject Js(string code) => new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = code } };
        JsonObject To(string from, string to) => new() { ["source"] = new JsonObject { ["activity"] = from, ["port"] = "Done" }, ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" } };
        JsonObject Set(string id, string code) => new()
        {
            ["id"] = id, ["name"] = id, ["type"] = "Elsa.SetVariable", ["version"] = 1,
            ["variable"] = new JsonObject { ["id"] = "v-Text", ["name"] = "Text", ["typeName"] = "String" }, ["value"] = Js(code),
        };
        return new JsonObject
        {
            ["id"] = "bench-v1", ["definitionId"] = "bench", ["name"] = "Bench", ["version"] = 1, ["isLatest"] = true, ["isPublished"] = true,
            ["variables"] = new JsonArray(new JsonObject { ["id"] = "v-Text", ["name"] = "Text", ["typeName"] = "String", ["isArray"] = false, ["value"] = "", ["storageDriverTypeName"] = Storage }),
            ["inputs"] = new JsonArray(new JsonObject { ["type"] = "String", ["name"] = "ProposalId", ["displayName"] = "Proposal", ["isArray"] = false, ["storageDriverType"] = Storage }),
            ["outputs"] = new JsonArray(), ["outcomes"] = new JsonArray(), ["customProperties"] = new JsonObject(),
            ["root"] = new JsonObject
            {
                ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["variables"] = new JsonArray(),
                ["activities"] = new JsonArray(
                    Set("one", "'proposal ' + getProposalId()"),
                    Set("two", "variables.Text + ' is open'"),
                    new JsonObject { ["id"] = "wait", ["name"] = "wait", ["type"] = "Elsa.Event", ["version"] = 1, ["eventName"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = "Decided" } } },
                    Set("three", "variables.Text + ', decided'"),
                    new JsonObject { ["id"] = "end", ["name"] = "end", ["type"] = "Elsa.Finish", ["version"] = 1 }),
                ["connections"] = new JsonArray(To("one", "two"), To("two", "wait"), To("wait", "three"), To("three", "end")),
            },
        }.ToJsonString();
    }
}

/// <summary>The server's process port over the server's database, with either engine behind it.</summary>
internal sealed class PortBench(WebApplication server, string directory) : IEngineBench
{
    private readonly IProcessPort port = server.Services.GetRequiredService<IProcessPort>();

    public static async Task<IEngineBench> OpenAsync(bool onElsa)
    {
        if (onElsa)
        {
            ProcessEngine.Choose(ElsaHost.Add);
        }

        var directory = Directory.CreateTempSubdirectory("cohesion-bench-").FullName;
        var workflows = Directory.CreateDirectory(Path.Combine(directory, "workflows")).FullName;
        var source = WorkflowDirectory.Find(AppContext.BaseDirectory)!;
        foreach (var file in Directory.EnumerateFiles(source, "*.json", SearchOption.AllDirectories))
        {
            var target = Path.Combine(workflows, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        await File.WriteAllTextAsync(Path.Combine(workflows, "bench.json"), BenchDefinition.Json);
        var server = Serve.Build(
        [
            "--environment", "Test", "--Urls", "http://127.0.0.1:0", "--Database:Connection", $"Data Source={Path.Combine(directory, "bench.db")}", "--Workflows:Directory", workflows,
            "--DataProtection:Keys", Path.Combine(directory, "keys"), "--Elsa:Locks", Path.Combine(directory, "locks"), "--Processes:Relay", "false", "--Logging:LogLevel:Default", "None",
        ],
        builder => builder.Logging.ClearProviders());
        await server.StartAsync();
        return new PortBench(server, directory);
    }

    public Task StartAsync(string id) => port.StartAsync(new StartProcess(id, "bench", id, ValueMap.Of(("ProposalId", id))), CancellationToken.None);

    public Task ResumeAsync(string id) => port.SignalAsync(new ProcessSignal($"s-{id}", "Decided", id, WorkflowValue.Of("Adopted")), CancellationToken.None);

    public async Task CheckAsync(int processes)
    {
        var ended = (await port.ListAsync(new ProcessQuery(ProcessStatus.Finished, "bench", Limit: processes + 1), CancellationToken.None))
            .Count(view => view.Variables["Text"].AsText() == $"proposal {view.InstanceId} is open, decided");
        if (ended != processes)
        {
            throw new InvalidOperationException($"{ended} of {processes} processes ended.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        await server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
    }
}

/// <summary>Elsa as its own documentation sets it up: local runtime, EF Core over SQLite, nothing of ours.</summary>
internal sealed class BareElsaBench(IHost host, string directory, string versionId) : IEngineBench
{
    public static async Task<IEngineBench> OpenAsync()
    {
        var directory = Directory.CreateTempSubdirectory("elsa-bench-").FullName;
        var connection = $"Data Source={Path.Combine(directory, "elsa.db")}";
        await using (var sqlite = new Microsoft.Data.Sqlite.SqliteConnection(connection))
        {
            await sqlite.OpenAsync();
            await using var wal = sqlite.CreateCommand();
            wal.CommandText = "PRAGMA journal_mode=WAL";
            await wal.ExecuteScalarAsync();
        }

        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.ClearProviders();
        builder.Services.AddElsa(elsa =>
        {
            elsa.UseWorkflowManagement(management => management.UseEntityFrameworkCore(ef => ef.UseSqlite(connection)));
            elsa.UseWorkflowRuntime(runtime => runtime.UseEntityFrameworkCore(ef => ef.UseSqlite(connection)));
            elsa.UseJavaScript();
        });
        var host = builder.Build();
        await host.StartAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<IActivitySerializer>().Deserialize<WorkflowDefinitionModel>(BenchDefinition.Json);
        var workflow = scope.ServiceProvider.GetRequiredService<WorkflowDefinitionMapper>().Map(model);
        await scope.ServiceProvider.GetRequiredService<IWorkflowDefinitionStorePopulator>().AddAsync(new MaterializedWorkflow(workflow, "bench", JsonWorkflowMaterializer.MaterializerName));
        return new BareElsaBench(host, directory, workflow.Identity.Id);
    }

    public async Task StartAsync(string id)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var client = await scope.ServiceProvider.GetRequiredService<IWorkflowRuntime>().CreateClientAsync(id);
        await client.CreateAndRunInstanceAsync(new CreateAndRunWorkflowInstanceRequest
        {
            WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionVersionId(versionId),
            CorrelationId = id,
            Input = new Dictionary<string, object> { ["ProposalId"] = id },
        });
    }

    public async Task ResumeAsync(string id)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var sender = scope.ServiceProvider.GetRequiredService<IStimulusSender>();
        await sender.SendAsync("Elsa.Event", new EventStimulus("Decided"), new StimulusMetadata
        {
            WorkflowInstanceId = id,
            Input = new Dictionary<string, object> { [Event.EventInputWorkflowInputKey] = "Adopted" },
        });
    }

    public async Task CheckAsync(int processes)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var ended = await scope.ServiceProvider.GetRequiredService<IWorkflowInstanceStore>().CountAsync(new WorkflowInstanceFilter { WorkflowStatus = WorkflowStatus.Finished });
        if (ended != processes)
        {
            throw new InvalidOperationException($"{ended} of {processes} processes ended.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
    }
}
