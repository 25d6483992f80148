using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cohesion.Governance.Domain.Proof;

namespace Cohesion.Governance.Domain.Journal;

/// <summary>The signed end of a council's journal on a day (封存). Whoever rewrites the journal, down to the last hash, cannot rewrite its seals without the
/// key, nor the lines that people noted down.</summary>
public sealed class JournalSeal
{
    public required Guid CouncilId { get; init; }

    /// <summary>The day that had ended, in the council's time zone, as 2026-11-02. A seal covers all entries up to its own, so one after days of standstill
    /// covers those days as well.</summary>
    public required string Day { get; init; }

    /// <summary>The last entry sealed.</summary>
    public required long Sequence { get; init; }

    /// <summary>That entry's hash.</summary>
    public required string Hash { get; init; }
    public required DateTimeOffset SealedAt { get; init; }

    /// <summary>Which key signed (<see cref="PublicProofKey.Id"/>).</summary>
    public required string KeyId { get; init; }

    /// <summary>ES256 over <see cref="Line"/>, 128 hexadecimal digits.</summary>
    public required string Signature { get; init; }

    /// <summary>The line people can note down, print or send to each other, and what is signed.</summary>
    public string Line => LineOf(CouncilId, Day, Sequence, Hash);

    /// <summary>Whether the signature is the key's.</summary>
    public bool IsSignedBy(PublicProofKey key) =>
        key.Id == KeyId && Signature.Length == 128 && Signature.All(char.IsAsciiHexDigitLower)
        && key.Verifies(HashOf(Line), Convert.FromHexString(Signature));

    /// <summary>Seals the end of a journal.</summary>
    public static JournalSeal Create(Guid councilId, string day, long sequence, string hash, DateTimeOffset at, SigningProofKey key) => new()
    {
        CouncilId = councilId,
        Day = day,
        Sequence = sequence,
        Hash = hash,
        SealedAt = at,
        KeyId = key.Public.Id,
        Signature = Convert.ToHexStringLower(key.Sign(HashOf(LineOf(councilId, day, sequence, hash)))),
    };

    private static string LineOf(Guid councilId, string day, long sequence, string hash) =>
        string.Create(CultureInfo.InvariantCulture, $"cohesion-governance/seal/1 {councilId:D} {day} {sequence} {hash}");

    private static byte[] HashOf(string line) => SHA256.HashData(Encoding.UTF8.GetBytes(line));
}
