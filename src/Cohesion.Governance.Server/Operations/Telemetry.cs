using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Cohesion.Governance.Server.Operations;

/// <summary>Traces and metrics of our own, and where they go: to the OTLP endpoint of the setting <c>Telemetry:Otlp</c>, else nowhere.</summary>
internal static class Telemetry
{
    public const string Name = "Cohesion.Governance";

    public static ActivitySource Source { get; } = new(Name);

    private static readonly Meter Meter = new(Name);

    /// <summary>Seconds from receiving a command or query to its answer, by request and outcome.</summary>
    public static Histogram<double> RequestSeconds { get; } = Meter.CreateHistogram<double>(
        "cohesion.request.duration", "s", "Time from receiving a command or query to its answer");

    /// <summary>Live events handed to watchers.</summary>
    public static Counter<long> EventsPushed { get; } = Meter.CreateCounter<long>(
        "cohesion.live.events", "{event}", "Live events handed to those who watch");

    /// <exception cref="InvalidOperationException">The setting is no address.</exception>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Telemetry:Otlp"] is not { Length: > 0 } endpoint)
        {
            return services;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException(
                $"Telemetry:Otlp is '{endpoint}'. It must be the address of an OTLP collector, such as http://localhost:4317, or absent.");
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Name))
            .WithTracing(tracing => tracing.AddSource(Name).AddAspNetCoreInstrumentation())
            .WithMetrics(metrics => metrics.AddMeter(Name).AddMeter("System.Runtime").AddAspNetCoreInstrumentation())
            .UseOtlpExporter(OtlpExportProtocol.Grpc, address);
        return services;
    }
}
