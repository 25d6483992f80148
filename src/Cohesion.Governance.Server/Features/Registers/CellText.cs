using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Cohesion.Governance.Domain.Councils;

namespace Cohesion.Governance.Server.Features.Registers;

/// <summary>What people type into cells: full-width and half-width, spaces anywhere, numbers with thousands separators and units.</summary>
internal static partial class CellText
{
    /// <summary>The characters a spreadsheet program takes a cell for a formula by (OWASP, CSV Injection).</summary>
    public const string FormulaStarts = "=+-@\t\r";

    // NFKC leaves the long dash and the ideographic full stop alone, which nobody types into a number.
    private static readonly string[] AreaUnits = ["m2", "平方米", "平米", "sqm"];

    /// <summary>A cell as a name: without spaces around it, and without the apostrophe our own exports put before what looks like a formula.</summary>
    public static string Name(string cell)
    {
        var name = cell.Trim();
        return name is ['\'', var next, ..] && FormulaStarts.Contains(next, StringComparison.Ordinal) ? name[1..].Trim() : name;
    }

    /// <summary>The form under which two names are the same: of one width, without capitals and spaces.</summary>
    public static string Fold(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();

    /// <summary>A column's name without the unit or explanation in brackets behind it.</summary>
    public static string Column(string text)
    {
        var folded = Fold(text);
        var bracket = folded.IndexOf('(', StringComparison.Ordinal);
        return (bracket > 0 ? folded[..bracket] : folded).Trim('*', ':');
    }

    /// <summary>A cell as a number of a measure; null where it is none.</summary>
    public static decimal? Number(string cell, Measure measure)
    {
        var text = Fold(cell);
        foreach (var unit in AreaUnits.Prepend(Fold(measure.Unit)))
        {
            if (unit.Length > 0 && text.EndsWith(unit, StringComparison.Ordinal))
            {
                text = text[..^unit.Length];
                break;
            }
        }

        return Plain().IsMatch(text) && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    // Groups of three or none: 1,23 is a decimal comma somewhere and a slip of the finger elsewhere.
    [GeneratedRegex(@"^[+-]?(\d{1,3}(,\d{3})+|\d{1,20})(\.\d{1,20})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();
}
