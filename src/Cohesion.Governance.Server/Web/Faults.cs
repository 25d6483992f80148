using Cohesion.Governance.Domain;
using Microsoft.AspNetCore.Diagnostics;

namespace Cohesion.Governance.Server.Web;

/// <summary>What callers are told when something goes wrong that no handler answers for: never a stack trace, always a code.</summary>
internal static class Faults
{
    private static readonly LocalText ServerFault = new(
        "Something went wrong on the server. Nothing was changed; please try again, and name the trace id if it happens again.",
        "服务器出现问题，数据未作更改。请重试；如再次出现，请提供追踪编号。");

    /// <summary>Exceptions as problem details, everywhere.</summary>
    public static IApplicationBuilder UseFaults(this IApplicationBuilder app) =>
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerException });

    /// <summary>Statuses that the framework answers without a word (unknown address, wrong method) as problem details, for the API.</summary>
    public static IApplicationBuilder UseApiStatusProblems(this IApplicationBuilder app) =>
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal),
            api => api.UseStatusCodePages(context => AnswerStatus(context.HttpContext)));

    private static Task AnswerException(HttpContext context) =>
        Problems.Of(StatusCodes.Status500InternalServerError, nameof(ServerFault), ServerFault, context).ExecuteAsync(context);

    private static Task AnswerStatus(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var (code, text) = status switch
        {
            StatusCodes.Status401Unauthorized => ("SignInNeeded", new Access.SignInNeeded().Message),
            StatusCodes.Status404NotFound => ("UnknownAddress", new LocalText(
                "There is no such address in this API. All of them stand in /api-docs.", "接口中没有此地址。全部接口见 /api-docs。")),
            StatusCodes.Status405MethodNotAllowed => ("WrongMethod", new LocalText(
                "This address does not take this method; the Allow header says which it takes.", "此地址不支持该请求方法；可用的方法见 Allow 响应头。")),
            _ => ("NotPossible", new LocalText("The request cannot be answered as it was sent.", "无法按所发送的方式处理此请求。")),
        };
        return Problems.Of(status, code, text, context).ExecuteAsync(context);
    }
}
