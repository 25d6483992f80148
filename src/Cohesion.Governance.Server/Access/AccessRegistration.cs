using System.Security.Claims;
using Cohesion.Governance.Server.Persistence;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;


namespace Cohesion.Governance.Server.Access;

/// <summary>Sign-in: a cookie for pages, a bearer token for programs, lock-out after failures.</summary>
internal static class AccessRegistration
{
    private const string Chosen = "CookieOrBearer";

    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityCore<Account>(options =>
            {
                // NIST SP 800-63B: length counts, rules about kinds of characters do not.
                options.Password.RequiredLength = 10;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 4;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.User.RequireUniqueEmail = false;
            })
            .AddEntityFrameworkStores<GovernanceDbContext>()
            .AddSignInManager();

        var keys = configuration["DataProtection:Keys"] ?? Path.Combine(Directory.GetCurrentDirectory(), "data", "keys");
        services.AddDataProtection().SetApplicationName("Cohesion.Governance").PersistKeysToFileSystem(new DirectoryInfo(keys));

        services.AddAuthentication(Chosen)
            .AddPolicyScheme(Chosen, Chosen, options => options.ForwardDefaultSelector = SchemeOf)
            .AddBearerToken(IdentityConstants.BearerScheme, options => options.Events = new BearerTokenEvents { OnMessageReceived = TokenOfHub })
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                options.Cookie.Name = "cohesion";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.LoginPath = "/sign-in";
                options.ReturnUrlParameter = "next";
                options.ExpireTimeSpan = TimeSpan.FromDays(14);
                options.SlidingExpiration = true;

                // A changed password ends the sessions that were opened with the old one.
                options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
            });
        services.AddAuthorization();
        services.AddSingleton<KnownPlaces>();
        services.AddSingleton<HoldingsReader>();
        return services;
    }

    /// <summary>Makes the signed-in person the current member of the request's scope.</summary>
    public static IApplicationBuilder UseCurrentMember(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var person))
        {
            context.RequestServices.GetRequiredService<CurrentMember>().SignIn(person);
        }

        return next(context);
    });

    private static string SchemeOf(HttpContext context) =>
        context.Request.Headers.ContainsKey(Microsoft.Net.Http.Headers.HeaderNames.Authorization) || HubToken(context) is not null
            ? IdentityConstants.BearerScheme
            : IdentityConstants.ApplicationScheme;

    private static Task TokenOfHub(MessageReceivedContext context)
    {
        context.Token = HubToken(context.HttpContext);
        return Task.CompletedTask;
    }

    // Browsers cannot set headers on web sockets; the SignalR clients send the token in the query, for the hub only.
    private static string? HubToken(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/live", StringComparison.Ordinal) && context.Request.Query.TryGetValue("access_token", out var token)
            ? token.ToString()
            : null;
}
