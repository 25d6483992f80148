namespace Cohesion.Governance.Server.Web.Forms;

/// <summary>How inputs are named: <c>items[0].title</c> as in JSON; <c>costCents@2</c> takes <c>12.50</c> for 1250; <c>items[0].code?</c> does not by itself make
/// its row one that was filled in; names beginning with an underscore are the form's own.</summary>
internal static class FieldNames
{
    public const string Form = "_form";
    public const string From = "_from";
    public const string Next = "_next";
    public const string Key = "_key";
    public const string Zone = "_zone";

    /// <summary>The JSON name of an input.</summary>
    public static string JsonName(string inputName) => inputName.Split('@', '?')[0];

    /// <summary>Decimal places an input shifts its number by; 0 for none.</summary>
    public static int ScaleOf(string inputName) =>
        inputName.Split('@') is [_, var scale] && int.TryParse(scale, System.Globalization.CultureInfo.InvariantCulture, out var places) && places is > 0 and < 10 ? places : 0;

    /// <summary>Names never put back into a page.</summary>
    public static bool IsSecret(string inputName) => inputName is "present" or "new" || inputName.EndsWith("password", StringComparison.OrdinalIgnoreCase);
}
