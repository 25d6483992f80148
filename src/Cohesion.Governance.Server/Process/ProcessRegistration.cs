using Cohesion.Governance.Server.Operations;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Process;

/// <summary>The built-in engine over the server's database, unless a host has chosen another.</summary>
internal static class ProcessRegistration
{
    public static IServiceCollection AddProcesses(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<GovernanceActivities>();
        services.AddSingleton(provider => WorkflowFiles.Load(provider.GetRequiredService<WorkflowDirectory>().Path, provider.GetRequiredService<GovernanceActivities>().Catalogue));
        services.AddSingleton<WorkflowDirectory>();
        services.AddSingleton<DatabaseProcessStore>();
        services.AddSingleton<IProcessStore>(provider => provider.GetRequiredService<DatabaseProcessStore>());
        services.AddSingleton<IActivityPerformer, ActivityPerformer>();
        services.AddSingleton<IDefinitionSource>(provider => new PinnedDefinitions(
            provider.GetRequiredService<WorkflowLibrary>(),
            provider.GetRequiredService<GovernanceActivities>().Catalogue,
            (hash, ct) => LoadSource(provider.GetRequiredService<IServiceScopeFactory>(), hash, ct)));
        services.AddSingleton<IProcessPort, ProcessRunner>();
        services.AddSingleton<IProcessWork, DueProcesses>();
        services.AddSingleton<DefinitionStart>();
        services.AddSingleton<IReadyWhen>(provider => provider.GetRequiredService<DefinitionStart>());
        services.AddHostedService(provider => provider.GetRequiredService<DefinitionStart>());
        ProcessEngine.Apply(services, configuration);
        services.AddScoped<Features.Processes.WorkflowVersions>();
        services.AddHostedService<ProcessRelay>();
        return services;
    }

    private static async ValueTask<(string FileName, string Json)?> LoadSource(IServiceScopeFactory scopes, string hash, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        return await db.ProcessDefinitions.AsNoTracking().SingleOrDefaultAsync(d => d.Hash == hash, ct) is { } row ? (row.FileName, row.Json) : null;
    }
}
