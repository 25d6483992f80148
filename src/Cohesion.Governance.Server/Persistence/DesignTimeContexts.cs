using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>Gives the migrations tool a context for SQLite; it reads the model and opens nothing.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteGovernanceDbContext>
{
    public SqliteGovernanceDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteGovernanceDbContext>().UseSqlite("Data Source=design-time.db").Options);
}

/// <summary>Gives the migrations tool a context for SQL Server; it reads the model and opens nothing.</summary>
internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerGovernanceDbContext>
{
    public SqlServerGovernanceDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerGovernanceDbContext>().UseSqlServer("Server=design-time").Options);
}

/// <summary>Gives the migrations tool a context for PostgreSQL; it reads the model and opens nothing.</summary>
internal sealed class PostgreSqlDesignTime : IDesignTimeDbContextFactory<PostgreSqlGovernanceDbContext>
{
    public PostgreSqlGovernanceDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlGovernanceDbContext>().UseNpgsql("Host=design-time").Options);
}
