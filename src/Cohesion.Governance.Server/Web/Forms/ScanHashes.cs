using System.Security.Cryptography;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.Extensions.Primitives;

namespace Cohesion.Governance.Server.Web.Forms;

/// <summary>Takes the SHA-256 of files sent with a form in the place of the files: a field <c>documentHash@scan</c> fills <c>documentHash</c>. The files themselves are
/// not kept.</summary>
internal static class ScanHashes
{
    /// <summary>How the name of a file input ends.</summary>
    public const string Suffix = "@scan";

    /// <summary>Most bytes of a form with its files.</summary>
    public const long MostBytes = 32 << 20;

    /// <summary>Puts the hashes among the fields.</summary>
    /// <returns>A refusal where a hash was typed that is not the file's; null otherwise.</returns>
    public static async Task<Refusal?> Fill(Dictionary<string, StringValues> fields, IFormFileCollection files, Language language, CancellationToken ct)
    {
        // A file input in which nothing was chosen is sent as an empty field.
        foreach (var empty in fields.Keys.Where(name => name.EndsWith(Suffix, StringComparison.Ordinal)).ToList())
        {
            fields.Remove(empty);
        }

        foreach (var file in files.Where(f => f.Length > 0 && f.Name.EndsWith(Suffix, StringComparison.Ordinal)))
        {
            await using var content = file.OpenReadStream();
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
            var name = file.Name[..^Suffix.Length];
            var typed = fields.TryGetValue(name, out var values) ? values.ToString().Trim() : string.Empty;
            if (typed.Length > 0 && !typed.Equals(hash, StringComparison.OrdinalIgnoreCase))
            {
                return new InvalidRequest([new FieldError(name, FormTexts.OtherScan.With(hash).In(language))]);
            }

            fields[name] = hash;
        }

        return null;
    }
}
