using System.Data.Common;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Cohesion.Governance.Server.Tests.Faults;

/// <summary>Counts everything a server does to its database that could be its last, and lets it die at one of them: before a write, before a
/// commit, or after a commit and before anybody hears of it. From then on that server can do nothing more.</summary>
internal sealed class DyingDatabase
{
    private readonly Lock gate = new();
    private int? deadline;

    /// <summary>Points passed since the last <see cref="Arm"/> or <see cref="Watch"/>.</summary>
    public int Passed { get; private set; }

    public bool IsDead { get; private set; }

    /// <summary>The server dies at this point, counted from 1.</summary>
    public void Arm(int point) => (deadline, Passed, IsDead) = (point, 0, false);

    /// <summary>Only counts.</summary>
    public void Watch() => (deadline, Passed, IsDead) = (null, 0, false);

    /// <summary>Puts itself between a server and its database.</summary>
    public void Infest(IServiceCollection services) => services.ConfigureDbContext<SqliteGovernanceDbContext>(
        options => options.AddInterceptors(new Commands(this), new Transactions(this)));

    private void Point()
    {
        lock (gate)
        {
            Passed++;
            IsDead |= Passed == deadline;
        }

        Live();
    }

    private void Live()
    {
        if (IsDead)
        {
            throw new ServerDiedException();
        }
    }

    private static bool Writes(DbCommand command) =>
        command.CommandText.Contains("INSERT ", StringComparison.Ordinal)
        || command.CommandText.Contains("UPDATE ", StringComparison.Ordinal)
        || command.CommandText.Contains("DELETE ", StringComparison.Ordinal);

    private void Before(DbCommand command)
    {
        if (Writes(command))
        {
            Point();
        }
        else
        {
            Live();
        }
    }

    private sealed class Commands(DyingDatabase database) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            database.Before(command);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            database.Before(command);
            return ValueTask.FromResult(result);
        }
    }

    private sealed class Transactions(DyingDatabase database) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            database.Point();
            return ValueTask.FromResult(result);
        }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            database.Point();
            return Task.CompletedTask;
        }
    }
}

/// <summary>The server is gone; whoever asked it something hears nothing.</summary>
internal sealed class ServerDiedException() : Exception("The server died.");
