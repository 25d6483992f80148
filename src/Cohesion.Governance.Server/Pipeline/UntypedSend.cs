using System.Reflection;
using Cohesion.Governance.Domain;
using MediatR;

namespace Cohesion.Governance.Server.Pipeline;

/// <summary>Sends a request whose type is known only when it is there: from a form, or from a story.</summary>
internal static class UntypedSend
{
    private static readonly MethodInfo Typed = typeof(UntypedSend).GetMethod(nameof(SendTyped), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <exception cref="ArgumentException">It is no request of this server.</exception>
    public static Task<IOutcome> SendUntyped(this IMediator mediator, object request, CancellationToken ct)
    {
        var answer = request.GetType().GetInterfaces()
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>))?.GetGenericArguments()[0]
            ?? throw new ArgumentException($"{request.GetType().Name} is no request.", nameof(request));
        return (Task<IOutcome>)Typed.MakeGenericMethod(answer).Invoke(null, [mediator, request, ct])!;
    }

    private static async Task<IOutcome> SendTyped<TResponse>(IMediator mediator, IRequest<TResponse> request, CancellationToken ct)
        where TResponse : IOutcome => await mediator.Send(request, ct);
}
