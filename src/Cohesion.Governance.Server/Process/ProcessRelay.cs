using Cohesion.Governance.Server.Persistence;

namespace Cohesion.Governance.Server.Process;

/// <summary>Hands signals to processes as soon as they are committed; what it misses, the scheduled sweep finds.</summary>
internal sealed class ProcessRelay : BackgroundService
{
    private readonly IProcessWork work;
    private readonly ILogger<ProcessRelay> log;
    private readonly bool enabled;
    private readonly SemaphoreSlim wake = new(0, 1);

    public ProcessRelay(IProcessWork work, AfterCommit afterCommit, IConfiguration configuration, ILogger<ProcessRelay> log)
    {
        (this.work, this.log) = (work, log);

        // Whoever moves the clock by hand also says when processes run (play, tests).
        enabled = configuration.GetValue("Processes:Relay", true);
        afterCommit.Subscribe(Wake, typeof(ProcessWorkRow), typeof(ProcessWaitRow), typeof(KeptSignal));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (enabled && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await work.RunDue(stoppingToken) > 0)
                {
                    // What a turn promised may be due already.
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "The process relay failed; the scheduled sweep goes on");
            }

            await wake.WaitAsync(stoppingToken);
        }
    }

    public override void Dispose()
    {
        wake.Dispose();
        base.Dispose();
    }

    private void Wake()
    {
        try
        {
            if (wake.CurrentCount == 0)
            {
                wake.Release();
            }
        }
        catch (Exception exception) when (exception is SemaphoreFullException or ObjectDisposedException)
        {
            // Already awake, or the server is going down: either way there is nothing to wake.
        }
    }
}
