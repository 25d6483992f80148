using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>Makes the database ready before anything else starts.</summary>
internal sealed class DatabaseStart(IServiceScopeFactory scopes, TimeProvider clock) : IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        using (await AloneWith(db, cancellationToken))
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// On SQLite, EF guards migrations by a row that a killed process leaves behind, and every later start would wait for it for ever
    /// (https://learn.microsoft.com/ef/core/managing-schemas/migrations/applying, "SQLite locking"). The operating system's own lock on a file
    /// beside the database ends with its process: whoever has it knows that such a row is nobody's, and removes it.
    /// </summary>
    private async Task<IDisposable?> AloneWith(GovernanceDbContext db, CancellationToken ct)
    {
        if (db.Database.GetDbConnection() is not SqliteConnection { DataSource: { Length: > 0 } file } || file == ":memory:")
        {
            return null;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        while (true)
        {
            try
            {
                var alone = new FileStream(file + "-start", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, ct);
                return alone;
            }
            catch (IOException) when (File.Exists(file + "-start"))
            {
                // Another process makes the same database ready at this moment.
                await Task.Delay(Pause, clock, ct);
            }
        }
    }
}
