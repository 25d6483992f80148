using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Persistence;

public sealed class MigrationsTests
{
    public static TheoryData<string> Databases => ["Sqlite", "SqlServer", "PostgreSql"];

    private static GovernanceDbContext Context(string database) => database switch
    {
        "Sqlite" => new SqliteDesignTime().CreateDbContext([]),
        "SqlServer" => new SqlServerDesignTime().CreateDbContext([]),
        _ => new PostgreSqlDesignTime().CreateDbContext([]),
    };

    [Theory]
    [MemberData(nameof(Databases))]
    public void The_migrations_make_exactly_the_tables_of_the_model(string database)
    {
        using var db = Context(database);

        // docs/operations.md says how to make the missing migration.
        Assert.False(db.Database.HasPendingModelChanges(), $"The model has changed since the last migration for {database}.");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public void A_script_for_an_empty_database_can_be_written(string database)
    {
        using var db = Context(database);

        var script = db.GetService<IMigrator>().GenerateScript();

        Assert.Contains("ProcessInstances", script, StringComparison.Ordinal);
        Assert.Contains("BallotRecords", script, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public void Points_in_time_are_whole_numbers_on_every_database(string database)
    {
        using var db = Context(database);

        var times = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(DateTimeOffset)).ToList();

        Assert.NotEmpty(times);
        Assert.All(times, p => Assert.Equal(database == "Sqlite" ? "INTEGER" : "bigint", p.GetColumnType()));
    }
}
