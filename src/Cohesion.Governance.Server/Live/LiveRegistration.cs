using Cohesion.Governance.Server.Web;
using Microsoft.AspNetCore.SignalR;

namespace Cohesion.Governance.Server.Live;

/// <summary>The hub and what feeds it.</summary>
internal static class LiveRegistration
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        // Messages to the server are topics and numbers; nothing larger has business here.
        services.AddSignalR(options => options.MaximumReceiveMessageSize = 16 * 1024)
            .AddJsonProtocol(options => Json.Configure(options.PayloadSerializerOptions));
        services.AddSingleton<LiveWatchers>();
        services.AddScoped<LiveHistory>();
        services.AddHostedService<LiveRelay>();
        return services;
    }

    public static void MapLive(this IEndpointRouteBuilder app) => app.MapHub<LiveHub>("/live");
}
