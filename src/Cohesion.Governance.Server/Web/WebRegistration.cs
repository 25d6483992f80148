using System.Text.Encodings.Web;
using System.Text.Unicode;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Web.Forms;
using Cohesion.Governance.Server.Web.Live;
using Cohesion.Governance.Server.Web.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace Cohesion.Governance.Server.Web;

/// <summary>The pages: what they need, what every request for one goes through, and where they are.</summary>
internal static class WebRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Reader>();
        services.AddScoped<PageContext>();
        services.AddScoped<PageQueries>();
        services.AddScoped<FormFeedback>();
        services.AddScoped<Flash>();
        services.AddSingleton<Assets>();
        services.AddSingleton<RegionRenderer>();
        services.AddSingleton<IRegionPush, RegionPush>();
        services.Configure<DemoAccounts>(configuration.GetSection("DemoAccounts"));
        services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = ScanHashes.MostBytes);
        services.AddRazorComponents();

        // Chinese as it is: as character references it would be three times as long. What has a meaning in HTML is encoded all the same.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.IsEssential = true;
        });
        FluentValidation.ValidatorOptions.Global.LanguageManager = new ValidationTexts();
        return services;
    }

    /// <summary>Pages for what goes wrong; the API has its problem details.</summary>
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) => app.UseMiddleware<ErrorPages>();

    /// <summary>The steps before a page is chosen; to be followed by <c>UseRouting</c>, so that a form's page can be drawn in the same request.</summary>
    public static IApplicationBuilder UseForms(this IApplicationBuilder app) => app.UseMiddleware<FormPosts>();

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        Assets.Map(app);
        Installable.Map(app);
        app.MapRazorComponents<App>().Add(OpenToAllUnlessAPage);
        app.MapPost("/language", ChooseLanguage).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/type-size", ChooseTypeSize).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-out", SignOut).AllowAnonymous().ExcludeFromDescription();
    }

    // Each page says by itself who may see it; what the framework adds beside them says nothing to anybody.
    private static void OpenToAllUnlessAPage(EndpointBuilder endpoint)
    {
        if (!endpoint.Metadata.OfType<ComponentTypeMetadata>().Any())
        {
            endpoint.Metadata.Add(new AllowAnonymousAttribute());
        }
    }

    private static IResult ChooseLanguage(HttpContext context, [FromForm] string language, [FromForm] string? next)
    {
        var culture = language.StartsWith("zh", StringComparison.Ordinal) ? "zh-Hans" : "en";
        Remember(context, "lang", CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)));
        return new SeeOther(LocalPath.Of(next) ?? "/");
    }

    private static IResult ChooseTypeSize(HttpContext context, [FromForm] string size, [FromForm] string? next)
    {
        Remember(context, TypeSize.Cookie, size == TypeSize.Large ? TypeSize.Large : TypeSize.Usual);
        return new SeeOther(LocalPath.Of(next) ?? "/");
    }

    // A choice of this browser, for a year.
    private static void Remember(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value, new CookieOptions
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", MaxAge = TimeSpan.FromDays(365), IsEssential = true,
    });

    private static async Task<IResult> SignOut(HttpContext context, IFormCollection form)
    {
        _ = form;
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);

        // Pages kept on the device for when the network is gone belong to whoever was signed in (W3C Clear Site Data).
        context.Response.Headers["Clear-Site-Data"] = "\"storage\"";
        return new SeeOther("/sign-in");
    }

    /// <summary>303: the answer to a post is another page.</summary>
    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}

/// <summary>Accounts the sign-in page offers in a demonstration; never set outside Development.</summary>
internal sealed class DemoAccounts
{
    public IList<DemoAccount> Accounts { get; } = [];
}

/// <summary>One of them.</summary>
/// <param name="Name">What to sign in with.</param>
/// <param name="Password">Its password, which is no secret in a demonstration.</param>
/// <param name="Who">Who that is and what for.</param>
internal sealed record DemoAccount(string Name, string Password, LocalText Who);
