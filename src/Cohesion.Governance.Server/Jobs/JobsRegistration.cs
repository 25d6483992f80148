using System.Security.Claims;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Persistence;
using Hangfire;
using Hangfire.Dashboard;
using Hangfire.InMemory;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Jobs;

/// <summary>Hangfire: what runs by itself, and the page on which administrators see it.</summary>
internal static class JobsRegistration
{
    /// <summary>Hangfire's own pages; ours is <c>/jobs</c>.</summary>
    public const string Path = "/jobs/hangfire";

    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton(JobsSettings.Read(configuration, environment));

        // In memory, for what is due stands in our own tables: a lost queue loses nothing, the next sweep finds it again. Wired by hand, since
        // Hangfire's own registration keeps storage and activator in static fields, which several servers in one process would share.
        services.AddSingleton<JobStorage>(_ => new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromMinutes(30) }));
        services.AddSingleton<IBackgroundJobClient>(p => new BackgroundJobClient(p.GetRequiredService<JobStorage>()));
        services.AddSingleton<IRecurringJobManager>(p => new RecurringJobManager(p.GetRequiredService<JobStorage>()));
        services.AddSingleton<IGlobalConfiguration>(GlobalConfiguration.Configuration);
        services.AddSingleton(DashboardRoutes.Routes);
        services.AddSingleton<JobReading>();
        services.AddSingleton<NextWake>();
        services.AddHostedService<JobServer>();
        services.AddHostedService<CommitPulse>();

        services.AddScoped<IAuthorizationHandler, AdministratorCheck>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, HiddenFromOthers>();
        services.AddAuthorizationBuilder().AddPolicy(
            AdministratorCheck.Policy, policy => policy.RequireAuthenticatedUser().AddRequirements(new AdministratorNeeded()));
        return services;
    }

    /// <summary>The dashboard: for administrators; whoever is not signed in is sent to sign in, for everybody else there is no such page.</summary>
    public static void MapJobs(this IEndpointRouteBuilder app) => app
        .MapHangfireDashboard(
            Path,
            new DashboardOptions
            {
                DashboardTitle = "Cohesion Governance",
                AppPath = "/jobs",
                DisplayStorageConnectionString = false,
                Authorization = [],
                AsyncAuthorization = [new AdministratorsOnly()],
            })
        .RequireAuthorization(AdministratorCheck.Policy);
}

/// <summary>Whether this server runs jobs.</summary>
/// <param name="Enabled">Whether it takes jobs from the queue (<c>Jobs:Enabled</c>).</param>
/// <param name="Scheduled">Whether it also puts them there by itself, in time and after commits (<c>Jobs:Scheduled</c>).</param>
/// <remarks>Both are on, but not in the environment "Test", where a test asks for what it needs.</remarks>
internal sealed record JobsSettings(bool Enabled, bool Scheduled)
{
    public static JobsSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var usual = !environment.IsEnvironment("Test");
        return new(configuration.GetValue("Jobs:Enabled", usual), configuration.GetValue("Jobs:Scheduled", usual));
    }
}

/// <summary>Requires the office of administrator.</summary>
internal sealed class AdministratorNeeded : IAuthorizationRequirement;

/// <summary>Looks up whether the signed-in person is an administrator at present.</summary>
internal sealed class AdministratorCheck(GovernanceDbContext db, TimeProvider clock) : AuthorizationHandler<AdministratorNeeded>
{
    public const string Policy = "Administrators";

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AdministratorNeeded requirement)
    {
        var now = clock.GetUtcNow();
        if (Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var person)
            && await db.OfficeHoldings.AnyAsync(
                h => h.PersonId == person && h.Office == Office.Administrator && h.Since <= now && (h.Until == null || h.Until > now)))
        {
            context.Succeed(requirement);
        }
    }
}
