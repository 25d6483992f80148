using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

/// <summary>A row as anybody with the file sees it.</summary>
/// <param name="RowId">SQLite's own number of the row, by order of insertion.</param>
internal sealed record DumpedRow(string Table, long RowId, IReadOnlyDictionary<string, string> Columns);

/// <summary>Everything in a database file: every row of every table, and the raw bytes of the file and its log.</summary>
internal sealed record DatabaseDump(IReadOnlyList<DumpedRow> Rows, IReadOnlyList<byte[]> Raw)
{
    /// <summary>Copies file and log as a thief would, and reads the copy.</summary>
    public static DatabaseDump Of(string file)
    {
        var copy = Directory.CreateTempSubdirectory("cohesion-dump-").FullName;
        try
        {
            var raw = new List<byte[]>();
            foreach (var ending in new[] { string.Empty, "-wal", "-shm" })
            {
                if (File.Exists(file + ending))
                {
                    using var source = new FileStream(file + ending, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                    using var bytes = new MemoryStream();
                    source.CopyTo(bytes);
                    File.WriteAllBytes(Path.Combine(copy, "test.db" + ending), bytes.ToArray());
                    raw.Add(bytes.ToArray());
                }
            }

            return new(Read(Path.Combine(copy, "test.db")), raw);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static List<DumpedRow> Read(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        var tables = new List<string>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name FROM sqlite_schema WHERE type = 'table'";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var rows = new List<DumpedRow>();
        foreach (var table in tables)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT rowid, * FROM \"{table}\" ORDER BY rowid";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var columns = new Dictionary<string, string>(StringComparer.Ordinal);
                for (var i = 1; i < reader.FieldCount; i++)
                {
                    if (!reader.IsDBNull(i))
                    {
                        columns[reader.GetName(i)] = reader.GetValue(i) is byte[] bytes
                            ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!;
                    }
                }

                rows.Add(new DumpedRow(table, reader.GetInt64(0), columns));
            }
        }

        return rows;
    }
}
