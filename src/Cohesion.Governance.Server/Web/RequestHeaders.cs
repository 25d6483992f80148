using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.AspNetCore.Localization;

namespace Cohesion.Governance.Server.Web;

/// <summary>What every request may carry in its headers: a language and an idempotency key.</summary>
internal static class RequestHeaders
{
    public static IApplicationBuilder UseReaderLanguage(this IApplicationBuilder app)
    {
        CultureInfo[] cultures = [new("en"), new("zh-Hans"), new("zh-CN"), new("zh")];
        return app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture("en"),
            SupportedCultures = cultures,
            SupportedUICultures = cultures,
            RequestCultureProviders =
            [
                new QueryStringRequestCultureProvider { QueryStringKey = "lang", UIQueryStringKey = "lang" },
                new CookieRequestCultureProvider { CookieName = "lang" },
                new AcceptLanguageHeaderRequestCultureProvider(),
            ],
        });
    }

    public static IApplicationBuilder UseIdempotencyKey(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.Headers.TryGetValue("Idempotency-Key", out var header))
        {
            var value = header.ToString();
            if (value.Length is 0 or > IdempotencyKey.MaxLength)
            {
                await Problems.Of(new IdempotencyKeyMalformed(), context).ExecuteAsync(context);
                return;
            }

            context.RequestServices.GetRequiredService<IdempotencyKey>().Value = value;
        }

        await next(context);
    });
}

/// <summary>The Idempotency-Key header is empty or too long.</summary>
internal sealed record IdempotencyKeyMalformed : Refusal
{
    public override LocalText Message => new(
        $"The Idempotency-Key header must have 1 to {IdempotencyKey.MaxLength} characters.",
        $"Idempotency-Key 请求头须为 1 至 {IdempotencyKey.MaxLength} 个字符。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}
