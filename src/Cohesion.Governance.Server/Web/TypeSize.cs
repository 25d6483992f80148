namespace Cohesion.Governance.Server.Web;

/// <summary>How large this browser's user wants to read: a choice kept in a cookie, so that it holds for every page and before anybody signs in.</summary>
internal static class TypeSize
{
    public const string Cookie = "type";
    public const string Large = "large";
    public const string Usual = "usual";

    /// <summary>Whether large type was chosen.</summary>
    public static bool IsLarge(HttpContext? context) => context?.Request.Cookies[Cookie] == Large;
}
