using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>Tells a lost race from a fault, for each database.</summary>
internal static class Conflicts
{
    public static bool IsConflict(DbUpdateException exception) =>
        exception is DbUpdateConcurrencyException || exception.InnerException switch
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
