using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Features.Photographs;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.Extensions.Primitives;

namespace Cohesion.Governance.Server.Web.Forms;

/// <summary>Takes photographs sent with a form: a field <c>photographs[0].content@photo</c> fills <c>photographs[0].content</c> with what is kept of the file, drawn anew,
/// in base64. The file as it was sent goes no further than this.</summary>
internal static class PhotographFields
{
    /// <summary>How the name of a file input ends.</summary>
    public const string Suffix = "@photo";

    /// <summary>Puts the photographs among the fields.</summary>
    /// <returns>A refusal that names each file that is no photograph; null where all are.</returns>
    public static async Task<Refusal?> Fill(
        Dictionary<string, StringValues> fields, IFormFileCollection files, PhotographStudio studio, Language language, CancellationToken ct)
    {
        var errors = new List<FieldError>();
        foreach (var file in files.Where(f => f.Length > 0 && f.Name.EndsWith(Suffix, StringComparison.Ordinal)))
        {
            var name = file.Name[..^Suffix.Length];
            if (file.Length > PhotographStudio.MostBytes)
            {
                errors.Add(new FieldError(name, PhotographTrouble.TooLarge.In(language)));
                continue;
            }

            using var memory = new MemoryStream((int)file.Length);
            await file.CopyToAsync(memory, ct);
            var (base64, trouble) = await studio.Develop(memory.GetBuffer().AsMemory(0, (int)memory.Length), ct);
            if (base64 is null)
            {
                errors.Add(new FieldError(name, trouble!.In(language)));
                continue;
            }

            fields[name] = base64;
        }

        return errors.Count > 0 ? new InvalidRequest(errors) : null;
    }
}
