using System.Diagnostics.CodeAnalysis;
using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cohesion.Governance.Load;

/// <summary>Writes rows by the million past the change tracker, by one prepared insert a table, and has the next entry of a council's journal bind them. Its memory does
/// not grow with the rows. For one caller.</summary>
internal sealed class TableFiller : IAsyncDisposable
{
    private readonly SqliteGovernanceDbContext db;
    private readonly Guid councilId;
    private readonly Dictionary<Type, Insert> inserts = [];
    private IDbContextTransaction? transaction;
    private int sincePour;

    private TableFiller(SqliteGovernanceDbContext db, Guid councilId) => (this.db, this.councilId) = (db, councilId);

    /// <summary>Begins a transaction on a connection of its own, with a cache that holds the indexes: ids come in no order.</summary>
    public static async Task<TableFiller> Begin(string folder, Guid councilId, CancellationToken ct)
    {
        var filler = new TableFiller(
            new(new DbContextOptionsBuilder<SqliteGovernanceDbContext>().UseSqlite($"Data Source={Path.Combine(folder, "load.db")};Pooling=False").Options), councilId);
        await filler.db.Database.OpenConnectionAsync(ct);
        await filler.db.Database.ExecuteSqlRawAsync("PRAGMA cache_size=-1000000; PRAGMA synchronous=OFF", ct);
        filler.transaction = await filler.db.Database.BeginTransactionAsync(ct);
        return filler;
    }

    /// <summary>Writes a row.</summary>
    public async Task Add<T>(T row, CancellationToken ct)
        where T : class
    {
        if (!inserts.TryGetValue(typeof(T), out var insert))
        {
            inserts[typeof(T)] = insert = new Insert(db.Model.FindEntityType(typeof(T))!, (SqliteConnection)db.Database.GetDbConnection(), (SqliteTransaction)transaction!.GetDbTransaction());
        }

        insert.Run(row);
        if (RecordTables.Find(typeof(T)) is not null)
        {
            db.Ledger.Take(RowShape.Of(insert.Entity).DigestOf(row));
            if (++sincePour == PouredRows.PieceSize)
            {
                db.Ledger.Pour(db, await Head(ct));
                await db.SaveChangesAsync(ct);
                db.ChangeTracker.Clear();
                sincePour = 0;
            }
        }
    }

    /// <summary>Writes the journal's entry over everything added, and commits.</summary>
    /// <param name="command">What the entry says was done.</param>
    /// <param name="subject">To what.</param>
    /// <param name="ct">Cancels the work.</param>
    public async Task Commit(string command, Guid subject, CancellationToken ct)
    {
        var head = await Head(ct);
        if (head.Sequence == 0)
        {
            db.JournalHeads.Add(head);
        }

        db.Ledger.Announce(new JournalDraft(head, TimeProvider.System.GetUtcNow(), null, command, subject, "{}"));
        await db.SaveChangesAsync(ct);
        await transaction!.CommitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var insert in inserts.Values)
        {
            insert.Dispose();
        }

        if (transaction is not null)
        {
            await transaction.DisposeAsync();
        }

        await db.DisposeAsync();
    }

    private async Task<JournalHead> Head(CancellationToken ct) =>
        await db.JournalHeads.FindAsync([councilId], ct) ?? new JournalHead { CouncilId = councilId, Hash = JournalEntry.Genesis };

    /// <summary>The insert of one table's rows.</summary>
    private sealed class Insert : IDisposable
    {
        private readonly SqliteCommand command;
        private readonly (SqliteParameter Parameter, IPropertyBase[] Path, ValueConverter? Converter)[] columns;

        [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "The names are those of the model; every value is a parameter.")]
        public Insert(IEntityType entity, SqliteConnection connection, SqliteTransaction transaction)
        {
            Entity = entity;
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
            command = connection.CreateCommand();
            command.Transaction = transaction;
            var properties = Flatten(entity, []).ToList();
            columns = [.. properties.Select((path, i) => (
                command.Parameters.Add(new SqliteParameter($"$p{i}", null)), path, ((IProperty)path[^1]).GetTypeMapping().Converter))];
            command.CommandText =
                $"INSERT INTO \"{table.Name}\" ({string.Join(", ", properties.Select(p => $"\"{((IProperty)p[^1]).GetColumnName(table)}\""))}) VALUES ({string.Join(", ", columns.Select(c => c.Parameter.ParameterName))})";
            command.Prepare();
        }

        public IEntityType Entity { get; }

        public void Run(object row)
        {
            foreach (var (parameter, path, converter) in columns)
            {
                object? value = row;
                foreach (var step in path)
                {
                    value = value is null ? null : step.GetGetter().GetClrValue(value);
                }

                parameter.Value = (converter is null ? value : converter.ConvertToProvider(value)) ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }

        public void Dispose() => command.Dispose();

        private static IEnumerable<IPropertyBase[]> Flatten(ITypeBase type, IPropertyBase[] path)
        {
            foreach (var property in type.GetProperties())
            {
                yield return [.. path, property];
            }

            foreach (var part in type.GetComplexProperties())
            {
                foreach (var inner in Flatten(part.ComplexType, [.. path, part]))
                {
                    yield return inner;
                }
            }
        }
    }
}
