using System.Collections.Concurrent;
using System.Reflection;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using MediatR;

namespace Cohesion.Governance.Server.Web.Forms;

/// <summary>The commands that forms may post: all that people may send.</summary>
internal static class PostableCommands
{
    private static readonly Dictionary<string, Type> ByName = RequestCatalogue.All
        .Where(t => t.Name.EndsWith("Command", StringComparison.Ordinal) && t.GetCustomAttribute<AccessAttribute>() is not (null or ProcessOnlyAttribute))
        .ToDictionary(NameOf, StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<Type, MethodInfo> Senders = new();

    /// <summary>The name in the address: the type's without "Command".</summary>
    public static string NameOf(Type command) => command.Name[..^"Command".Length];

    public static Type? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Sends a command whose type is only known now.</summary>
    public static Task<IOutcome> Send(IMediator mediator, object command, CancellationToken ct)
    {
        var sender = Senders.GetOrAdd(command.GetType(), type =>
        {
            var answer = type.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];
            return typeof(PostableCommands).GetMethod(nameof(SendTyped), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(answer);
        });
        return (Task<IOutcome>)sender.Invoke(null, [mediator, command, ct])!;
    }

    private static async Task<IOutcome> SendTyped<TOutcome>(IMediator mediator, object command, CancellationToken ct)
        where TOutcome : IOutcome => await mediator.Send((IRequest<TOutcome>)command, ct);
}
