using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>Tells a lost race from a fault, for each database.</summary>
internal static class Conflicts
{
    // PostgreSQL's provider wraps what might succeed if tried again, a deadlock among it, to recommend a strategy of its own.
    public static bool IsConflict(Exception fault) => fault switch
    {
        InvalidOperationException { InnerException: (DbUpdateException or PostgresException) and var inner } => IsConflict(inner),
        DbUpdateConcurrencyException => true,
        DbUpdateException refused => IsLostRace(refused.InnerException),
        PostgresException bare => IsLostRace(bare),
        _ => false,
    };

    private static bool IsLostRace(Exception? refused) => refused switch
    {
        // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE, https://www.sqlite.org/rescode.html
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 1555 or 2067,

        // Duplicate key in an index or constraint; chosen as deadlock victim.
        SqlException sql => sql.Number is 2601 or 2627 or 1205,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation
            or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        _ => false,
    };
}
