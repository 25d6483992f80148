using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.FollowUps;
using Cohesion.Governance.Server.Jobs;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Commands;

/// <summary>The server itself: one line a room.</summary>
internal static class Serve
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddPersistence(builder.Configuration);
        builder.Services.AddAccess(builder.Configuration);
        builder.Services.AddPipeline();
        builder.Services.AddFollowUps();
        builder.Services.AddJobs(builder.Configuration, builder.Environment);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Reader>();

        var app = builder.Build();
        app.UseReaderLanguage();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseCurrentMember();
        app.UseIdempotencyKey();
        ApiRoutes.MapAll(app);
        app.MapJobs();
        EndpointAudit.RefuseUndeclared(app);
        return app;
    }
}
