using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>Chooses the database by one setting and makes it ready.</summary>
internal static class PersistenceRegistration
{
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        var (provider, connection) = Chosen(configuration);
        services.AddSingleton(typeof(DatabaseProvider), provider);
        services.AddSingleton<WriteGate>();
        services.AddSingleton<AfterCommit>();
        services.AddScoped<UnitOfWork>();
        services.AddHostedService<DatabaseStart>();
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                services.AddDbContext<GovernanceDbContext, SqliteGovernanceDbContext>(
                    o => o.UseSqlite(connection).AddInterceptors(SqlitePragmas.Instance));
                break;
            case DatabaseProvider.SqlServer:
                services.AddDbContext<GovernanceDbContext, SqlServerGovernanceDbContext>(o => o.UseSqlServer(connection));
                break;
            case DatabaseProvider.PostgreSql:
                services.AddDbContext<GovernanceDbContext, PostgreSqlGovernanceDbContext>(o => o.UseNpgsql(connection));
                break;
        }

        return services;
    }

    /// <summary>The database that the settings choose.</summary>
    /// <exception cref="InvalidOperationException">The settings name none, or none there is.</exception>
    public static (DatabaseProvider Provider, string Connection) Chosen(IConfiguration configuration)
    {
        var text = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(text, ignoreCase: true, out var provider))
        {
            throw new InvalidOperationException(
                $"Database:Provider is '{text}'. It must be one of {string.Join(", ", Enum.GetNames<DatabaseProvider>())}.");
        }

        return (provider, configuration["Database:Connection"] ?? DefaultConnection(provider));
    }

    private static string DefaultConnection(DatabaseProvider provider)
    {
        if (provider != DatabaseProvider.Sqlite)
        {
            throw new InvalidOperationException($"Database:Connection must be set for {provider}.");
        }

        return new SqliteConnectionStringBuilder { DataSource = Path.Combine(DataDirectory(), "governance.db") }.ToString();
    }

    private static string DataDirectory()
    {
        var directory = Path.Combine(Directory.GetCurrentDirectory(), "data");
        Directory.CreateDirectory(directory);
        return directory;
    }
}
