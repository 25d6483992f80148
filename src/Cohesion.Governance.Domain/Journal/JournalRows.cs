using System.Security.Cryptography;
using System.Text;

namespace Cohesion.Governance.Domain.Journal;

/// <summary>What a command left in the tables: a digest for each row it inserted, changed or deleted, bound to its journal entry by their hash.</summary>
/// <remarks>Apart from the entry, so that who reads journals does not carry them along; in pieces, so that nobody has to hold a million of them at once.</remarks>
public sealed class JournalRows
{
    public required Guid CouncilId { get; init; }

    /// <summary>The entry's number.</summary>
    public required long Sequence { get; init; }

    /// <summary>Which part of the entry's lines, from 0; most entries have one.</summary>
    public int Piece { get; init; }

    /// <summary>A line a row, each ended by a line feed: table, key and digest with tabs between; the digest of a deleted row is a dash.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 over the text in UTF-8, lower-case hexadecimal; of an entry with several pieces the text is theirs one after the other.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The rows in the order in which they are written down: of table and key.</summary>
    public static IEnumerable<RowDigest> InOrder(IEnumerable<RowDigest> rows) =>
        rows.OrderBy(r => r.Table, StringComparer.Ordinal).ThenBy(r => r.Key, StringComparer.Ordinal);

    /// <summary>The text for these rows, in the order of table and key.</summary>
    public static string TextOf(IEnumerable<RowDigest> rows)
    {
        var text = new StringBuilder();
        foreach (var row in InOrder(rows))
        {
            text.Append(row.Table).Append('\t').Append(row.Key).Append('\t').Append(row.Digest ?? "-").Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The rows of a text; lines of another form are left out, as the hash has told already that the text was touched.</summary>
    public static IEnumerable<RowDigest> Read(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('\t') is [var table, var key, var digest])
            {
                yield return new RowDigest(table, key, digest == "-" ? null : digest);
            }
        }
    }
}

/// <summary>A row as a command left it.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Key">Its primary key as text, the parts joined by a slash.</param>
/// <param name="Digest">SHA-256 over the canonical row, lower-case hexadecimal; null where it was deleted.</param>
public sealed record RowDigest(string Table, string Key, string? Digest);
