using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>New rows that go into the database past the change tracker, by one statement for each table that is put together from the model once, prepared once and
/// run for every row. For rows that nobody changes in the same work: following a row costs some twenty times what inserting it does
/// (<c>docs/decisions/0012-crowds.md</c>). They are written by the save, in its transaction.</summary>
internal sealed class RowInserts(GovernanceDbContext db) : IDisposable
{
    private readonly Dictionary<Type, List<object>> rows = [];

    // Of the connection they were prepared on, which a context may change.
    private readonly Dictionary<Type, (DbConnection On, DbCommand Command)> prepared = [];

    /// <summary>The tables that get rows.</summary>
    public IReadOnlyCollection<Type> Tables => rows.Keys;

    /// <summary>The next save writes this row.</summary>
    public void Add(object row)
    {
        if (!rows.TryGetValue(row.GetType(), out var of))
        {
            rows[row.GetType()] = of = [];
        }

        of.Add(row);
    }

    /// <summary>Nothing is to be written any more.</summary>
    public void Forget() => rows.Clear();

    /// <summary>Writes what was added.</summary>
    /// <exception cref="InvalidOperationException">No transaction has begun: some of the rows could be there without the others.</exception>
    /// <exception cref="DbUpdateException">The database refuses a row.</exception>
    public async Task Write(CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var transaction = db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("Rows past the change tracker are saved in a transaction only.");
        try
        {
            foreach (var (type, of) in rows)
            {
                await Write(InsertStatement.Of(db.Model.FindEntityType(type)!, db), type, of, transaction, ct);
            }
        }
        catch (DbException refused)
        {
            throw new DbUpdateException($"A row could not be inserted: {refused.Message}", refused);
        }

        rows.Clear();
    }

    public void Dispose()
    {
        foreach (var (_, command) in prepared.Values)
        {
            command.Dispose();
        }
    }

    private async Task Write(InsertStatement statement, Type type, List<object> of, DbTransaction transaction, CancellationToken ct)
    {
        var connection = transaction.Connection!;
        if (connection.CanCreateBatch)
        {
            // A journey to the server costs more than anything that could be saved here.
            await using var batch = connection.CreateBatch();
            batch.Transaction = transaction;
            of.ForEach(row => batch.BatchCommands.Add(statement.For(batch.CreateBatchCommand(), row)));
            await batch.ExecuteNonQueryAsync(ct);
            return;
        }

        if (!prepared.TryGetValue(type, out var made) || made.On != connection)
        {
            made.Command?.Dispose();
            made = prepared[type] = (connection, statement.On(connection));
        }

        made.Command.Transaction = transaction;
        foreach (var row in of)
        {
            statement.Fill(made.Command, row);
            await made.Command.ExecuteNonQueryAsync(ct);
        }
    }
}
