using System.Text.Encodings.Web;
using Microsoft.Extensions.Options;

namespace Cohesion.Governance.Server.Operations;

/// <summary>How logs are written: one JSON object a line in Production, for people to read elsewhere.</summary>
internal static class Logs
{
    public static ILoggingBuilder AddLogs(this ILoggingBuilder logging, IHostEnvironment environment)
    {
        logging.ClearProviders();
        logging.Services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, RequestTraceLimits>();
        return environment.IsProduction()
            ? logging.AddJsonConsole(options =>
            {
                options.UseUtcTimestamp = true;
                options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
                options.IncludeScopes = true;
                options.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            })
            : logging.AddSimpleConsole(options =>
            {
                options.SingleLine = true;
                options.TimestampFormat = "HH:mm:ss ";
            });
    }
}
