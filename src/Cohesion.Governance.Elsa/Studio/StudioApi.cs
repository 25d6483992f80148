using System.Security.Claims;
using System.Text.RegularExpressions;
using Cohesion.Governance.Server.Jobs;
using Elsa.Extensions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Cohesion.Governance.Elsa.Studio;

/// <summary>
/// Elsa's REST API for Elsa Studio under <c>/elsa/api</c>: for administrators who have signed in to the server, to look at everything and to edit and
/// publish definitions. What would start, wake, change or delete processes past the council's commands is not there.
/// </summary>
internal static class StudioApi
{
    public const string Path = "/elsa/api";

    /// <summary>Origins that Elsa Studio is served from, where that is not this server.</summary>
    private const string OriginsSetting = "Elsa:StudioOrigins";

    public static IServiceCollection AddStudioApi(this IServiceCollection services, IConfiguration configuration)
    {
        var origins = configuration.GetSection(OriginsSetting).Get<string[]>() ?? [];
        services.AddCors(cors => cors.AddPolicy(OriginsSetting, policy => policy.WithOrigins(origins).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders("*")));
        return services.AddSingleton<IStartupFilter, Branch>();
    }

    /// <summary>Beside the server's own pipeline, whose forms, languages and idempotency keys Elsa Studio knows nothing of.</summary>
    private sealed class Branch : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.MapWhen(
                context => context.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase),
                branch =>
                {
                    branch.UseCors(OriginsSetting);
                    branch.UseAuthentication();
                    branch.Use(AdmitAsync);
                    branch.UseRouting();
                    branch.UseAuthorization();
                    branch.UseEndpoints(endpoints => endpoints.MapWorkflowsApi(Path.TrimStart('/')));
                });
            next(app);
        };
    }

    private static async Task AdmitAsync(HttpContext context, RequestDelegate next)
    {
        if (context.User.Identity?.IsAuthenticated != true)
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "Sign in first. 请先登录。");
            return;
        }

        var authorization = context.RequestServices.GetRequiredService<IAuthorizationService>();
        if (!(await authorization.AuthorizeAsync(context.User, AdministratorCheck.Policy)).Succeeded)
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "Only an administrator may use Elsa Studio here. 只有系统管理员可以使用 Elsa Studio。");
            return;
        }

        if (!StudioRoutes.IsOpen(context.Request.Method, context.Request.Path.Value![Path.Length..]))
        {
            await RefuseAsync(
                context,
                StatusCodes.Status403Forbidden,
                "Processes are started, woken and ended by the council's commands; here they can be looked at, and definitions edited. 流程由议事会的操作启动、推进和结束；在此只能查看流程、编辑流程定义。");
            return;
        }

        // A form of another site can send a cookie, but not this content type or header without asking first.
        if (!HttpMethods.IsGet(context.Request.Method) && context.Request.HasFormContentType && !context.Request.Headers.ContainsKey("Authorization"))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "Send files with a bearer token. 上传文件请使用令牌登录。");
            return;
        }

        context.User.AddIdentity(new ClaimsIdentity([new Claim("permissions", "*")], "administrator"));
        await next(context);
    }

    private static Task RefuseAsync(HttpContext context, int status, string detail) => TypedResults
        .Problem(new ProblemDetails { Status = status, Detail = detail, Title = detail }).ExecuteAsync(context);
}

/// <summary>What of Elsa's API is open; everything else is not, also what a later Elsa adds.</summary>
internal static partial class StudioRoutes
{
    public static bool IsOpen(string method, string path) => method.ToUpperInvariant() switch
    {
        "GET" or "HEAD" or "OPTIONS" => Reading().IsMatch(path) && !Running().IsMatch(path),
        "POST" => Editing().IsMatch(path) || Asking().IsMatch(path),
        "PUT" => Importing().IsMatch(path),
        _ => false,
    };

    [GeneratedRegex("^/(workflow-definitions|workflow-instances|activity-executions|activity-execution-summaries|descriptors|features|package|bulk-actions/export)(/|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reading();

    [GeneratedRegex("/(execute|dispatch|bulk-dispatch|trigger|resume)/?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Running();

    [GeneratedRegex("^/workflow-definitions(/import|/import-files|/[^/]+/(publish|import|revert/[0-9]+))?/?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Editing();

    [GeneratedRegex("^/workflow-definitions(/[^/]+)?/import/?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Importing();

    /// <summary>Questions too long for an address.</summary>
    [GeneratedRegex("^/(workflow-instances|workflow-instances/[^/]+/(journal|export)|activity-executions/report|descriptors/activities/[^/]+/options/[^/]+|bulk-actions/export/[a-z-]+|workflow-definitions/[^/]+/export)/?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Asking();
}
