using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Cohesion.Governance.Load;

/// <summary>The least code that keeps a ballot: one pair of rows a commit in SQLite with a write-ahead log and <c>synchronous=FULL</c>, one after another.</summary>
internal static class RawBaseline
{
    /// <summary>Commits for a while on the file system of the folder.</summary>
    /// <returns>Commits a second.</returns>
    public static double Measure(string folder, TimeSpan time)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "raw.db"), Pooling = false }.ToString());
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        Execute(connection, "CREATE TABLE Ballot (Seat BLOB PRIMARY KEY, Choice INTEGER, CastAt INTEGER); CREATE TABLE Record (Id BLOB PRIMARY KEY, Seat BLOB, Choice INTEGER, CastAt INTEGER);");
        using var ballot = connection.CreateCommand();
        ballot.CommandText = "INSERT INTO Ballot VALUES ($id, 1, $at); INSERT INTO Record VALUES ($id, $id, 1, $at);";
        var id = ballot.Parameters.Add("$id", SqliteType.Blob);
        var at = ballot.Parameters.Add("$at", SqliteType.Integer);

        var commits = 0;
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            using var transaction = connection.BeginTransaction();
            ballot.Transaction = transaction;
            (id.Value, at.Value) = (Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToByteArray(), commits);
            ballot.ExecuteNonQuery();
            transaction.Commit();
            commits++;
        }

        return commits / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Execute(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
