using System.Text.Json;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Commands.Play;

/// <summary>How far a play has come, beside its database, so that one that was killed goes on where it was.</summary>
/// <param name="Step">Index of the first step that may not have been done. Steps carry idempotency keys, so doing one again changes nothing.</param>
/// <param name="Now">The play's time.</param>
/// <param name="Aliases">What has been named so far.</param>
/// <param name="Done">Whether it came to its end; the next play begins anew.</param>
internal sealed record PlayProgress(int Step, DateTimeOffset Now, IReadOnlyDictionary<string, string> Aliases, bool Done)
{
    public static PlayProgress? Load(string file) =>
        File.Exists(file) ? JsonSerializer.Deserialize<PlayProgress>(File.ReadAllText(file), Json.Options) : null;

    /// <summary>Written beside and moved over the old one: a kill leaves either the old or the new, never half.</summary>
    public void Save(string file)
    {
        var beside = file + ".new";
        using (var stream = new FileStream(beside, FileMode.Create))
        {
            JsonSerializer.Serialize(stream, this, Json.Options);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, file, overwrite: true);
    }
}
