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
        // Taken by whoever ends it first: a host that is disposed of while it stops does both.
        if (Interlocked.Exchange(ref server, null) is { } running)
        {
            running.SendStop();
            await running.WaitForShutdownAsync(cancellationToken);
            running.Dispose();
        }
    }

    public void Dispose()
    {
        Interlocked.Exchange(ref server, null)?.Dispose();
        logs.Stop();
    }
}
