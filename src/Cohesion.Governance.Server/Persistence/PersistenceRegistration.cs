using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>Chooses the database by one setting and makes it ready.</summary>
internal static class PersistenceRegistration
{
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        var (provider, connection) = Chosen(configuration);
        services.AddSingleton(typeof(DatabaseProvider), provider);
        services.AddSingleton<WriteGate>();
        if (provider == DatabaseProvider.Sqlite && WriteAheadLog.Of(connection) is { } log)
        {
            services.AddSingleton<IDurableLog>(
                services => new CopiedLog(log, services.GetRequiredService<WriteGate>(), CopiedLog.Long, TimeProvider.System, services.GetRequiredService<ILogger<CopiedLog>>()));
        }

        services.AddSingleton(services => new GroupFlush(services.GetService<IDurableLog>()));
        services.AddSingleton<AfterCommit>();
        services.AddScoped<UnitOfWork>();
        services.AddScoped<ManyRows>();
        services.AddHostedService<DatabaseStart>();

        // The options are the same for every request; put together for each they cost more than the queries they are for.
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                services.AddDbContext<GovernanceDbContext, SqliteGovernanceDbContext>(
                    o => Quiet(o.UseSqlite(connection, ListsAsOne).AddInterceptors(SqlitePragmas.Instance)), optionsLifetime: ServiceLifetime.Singleton);
                break;
            case DatabaseProvider.SqlServer:
                services.AddDbContext<GovernanceDbContext, SqlServerGovernanceDbContext>(o => Quiet(o.UseSqlServer(connection, ListsAsOne)), optionsLifetime: ServiceLifetime.Singleton);
                break;
            case DatabaseProvider.PostgreSql:
                services.AddDbContext<GovernanceDbContext, PostgreSqlGovernanceDbContext>(o => Quiet(o.UseNpgsql(connection)), optionsLifetime: ServiceLifetime.Singleton);
                break;
        }

        return services;
    }

    // A list in a query is one parameter, however long. With one for each of its values a vote of a town ends at the database's limit (32,766 in SQLite, 2,100 in SQL
    // Server), and each length is a statement of its own to be prepared. PostgreSQL has arrays and needs no telling.
    private static void ListsAsOne<TBuilder, TExtension>(RelationalDbContextOptionsBuilder<TBuilder, TExtension> options)
        where TBuilder : RelationalDbContextOptionsBuilder<TBuilder, TExtension>
        where TExtension : RelationalOptionsExtension, new() => options.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

    // What cannot be saved is an exception, which whoever gives up on it logs (UnitOfWork, the faults of requests, the jobs). The context itself would log each
    // lost race as an error before it is tried again.
    private static void Quiet(DbContextOptionsBuilder options) => options.ConfigureWarnings(warnings => warnings.Log(
        (CoreEventId.SaveChangesFailed, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug)));

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
