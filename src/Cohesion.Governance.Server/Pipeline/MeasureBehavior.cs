using System.Diagnostics;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Operations;
using MediatR;

namespace Cohesion.Governance.Server.Pipeline;

/// <summary>Around all other steps: how long each request took and what came of it, for whoever collects traces and metrics.</summary>
internal sealed class MeasureBehavior<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        using var activity = Telemetry.Source.StartActivity(typeof(TRequest).Name);
        var start = Stopwatch.GetTimestamp();
        var outcome = "Fault";
        try
        {
            var response = await next();
            outcome = response.Refusal?.Code ?? "Granted";
            return response;
        }
        finally
        {
            activity?.SetTag("cohesion.outcome", outcome);
            Telemetry.RequestSeconds.Record(
                Stopwatch.GetElapsedTime(start).TotalSeconds,
                new KeyValuePair<string, object?>("request", typeof(TRequest).Name),
                new KeyValuePair<string, object?>("outcome", outcome));
        }
    }
}
