using System.Globalization;

namespace Cohesion.Governance.Server.Features.Journal.VerifyJournal;

/// <summary>The line of a seal as somebody noted it down (<see cref="Domain.Journal.JournalSeal.Line"/>).</summary>
internal sealed record NotedSeal(Guid CouncilId, string Day, long Sequence, string Hash)
{
    /// <summary>Reads a line; null where it is none.</summary>
    public static NotedSeal? Read(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is ["cohesion-governance/seal/1", var council, var day, var number, var hash]
        && Guid.TryParse(council, out var id)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
        && hash.Length == 64 && hash.All(char.IsAsciiHexDigit)
            ? new(id, day, sequence, hash.ToLowerInvariant())
            : null;
}
