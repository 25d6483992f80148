using System.Reflection;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using MediatR;

namespace Cohesion.Governance.Server.Web;

/// <summary>A slice's place in the JSON API.</summary>
internal interface IApiEndpoint
{
    static abstract void Map(ApiRoutes routes);
}

/// <summary>Puts commands and queries under <c>/api</c>, all in the same way: bind, send, answer.</summary>
internal sealed class ApiRoutes(IEndpointRouteBuilder app)
{
    /// <summary>For the few endpoints that answer otherwise than with a value.</summary>
    public IEndpointRouteBuilder App => app;

    /// <summary>A query: GET, 200 with the answer.</summary>
    public void Get<TQuery, T>(string pattern)
        where TQuery : IQuery<T> => Map<TQuery, T>(HttpMethods.Get, pattern, StatusCodes.Status200OK);

    /// <summary>A command: POST, 200 with the answer; 201 when <paramref name="creates"/>.</summary>
    public void Post<TCommand, T>(string pattern, bool creates = false)
        where TCommand : ICommand<T> => Map<TCommand, T>(HttpMethods.Post, pattern, creates ? StatusCodes.Status201Created : StatusCodes.Status200OK);

    /// <summary>A command that puts something in its place: PUT, 200 with the answer.</summary>
    public void Put<TCommand, T>(string pattern)
        where TCommand : ICommand<T> => Map<TCommand, T>(HttpMethods.Put, pattern, StatusCodes.Status200OK);

    /// <summary>A command that takes something away: DELETE, 200 with the answer.</summary>
    public void Delete<TCommand, T>(string pattern)
        where TCommand : ICommand<T> => Map<TCommand, T>(HttpMethods.Delete, pattern, StatusCodes.Status200OK);

    /// <summary>An attempt that leaves traces even when refused: POST, 200 with the answer.</summary>
    public void Attempt<TAttempt, T>(string pattern)
        where TAttempt : IAttempt<T> => Map<TAttempt, T>(HttpMethods.Post, pattern, StatusCodes.Status200OK);

    private void Map<TRequest, T>(string method, string pattern, int status)
        where TRequest : IRequest<Outcome<T>>
    {
        var name = typeof(TRequest).Name.Replace("Command", string.Empty, StringComparison.Ordinal).Replace("Query", string.Empty, StringComparison.Ordinal);
        app.MapMethods("/api" + pattern, [method], async (HttpContext context, IMediator mediator, CancellationToken ct) =>
            {
                var bound = await RequestBinder.BindApi<TRequest>(context, ct);
                if (bound.Refused(out var malformed))
                {
                    return Problems.Of(malformed, context);
                }

                var outcome = await mediator.Send(bound.Value, ct);
                return outcome.Granted(out var value, out var refusal)
                    ? new JsonAnswer<T>(value, status)
                    : Problems.Of(refusal, context);
            })
            .WithName(name)
            .WithTags(typeof(TRequest).Namespace!.Split('.') is [.., "Features", var area, _] ? area : "Server")
            .WithMetadata(typeof(TRequest).GetCustomAttribute<AccessAttribute>()!)
            .WithMetadata(new RequestTypeMetadata(typeof(TRequest)))
            .Produces<T>(status);
    }

    /// <summary>Maps every slice that has a place in the API.</summary>
    public static void MapAll(IEndpointRouteBuilder app)
    {
        var routes = new ApiRoutes(app);
        foreach (var type in typeof(ApiRoutes).Assembly.GetTypes().Where(t => t is { IsInterface: false } && typeof(IApiEndpoint).IsAssignableFrom(t)))
        {
            type.GetMethod(nameof(IApiEndpoint.Map), BindingFlags.Public | BindingFlags.Static, [typeof(ApiRoutes)])!.Invoke(null, [routes]);
        }
    }
}

/// <summary>The request an endpoint sends, for the OpenAPI document and the capabilities table.</summary>
internal sealed record RequestTypeMetadata(Type RequestType);
