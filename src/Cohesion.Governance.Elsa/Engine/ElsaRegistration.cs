using Cohesion.Governance.Workflows.Running;
using Elsa.Common;
using Elsa.Extensions;
using Elsa.Features.Services;
using Elsa.Mediator.Contracts;
using Elsa.Scheduling;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Options;
using Elsa.Workflows.CommitStates;
using Elsa.Workflows.Middleware.Activities;
using Elsa.Workflows.Pipelines.ActivityExecution;
using Elsa.Workflows.Management.Features;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Distributed.Extensions;
using Elsa.Workflows.Runtime.Features;
using Elsa.Workflows.Runtime.Tasks;
using Medallion.Threading;
using Medallion.Threading.FileSystem;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cohesion.Governance.Elsa.Engine;

/// <summary>Elsa's runtime as the product's process engine.</summary>
internal static class ElsaRegistration
{
    /// <summary>Adds Elsa and puts it behind the process port. The server's store, performer, library and catalogue must be there.</summary>
    /// <param name="services">The server's.</param>
    /// <param name="locks">Where locks are files; every node must see the same.</param>
    /// <param name="stores">Chooses the database that Elsa keeps processes in.</param>
    /// <param name="more">What a host adds, such as Elsa's API.</param>
    public static IServiceCollection AddElsaEngine(
        this IServiceCollection services, DirectoryInfo locks, Action<WorkflowManagementFeature, WorkflowRuntimeFeature> stores, Action<IModule>? more = null)
    {
        services.AddElsa(elsa =>
        {
            elsa.UseWorkflows(workflows => workflows
                .WithDefaultWorkflowExecutionPipeline()
                .WithActivityExecutionPipeline(pipeline => pipeline
                    .UseExceptionHandling()
                    .UseExecutionLogging()
                    .UseNotifications()
                    .UseLogPersistenceModeEvaluation()
                    .UseMiddleware<StepMiddleware>()
                    .UseBackgroundActivityInvoker())
                .WithStandardOutStreamProvider(_ => new ProcessLog()));
            elsa.UseWorkflowManagement(management => elsa.UseWorkflowRuntime(runtime =>
            {
                stores(management, runtime);
                runtime.DistributedLockProvider = _ => new FileDistributedSynchronizationProvider(locks);
                runtime.UseDistributedRuntime();
            }));
            elsa.UseScheduling(scheduling => scheduling.WorkflowScheduler = _ => new RowScheduler());
            elsa.UseJavaScript();
            more?.Invoke(elsa);
        });
        services.AddActivityProvider<GovernanceActivityProvider>();
        services.AddWorkflowsProvider<FileWorkflowsProvider>();
        services.AddScoped<ICommitStateHandler, TurnCommit>();
        services.AddSingleton<ISystemClock, TurnClock>();
        services.AddScoped<StepPerformer>();
        services.AddSingleton<ElsaDefinitions>();
        services.AddHostedService<DefinitionsReading>();
        services.Replace(ServiceDescriptor.Singleton<IDefinitionSource>(provider => provider.GetRequiredService<ElsaDefinitions>()));
        services.Replace(ServiceDescriptor.Singleton<IProcessPort>(provider =>
        {
            var log = provider.GetRequiredService<ILogger<ElsaProcesses>>();
            return new ElsaProcesses(
                provider.GetRequiredService<IProcessStore>(),
                provider.GetRequiredService<ElsaDefinitions>(),
                provider.GetRequiredService<IServiceScopeFactory>(),
                provider.GetRequiredService<IDistributedLockProvider>(),
                provider.GetRequiredService<TimeProvider>(),
                failure => log.LogError("Process work {What} failed and stays to be tried again: {Error}", failure.What, failure.Error));
        }));

        // Elsa would run processes on its own after a crash, without the rows that follow; the server's sweep does it with them.
        foreach (var own in services.Where(s => s.ImplementationType == typeof(RestartInterruptedWorkflowsTask)).ToList())
        {
            services.Remove(own);
        }

        return services;
    }
}
