using Hangfire.Logging;

namespace Cohesion.Governance.Server.Jobs;

/// <summary>Hands what Hangfire has to say to the server's log. Hangfire keeps one of these for the whole process, so it must outlive its server:
/// once that has stopped, nothing is logged any more.</summary>
internal sealed class JobLogs(ILoggerFactory loggers) : ILogProvider
{
    private volatile ILoggerFactory? current = loggers;

    public ILog GetLogger(string name) => new Entries(this, name);

    public void Stop() => current = null;

    private sealed class Entries(JobLogs logs, string name) : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null)
        {
            var level = logLevel switch
            {
                Hangfire.Logging.LogLevel.Trace => Microsoft.Extensions.Logging.LogLevel.Trace,
                Hangfire.Logging.LogLevel.Debug => Microsoft.Extensions.Logging.LogLevel.Debug,
                Hangfire.Logging.LogLevel.Info => Microsoft.Extensions.Logging.LogLevel.Information,
                Hangfire.Logging.LogLevel.Warn => Microsoft.Extensions.Logging.LogLevel.Warning,
                Hangfire.Logging.LogLevel.Error => Microsoft.Extensions.Logging.LogLevel.Error,
                _ => Microsoft.Extensions.Logging.LogLevel.Critical,
            };
            if (logs.current?.CreateLogger(name) is not { } logger || !logger.IsEnabled(level))
            {
                return false;
            }

            // Asked without a message, it only wants to know whether this level is logged.
            if (messageFunc is not null)
            {
                logger.Log(level, exception, "{Message}", messageFunc());
            }

            return true;
        }
    }
}
