using Microsoft.Extensions.Primitives;

namespace Cohesion.Governance.Server.Web.Forms;

/// <summary>Takes the contents of a file sent with a form: a field <c>content@file</c> fills <c>content</c> with the file in base64, and <c>fileName</c> with its name.</summary>
internal static class FileContents
{
    /// <summary>How the name of a file input ends.</summary>
    public const string Suffix = "@file";

    /// <summary>The command's property that takes the file's name.</summary>
    public const string NameField = "fileName";

    /// <summary>Longest name kept of a file; a longer one loses its beginning, not its ending.</summary>
    private const int LongestName = 200;

    /// <summary>The fields with the files among them; those given stay as they are, to be drawn again without.</summary>
    public static async Task<Dictionary<string, StringValues>> With(Dictionary<string, StringValues> fields, IFormFileCollection files, CancellationToken ct)
    {
        var filled = new Dictionary<string, StringValues>(fields, StringComparer.Ordinal);
        foreach (var empty in fields.Keys.Where(name => name.EndsWith(Suffix, StringComparison.Ordinal)))
        {
            filled.Remove(empty);
        }

        foreach (var file in files.Where(f => f.Length > 0 && f.Name.EndsWith(Suffix, StringComparison.Ordinal)))
        {
            using var memory = new MemoryStream((int)file.Length);
            await file.CopyToAsync(memory, ct);
            filled[file.Name[..^Suffix.Length]] = Convert.ToBase64String(memory.GetBuffer().AsSpan(0, (int)memory.Length));
            filled[NameField] = NameOf(file.FileName);
        }

        return filled;
    }

    // Browsers of old send the whole path.
    private static string NameOf(string sent)
    {
        var name = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        return string.Concat((name.Length > LongestName ? name[^LongestName..] : name).Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
    }
}
