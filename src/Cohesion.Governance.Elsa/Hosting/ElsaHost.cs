using Cohesion.Governance.Elsa.Engine;
using Cohesion.Governance.Elsa.Studio;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using Cohesion.Governance.Workflows.Running;
using Elsa.Extensions;
using Elsa.Mediator.Contracts;
using Elsa.Persistence.EFCore;
using Elsa.Persistence.EFCore.Extensions;
using Elsa.Persistence.EFCore.Modules.Management;
using Elsa.Persistence.EFCore.Modules.Runtime;
using Elsa.Workflows.Management.Features;
using Elsa.Workflows.Management.Notifications;
using Elsa.Workflows.Runtime.Features;

namespace Cohesion.Governance.Elsa.Hosting;

/// <summary>The server with Elsa's runtime on the server's own database, and Elsa's API for Elsa Studio.</summary>
internal static class ElsaHost
{
    /// <summary>Elsa's own history of migrations; the server's tables have theirs.</summary>
    private static readonly ElsaDbContextOptions Tables = new() { MigrationsHistoryTableName = "__ElsaMigrationsHistory" };

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var (provider, connection) = PersistenceRegistration.Chosen(configuration);
        var locks = configuration["Elsa:Locks"] ?? Path.Combine(Directory.GetCurrentDirectory(), "data", "elsa-locks");
        services.AddSingleton(p => p.GetRequiredService<GovernanceActivities>().Catalogue);
        services.AddElsaEngine(
            new DirectoryInfo(locks),
            (management, runtime) => Store(management, runtime, provider, connection),
            elsa => elsa.UseWorkflowsApi());
        services.AddNotificationHandler<PublishingCheck, WorkflowDefinitionValidating>();
        services.AddNotificationHandler<PublishedReading, WorkflowDefinitionPublished>();
        services.AddStudioApi(configuration);
    }

    private static void Store(WorkflowManagementFeature management, WorkflowRuntimeFeature runtime, DatabaseProvider provider, string connection)
    {
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                management.UseEntityFrameworkCore(ef => ef.UseSqlite(connection, Tables));
                runtime.UseEntityFrameworkCore(ef => ef.UseSqlite(connection, Tables));
                break;
            case DatabaseProvider.SqlServer:
                management.UseEntityFrameworkCore(ef => ef.UseSqlServer(connection, Tables));
                runtime.UseEntityFrameworkCore(ef => ef.UseSqlServer(connection, Tables));
                break;
            case DatabaseProvider.PostgreSql:
                management.UseEntityFrameworkCore(ef => ef.UsePostgreSql(connection, Tables));
                runtime.UseEntityFrameworkCore(ef => ef.UsePostgreSql(connection, Tables));
                break;
            default:
                throw new InvalidOperationException($"Elsa has no store for {provider}.");
        }
    }
}
