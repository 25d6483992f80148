using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Cohesion.Governance.Domain.Journal;

namespace Cohesion.Governance.Server.Features.Journal.VerifyJournal;

/// <summary>A row as the journal last knew it.</summary>
/// <param name="Digest">Its digest; null where it was deleted.</param>
/// <param name="Sequence">The entry that left it so.</param>
/// <param name="Command">That entry's command.</param>
internal readonly record struct JournalledRow(RowHash? Digest, long Sequence, string Command);

/// <summary>A row's SHA-256 in 32 bytes: there may be millions of them.</summary>
internal readonly record struct RowHash(UInt128 First, UInt128 Last)
{
    /// <summary>Reads 64 hexadecimal digits; what is none of that form is the digest of nothing.</summary>
    public static RowHash Of(string digest)
    {
        Span<byte> bytes = stackalloc byte[32];
        return Convert.FromHexString(digest, bytes, out var read, out var written) == System.Buffers.OperationStatus.Done && read == digest.Length && written == bytes.Length
            ? new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]))
            : default;
    }
}

/// <summary>Every row that a journal binds, as its last entry left it, and which of them were found. Not safe for concurrent use.</summary>
internal sealed class JournalledRows
{
    private readonly Dictionary<(string Table, string Key), (JournalledRow Row, bool IsFound)> rows = [];

    /// <summary>Takes the rows an entry left; later entries say more than earlier ones.</summary>
    public void Add(IEnumerable<RowDigest> left, JournalEntry entry)
    {
        var command = string.Intern(entry.Command);
        foreach (var row in left)
        {
            rows[(string.Intern(row.Table), row.Key)] = (new(row.Digest is { } digest ? RowHash.Of(digest) : null, entry.Sequence, command), false);
        }
    }

    /// <summary>The row as the journal knows it, and from now on as found; null where it does not know it.</summary>
    public JournalledRow? Find(string table, string key)
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrNullRef(rows, (table, key));
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref row))
        {
            return null;
        }

        row.IsFound = true;
        return row.Row;
    }

    /// <summary>Those that should be there and were not found.</summary>
    public IEnumerable<(string Table, string Key, JournalledRow Row)> Missing() =>
        rows.Where(r => r.Value is { IsFound: false, Row.Digest: not null }).Select(r => (r.Key.Table, r.Key.Key, r.Value.Row));
}
