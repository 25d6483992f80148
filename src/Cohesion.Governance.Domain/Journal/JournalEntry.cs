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

    /// <summary>SHA-256 over the digests of the rows the command left behind (<see cref="JournalRows"/>); null where it left none.</summary>
    public string? RowsHash { get; init; }
    public required string PreviousHash { get; init; }

    /// <summary>The chain: SHA-256 over the previous hash and this entry's digest, lower-case hexadecimal (FIPS 180-4).</summary>
    public required string Hash { get; init; }

    /// <summary>What this entry says, without its place in the chain: SHA-256 over its fields, joined by U+001F, which JSON never contains unescaped.</summary>
    public byte[] Digest()
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{CouncilId:D}\u001f{Sequence}\u001f{At.UtcTicks}\u001f{PersonId:D}\u001f{Command}\u001f{SubjectId:D}\u001f{Content}\u001f{RowsHash}");
        return SHA256.HashData(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The hash this entry should have.</summary>
    public string ComputeHash() => JournalChain.Next(PreviousHash, Digest());

    /// <summary>An entry following <paramref name="previousHash"/>, with its hash.</summary>
    public static JournalEntry Create(
        Guid councilId, long sequence, DateTimeOffset at, Guid? personId, string command, Guid subjectId, string content, string? rowsHash, string previousHash)
    {
        JournalEntry With(string hash) => new()
        {
            CouncilId = councilId,
            Sequence = sequence,
            At = at,
            PersonId = personId,
            Command = command,
            SubjectId = subjectId,
            Content = content,
            RowsHash = rowsHash,
            PreviousHash = previousHash,
            Hash = hash,
        };
        return With(With(string.Empty).ComputeHash());
    }
}

/// <summary>How journal entries are chained. An entry's content can be left out and only its digest shown: the chain is checked all the same.</summary>
public static class JournalChain
{
    /// <summary>SHA-256(previous ‖ digest), both as 32 bytes.</summary>
    /// <param name="previous">The hash before, 64 hexadecimal digits.</param>
    /// <param name="digest">The entry's digest, 32 bytes.</param>
    /// <exception cref="FormatException">The hash before is not hexadecimal.</exception>
    public static string Next(string previous, ReadOnlySpan<byte> digest)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (previous.Length != 2 * hash.Length)
        {
            throw new FormatException($"'{previous}' is not a hash of 64 hexadecimal digits.");
        }

        Convert.FromHexString(previous, hash, out _, out _);
        Next(hash, digest, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>SHA-256(previous ‖ digest) into <paramref name="hash"/>, which may be <paramref name="previous"/>.</summary>
    public static void Next(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> digest, Span<byte> hash)
    {
        Span<byte> bytes = stackalloc byte[2 * SHA256.HashSizeInBytes];
        previous.CopyTo(bytes);
        digest.CopyTo(bytes[SHA256.HashSizeInBytes..]);
        Proof.ShortHash.Of(bytes, hash);
    }
}
