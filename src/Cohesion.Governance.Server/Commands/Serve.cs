using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Operations;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using Cohesion.Governance.Server.Web.OpenApi;

namespace Cohesion.Governance.Server.Commands;

/// <summary>The server itself: one line a room.</summary>
internal static class Serve
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.AddLogs(builder.Environment);
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = RequestBinder.MaxBody);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddPersistence(builder.Configuration);
        builder.Services.AddAccess(builder.Configuration);
        builder.Services.AddPipeline();
        builder.Services.AddLive();
        builder.Services.AddApiDocument();
        builder.Services.AddHealth();
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Reader>();

        var app = builder.Build();
        app.UseFaults();
        app.UseReaderLanguage();
        app.UseApiStatusProblems();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseCurrentMember();
        app.UseIdempotencyKey();
        ApiRoutes.MapAll(app);
        app.MapLive();
        app.MapApiDocument();
        app.MapHealth();
        EndpointAudit.RefuseUndeclared(app);
        return app;
    }
}
