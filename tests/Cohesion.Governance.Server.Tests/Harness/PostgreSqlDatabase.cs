using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cohesion.Governance.Server.Tests.Harness;

/// <summary>Databases for tests on a PostgreSQL server, where <c>TEST_POSTGRESQL</c> names one by a connection string whose user may create databases
/// (<c>docs/operations.md</c>). Without it tests run on SQLite.</summary>
internal static class PostgreSqlDatabase
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("TEST_POSTGRESQL");

    // Copied for each test, as the empty file of SQLite is.
    private static readonly Lazy<string> Template = new(Make);

    public static bool IsChosen => !string.IsNullOrEmpty(Server);

    /// <summary>Makes a database with all tables and nothing in them.</summary>
    /// <returns>Its name.</returns>
    public static string Create()
    {
        var name = $"test_{Guid.CreateVersion7():N}";
        Run($"CREATE DATABASE {name} TEMPLATE {Template.Value}");
        return name;
    }

    /// <summary>The connection string for one of them.</summary>
    public static string Connection(string name) => new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20 }.ToString();

    public static void Drop(string name) => Run($"DROP DATABASE {name} WITH (FORCE)");

    private static string Make()
    {
        var name = $"template_{Environment.ProcessId}";
        Run($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        Run($"CREATE DATABASE {name}");
        var once = new NpgsqlConnectionStringBuilder(Connection(name)) { Pooling = false }.ToString();
        using var db = new PostgreSqlGovernanceDbContext(new DbContextOptionsBuilder<PostgreSqlGovernanceDbContext>().UseNpgsql(once).Options);
        db.Database.Migrate();
        return name;
    }

    // Names of databases cannot be parameters; these are made of letters, digits and underscores here.
    private static void Run(string statement)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
