using System.Collections.Concurrent;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Persistence;

public sealed class ConflictLogTests
{
    [Fact]
    public async Task A_lost_race_that_is_tried_again_is_no_error_in_the_log()
    {
        var log = new Kept();
        await using var app = new GovernanceApp { Replacing = services => services.AddSingleton<ILoggerProvider>(log) };
        var id = Guid.CreateVersion7(app.Clock.GetUtcNow());
        await Run(app, db => db.Streets.Add(new Street { Id = id, Name = LocalText.Same("First") }));
        log.Entries.Clear();

        var tries = 0;
        await Run(app, db => db.Streets.Add(new Street { Id = ++tries == 1 ? id : Guid.CreateVersion7(app.Clock.GetUtcNow()), Name = LocalText.Same("Second") }));

        Assert.Equal(2, tries);
        Assert.DoesNotContain(log.Entries, e => e.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task A_race_lost_for_good_and_a_real_fault_are_errors_once()
    {
        var log = new Kept();
        await using var app = new GovernanceApp { Replacing = services => services.AddSingleton<ILoggerProvider>(log) };
        var id = Guid.CreateVersion7(app.Clock.GetUtcNow());
        await Run(app, db => db.Streets.Add(new Street { Id = id, Name = LocalText.Same("First") }));
        log.Entries.Clear();

        await Assert.ThrowsAsync<DbUpdateException>(() => Run(app, db => db.Streets.Add(new Street { Id = id, Name = LocalText.Same("Always") })));
        Assert.Contains("try 8 of 8", Assert.Single(log.Entries, e => e.Level >= LogLevel.Warning).Text, StringComparison.Ordinal);

        log.Entries.Clear();
        await app.Db(db => db.Database.ExecuteSqlAsync($"CREATE TRIGGER broken BEFORE INSERT ON Streets BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"));
        await Assert.ThrowsAsync<DbUpdateException>(() => Run(app, db => db.Streets.Add(new Street { Id = Guid.CreateVersion7(), Name = LocalText.Same("Never") })));
        var entry = Assert.Single(log.Entries, e => e.Level >= LogLevel.Warning);
        Assert.Contains("the disk is full", entry.Fault!.ToString(), StringComparison.Ordinal);
    }

    private static async Task Run(GovernanceApp app, Action<GovernanceDbContext> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Run(
            _ =>
            {
                work(db);
                return Task.FromResult(true);
            },
            keep => keep,
            CancellationToken.None);
    }

    private sealed class Kept : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<(LogLevel Level, string Text, Exception? Fault)> Entries { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entries.Enqueue((logLevel, formatter(state, exception), exception));

        public void Dispose()
        {
            // Nothing to let go of.
        }
    }
}
