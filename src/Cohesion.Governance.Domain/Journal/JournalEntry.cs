using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cohesion.Governance.Domain.Journal;

/// <summary>One accepted command in the journal of a council, chained to the entry before by its hash.</summary>
public sealed class JournalEntry
{
    /// <summary>The hash before the first entry: 64 zeros.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    public required Guid CouncilId { get; init; }

    /// <summary>1, 2, 3 … within the council, without gaps.</summary>
    public required long Sequence { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; null when the server did, in the course of a process.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The command's name.</summary>
    public required string Command { get; init; }

    /// <summary>What it was about, as an id.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>The command as JSON, without what is marked as not for the journal.</summary>
    public required string Content { get; init; }
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over all the other fields, lower-case hexadecimal (FIPS 180-4).</summary>
    public required string Hash { get; init; }

    /// <summary>The hash this entry should have. Fields are joined by U+001F, which JSON never contains unescaped.</summary>
    public string ComputeHash() => HashOf(CouncilId, Sequence, At, PersonId, Command, SubjectId, Content, PreviousHash);

    /// <summary>An entry following <paramref name="previousHash"/>, with its hash.</summary>
    public static JournalEntry Create(
        Guid councilId, long sequence, DateTimeOffset at, Guid? personId, string command, Guid subjectId, string content, string previousHash) => new()
    {
        CouncilId = councilId,
        Sequence = sequence,
        At = at,
        PersonId = personId,
        Command = command,
        SubjectId = subjectId,
        Content = content,
        PreviousHash = previousHash,
        Hash = HashOf(councilId, sequence, at, personId, command, subjectId, content, previousHash),
    };

    private static string HashOf(
        Guid councilId, long sequence, DateTimeOffset at, Guid? personId, string command, Guid subjectId, string content, string previousHash)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{councilId:D}\u001f{sequence}\u001f{at.UtcTicks}\u001f{personId:D}\u001f{command}\u001f{subjectId:D}\u001f{content}\u001f{previousHash}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
