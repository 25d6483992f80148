using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes;
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
        builder.Services.AddVotes();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Reader>();

        var app = builder.Build();
        app.UseReaderLanguage();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseCurrentMember();
        app.UseIdempotencyKey();
        ApiRoutes.MapAll(app);
        EndpointAudit.RefuseUndeclared(app);
        return app;
    }
}
