using Hangfire;
using Hangfire.AspNetCore;

namespace Cohesion.Governance.Server.Jobs;

/// <summary>Takes jobs from the queue while the server runs, each in a scope of its own.</summary>
internal sealed class JobServer(
    JobStorage storage, IRecurringJobManager schedules, JobsSettings settings, IServiceScopeFactory scopes, ILoggerFactory loggers)
    : IHostedService, IDisposable
{
    private readonly JobLogs logs = new(loggers);
    private BackgroundJobServer? server;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Enabled)
        {
            GlobalConfiguration.Configuration.UseLogProvider(logs);
            if (settings.Scheduled)
            {
                Schedules.Set(schedules);
            }

            server = new BackgroundJobServer(
                new BackgroundJobServerOptions
                {
                    Activator = new AspNetCoreJobActivator(scopes),

                    // Jobs are short and wait for one writer; more workers would only wait beside each other.
                    WorkerCount = 4,
                    SchedulePollingInterval = TimeSpan.FromSeconds(1),
                },
                storage);
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (server is not null)
        {
            server.SendStop();
            await server.WaitForShutdownAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        server?.Dispose();
        logs.Stop();
    }
}
