using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Demo;
using Cohesion.Governance.Server.Features.Accounts;
using Cohesion.Governance.Server.Features.Councils;
using Cohesion.Governance.Server.Features.FollowUps;
using Cohesion.Governance.Server.Features.Meetings;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Jobs;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Operations;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Process;
using Cohesion.Governance.Server.Web.OpenApi;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Commands;

/// <summary>The server itself: one line a room.</summary>
internal static class Serve
{
    /// <summary>Builds the server.</summary>
    /// <param name="args">Hosting arguments (<c>--urls</c>, <c>--environment</c> …).</param>
    /// <param name="configure">Last changes, for a play or a test.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot(args) });
        builder.Logging.AddLogs(builder.Environment);
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = RequestBinder.MaxBody);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddPersistence(builder.Configuration);
        builder.Services.AddAccess(builder.Configuration);
        builder.Services.AddAccounts();
        builder.Services.AddCouncils();
        builder.Services.AddPipeline();
        builder.Services.AddVotes();
        builder.Services.AddProcesses(builder.Configuration);
        builder.Services.AddMeetings();
        builder.Services.AddLive();
        builder.Services.AddFollowUps();
        builder.Services.AddJobs(builder.Configuration, builder.Environment);
        builder.Services.AddApiDocument();
        builder.Services.AddHealth();
        builder.Services.AddTelemetry(builder.Configuration);
        DemonstrationStreet.Add(builder.Services, builder.Environment);
        builder.Services.AddPages(builder.Configuration);

        configure?.Invoke(builder);
        var app = builder.Build();
        app.UseFaults();
        app.UsePageHeaders();
        app.UseReaderLanguage();
        app.UseErrorPages();
        app.UseApiStatusProblems();
        app.UseAuthentication();
        app.UseCurrentMember();
        app.UseIdempotencyKey();
        app.UseForms();
        app.UseRouting();
        app.UseAuthorization();
        app.UseAntiforgery();
        ApiRoutes.MapAll(app);
        app.MapPages();
        app.MapLive();
        app.MapJobs();
        app.MapApiDocument();
        app.MapHealth();
        EndpointAudit.RefuseUndeclared(app);
        return app;
    }

    // Started from anywhere (dotnet run --project …), the settings are beside the program.
    private static string? ContentRoot(string[] args) =>
        args.Any(a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase)) || File.Exists("appsettings.json")
            ? null
            : AppContext.BaseDirectory;
}
