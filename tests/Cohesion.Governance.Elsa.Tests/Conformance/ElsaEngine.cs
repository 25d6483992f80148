using Cohesion.Governance.Conformance;
using Cohesion.Governance.Elsa.Engine;
using Cohesion.Governance.Workflows.Running;
using Cohesion.Governance.Workflows.Tests.Support;
using Elsa.Extensions;
using Elsa.Persistence.EFCore.Extensions;
using Elsa.Persistence.EFCore.Modules.Management;
using Elsa.Persistence.EFCore.Modules.Runtime;
using Elsa.Workflows;
using Elsa.Workflows.CommitStates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cohesion.Governance.Elsa.Tests.Conformance;

/// <summary>Elsa over a SQLite file, with the server's rows in memory; a restart keeps both.</summary>
internal sealed class ElsaEngine : EngineUnderTest
{
    private readonly string directory = Directory.CreateTempSubdirectory("elsa-conformance-").FullName;
    private Flow[] flows = [];
    private IHost? host;

    public override IProcessPort Port => host!.Services.GetRequiredService<IProcessPort>();

    public IServiceProvider Services => host!.Services;

    internal override async Task DeployAsync(params Flow[] flows)
    {
        this.flows = flows;
        await RestartAsync();
    }

    public override async Task RestartAsync()
    {
        await StopAsync();
        host = await HostAsync();
    }

    /// <summary>One more host over the same database and the same rows, as on another machine.</summary>
    public async Task<IHost> HostAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton(Clock);
        builder.Services.AddSingleton<IProcessStore>(Store);
        builder.Services.AddSingleton<IActivityPerformer>(this);
        builder.Services.AddSingleton(TestActivities.Catalogue);
        builder.Services.AddSingleton(Library(flows));
        var connection = $"Data Source={Path.Combine(directory, "elsa.db")}";
        builder.Services.AddElsaEngine(new DirectoryInfo(Path.Combine(directory, "locks")), (management, runtime) =>
        {
            management.UseEntityFrameworkCore(ef => ef.UseSqlite(connection));
            runtime.UseEntityFrameworkCore(ef => ef.UseSqlite(connection));
        });
        builder.Services.AddScoped<TurnCommit>();
        builder.Services.AddScoped<ICommitStateHandler>(services => new DyingCommit(services.GetRequiredService<TurnCommit>(), Store));
        var made = builder.Build();
        await made.StartAsync(Xunit.TestContext.Current.CancellationToken);
        return made;
    }

    public override async ValueTask DisposeAsync()
    {
        await StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
    }

    private async Task StopAsync()
    {
        if (host is not null)
        {
            await host.StopAsync(CancellationToken.None);
            if (host is IAsyncDisposable disposable)
            {
                await disposable.DisposeAsync();
            }
        }
    }

    /// <summary>A process that was killed commits nothing to Elsa's database either.</summary>
    private sealed class DyingCommit(TurnCommit commit, MemoryStore store) : ICommitStateHandler
    {
        public Task CommitAsync(WorkflowExecutionContext workflowExecutionContext, CancellationToken cancellationToken = default) =>
            store.Dead ? throw new CrashException() : commit.CommitAsync(workflowExecutionContext, cancellationToken);

        public Task CommitAsync(WorkflowExecutionContext workflowExecutionContext, global::Elsa.Workflows.State.WorkflowState workflowState, CancellationToken cancellationToken = default) =>
            store.Dead ? throw new CrashException() : commit.CommitAsync(workflowExecutionContext, workflowState, cancellationToken);
    }
}
