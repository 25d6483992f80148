using System.Reflection;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Process;
using FluentValidation;
using MediatR;

namespace Cohesion.Governance.Server.Pipeline;

/// <summary>The steps every request goes through, in their order, and the handlers at the end.</summary>
internal static class PipelineRegistration
{
    private static readonly Type[] HandlerShapes = [typeof(IRequestHandler<,>), typeof(IBatchHandler<,>), typeof(IValidator<>)];

    public static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.AddScoped<CurrentMember>();
        services.AddScoped<IdempotencyKey>();
        services.AddScoped<IdempotentAnswers>();
        services.AddScoped<JournalWriter>();
        services.AddSingleton<Features.Journal.JournalKeys>();
        services.AddScoped<ProcessOutbox>();
        services.AddScoped<LiveFeed>();
        services.AddScoped<NoticeBoard>();

        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(MeasureBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AccessBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionBehavior<,>));

        foreach (var type in typeof(PipelineRegistration).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var shape in type.GetInterfaces().Where(i => i.IsGenericType && HandlerShapes.Contains(i.GetGenericTypeDefinition())))
            {
                services.Add(new ServiceDescriptor(shape, type, Lifetime(shape, type)));
                if (shape.GetGenericTypeDefinition() == typeof(IBatchHandler<,>))
                {
                    services.AddBatch(shape.GenericTypeArguments[0], shape.GenericTypeArguments[1]);
                }
            }
        }

        RequestCatalogue.RefuseUndeclared();
        return services;
    }

    // A validator puts its rules together when it is made; one that needs nobody else is made once.
    private static ServiceLifetime Lifetime(Type shape, Type type) =>
        shape.GetGenericTypeDefinition() == typeof(IValidator<>) && type.GetConstructor([]) is not null ? ServiceLifetime.Singleton : ServiceLifetime.Scoped;

    private static void AddBatch(this IServiceCollection services, Type command, Type answer) => services.AddSingleton(
        typeof(ICommandBatch<,>).MakeGenericType(command, typeof(Outcome<>).MakeGenericType(answer)), typeof(CommandBatch<,>).MakeGenericType(command, answer));
}

/// <summary>Every request the server knows, with its access declaration.</summary>
internal static class RequestCatalogue
{
    public static IReadOnlyList<Type> All { get; } =
        [.. typeof(RequestCatalogue).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false, IsInterface: false } && typeof(IAsk).IsAssignableFrom(t))
            .OrderBy(t => t.FullName, StringComparer.Ordinal)];

    /// <summary>What a request does, by its name with or without <c>Command</c>; the name itself for one of an older version.</summary>
    public static LocalText Title(string name) =>
        Titles.GetValueOrDefault(name) ?? Titles.GetValueOrDefault(name + "Command") ?? LocalText.Same(name);

    private static readonly Dictionary<string, LocalText> Titles = All
        .Where(t => t.GetCustomAttribute<TitleAttribute>() is not null)
        .ToDictionary(t => t.Name, t => t.GetCustomAttribute<TitleAttribute>()!.Text, StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">A request declares no access, or two share a name; the server must not start.</exception>
    public static void RefuseUndeclared()
    {
        foreach (var type in All)
        {
            if (type.GetCustomAttribute<AccessAttribute>() is null)
            {
                throw new InvalidOperationException($"{type.FullName} does not declare who may send it. Add one of the attributes of AccessAttributes.cs.");
            }
        }

        if (All.GroupBy(t => t.Name).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
        {
            throw new InvalidOperationException($"Two requests are called {twice.Key}: forms and the journal tell them apart by name.");
        }
    }
}
