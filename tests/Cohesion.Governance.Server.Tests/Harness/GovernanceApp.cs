using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Cohesion.Governance.Server.Tests.Harness;

/// <summary>The whole server on a database file of its own and a clock that stands until it is moved.</summary>
internal sealed class GovernanceApp : WebApplicationFactory<Program>
{
    /// <summary>Monday 2 November 2026, 09:00 in Shanghai.</summary>
    public static readonly DateTimeOffset Begin = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);

    private readonly string directory;
    private readonly bool ownsDirectory;

    // Null on SQLite.
    private readonly string? server;

    /// <summary>Where the database and the keys of this server lie.</summary>
    public string Folder => directory;

    public GovernanceApp()
    {
        (directory, ownsDirectory, Clock) = (Directory.CreateTempSubdirectory("cohesion-test-").FullName, true, new(Begin));
        if (PostgreSqlDatabase.IsChosen)
        {
            server = PostgreSqlDatabase.Create();
        }
        else
        {
            EmptyDatabase.CopyTo(Path.Combine(directory, "test.db"));
        }
    }

    /// <summary>Goes on over a copy of a folder in which a server ran before.</summary>
    public GovernanceApp(string before, string database, DateTimeOffset now)
    {
        (directory, ownsDirectory, Clock) = (Directory.CreateTempSubdirectory("cohesion-test-").FullName, true, new(now));
        foreach (var file in Directory.EnumerateFiles(before, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(directory, Path.GetRelativePath(before, file).Replace(database, "test.db", StringComparison.Ordinal));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private GovernanceApp(GovernanceApp before) =>
        (directory, server, Clock, WorkflowDirectory, Replacing, Settings) =
        (before.directory, before.server, before.Clock, before.WorkflowDirectory, before.Replacing, before.Settings);

    public FakeTimeProvider Clock { get; }

    /// <summary>Workflow files other than the product's own.</summary>
    public string? WorkflowDirectory { get; init; }

    /// <summary>Puts other services in the place of the server's own.</summary>
    public Action<IServiceCollection>? Replacing { get; init; }

    /// <summary>Settings other than the usual ones of a test.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Another server process over the same database, as after a restart. Disposed before this one.</summary>
    public GovernanceApp Restart() => new(this);

    /// <summary>A street with one council, its offices filled; see <see cref="Harness.Town"/>.</summary>
    public static async Task<(GovernanceApp App, Town Town)> StartWithTown()
    {
        var app = new GovernanceApp();
        return (app, await Town.Found(app));
    }

    /// <summary>Sends a request as a person (null: as nobody) through the whole pipeline.</summary>
    public async Task<Outcome<T>> Send<T>(Guid? person, IRequest<Outcome<T>> request, string? idempotencyKey = null)
    {
        await using var scope = Services.CreateAsyncScope();
        if (person is { } id)
        {
            scope.ServiceProvider.GetRequiredService<CurrentMember>().SignIn(id);
        }

        scope.ServiceProvider.GetRequiredService<Pipeline.IdempotencyKey>().Value = idempotencyKey;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Sends a request as the server itself, as activities and jobs do.</summary>
    public async Task<Outcome<T>> SendAsProcess<T>(IRequest<Outcome<T>> request)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsProcess();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Lets processes do all that is due by the clock.</summary>
    public async Task RunProcesses()
    {
        while (await Services.GetRequiredService<Cohesion.Governance.Server.Process.IProcessWork>().RunDue(default) > 0)
        {
            // A turn may have left more to do.
        }
    }

    /// <summary>Looks into or changes the tables directly.</summary>
    public async Task<T> Db<T>(Func<GovernanceDbContext, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<GovernanceDbContext>());
    }

    public Task Db(Func<GovernanceDbContext, Task> change) => Db<int>(async db =>
    {
        await change(db);
        return await db.SaveChangesAsync();
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Test");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Error");
        builder.UseSetting("Urls", "http://127.0.0.1:0");
        builder.UseSetting("Database:Provider", server is null ? nameof(DatabaseProvider.Sqlite) : nameof(DatabaseProvider.PostgreSql));
        builder.UseSetting("Database:Connection", server is null ? $"Data Source={Path.Combine(directory, "test.db")}" : PostgreSqlDatabase.Connection(server));
        if (WorkflowDirectory is not null)
        {
            builder.UseSetting("Workflows:Directory", WorkflowDirectory);
        }

        // Tests say themselves when processes run.
        builder.UseSetting("Processes:Relay", "false");
        builder.UseSetting("DataProtection:Keys", Path.Combine(directory, "keys"));
        builder.UseSetting("Journal:Keys", Path.Combine(directory, "journal-keys"));
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            Replacing?.Invoke(services);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (ownsDirectory)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(directory, recursive: true);
            if (server is not null)
            {
                Npgsql.NpgsqlConnection.ClearAllPools();
                PostgreSqlDatabase.Drop(server);
            }
        }
    }
}
