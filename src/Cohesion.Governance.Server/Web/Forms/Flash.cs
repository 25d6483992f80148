using System.Security.Cryptography;
using System.Text.Json;
using Cohesion.Governance.Domain;
using Microsoft.AspNetCore.DataProtection;

namespace Cohesion.Governance.Server.Web.Forms;

/// <summary>A sentence for the next page and that one alone: what was done. Kept in an encrypted cookie, since it may hold a receipt.</summary>
internal sealed class Flash(IDataProtectionProvider protection, IHttpContextAccessor accessor)
{
    private const string Cookie = "flash";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Cohesion.Governance.Flash").ToTimeLimitedDataProtector();

    public void Leave(LocalText text)
    {
        if (accessor.HttpContext is { } context)
        {
            context.Response.Cookies.Append(Cookie, protector.Protect(JsonSerializer.Serialize(text), Lifetime), Options(context));
        }
    }

    /// <summary>Takes the sentence; it is gone then.</summary>
    public LocalText? Take()
    {
        if (accessor.HttpContext is not { Response.HasStarted: false } context || context.Request.Cookies[Cookie] is not { Length: > 0 } value)
        {
            return null;
        }

        context.Response.Cookies.Delete(Cookie, Options(context));
        try
        {
            return JsonSerializer.Deserialize<LocalText>(protector.Unprotect(value));
        }
        catch (CryptographicException)
        {
            // Too old or not ours: there is nothing to say then.
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", MaxAge = Lifetime, IsEssential = true,
    };
}
