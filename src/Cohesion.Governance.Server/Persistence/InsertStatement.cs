using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>The statement that inserts a row of one table, with a parameter for each column. Its text comes from the model alone.</summary>
internal sealed class InsertStatement
{
    private static readonly ConcurrentDictionary<IEntityType, InsertStatement> Known = new();

    private readonly string text;
    private readonly (string Parameter, RelationalTypeMapping Mapping, IProperty Property)[] columns;

    private InsertStatement(IEntityType entity, ISqlGenerationHelper sql)
    {
        if (entity.GetComplexProperties().Any() || entity.GetNavigations().Any() || entity.GetProperties().Any(p => p.IsShadowProperty()))
        {
            throw new InvalidOperationException($"{entity.ClrType.Name} has columns that are not plain properties of it.");
        }

        var names = entity.GetProperties().Select((_, i) => "p" + i.ToString(CultureInfo.InvariantCulture)).ToList();
        columns = [.. entity.GetProperties().Select((p, i) => (sql.GenerateParameterName(names[i]), p.GetRelationalTypeMapping(), p))];
        text = $"INSERT INTO {sql.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema())} "
            + $"({string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.Property.GetColumnName())))}) "
            + $"VALUES ({string.Join(", ", names.Select(sql.GenerateParameterNamePlaceholder))})";
    }

    /// <summary>The statement for a table of this context's database.</summary>
    /// <exception cref="InvalidOperationException">The table has columns that are not plain properties.</exception>
    public static InsertStatement Of(IEntityType entity, DbContext db) =>
        Known.TryGetValue(entity, out var known) ? known : Known.GetOrAdd(entity, new InsertStatement(entity, db.GetService<ISqlGenerationHelper>()));

    /// <summary>A prepared command on a connection, its parameters to be filled for each row.</summary>
    public DbCommand On(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, mapping, _) in columns)
        {
            command.Parameters.Add(mapping.CreateParameter(command, name, null, nullable: true));
        }

        return command;
    }

    /// <summary>Puts a row's values into a command made by <see cref="On"/>.</summary>
    public void Fill(DbCommand command, object row)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            command.Parameters[i].Value = ValueOf(i, row);
        }
    }

    /// <summary>The statement for one row of a batch.</summary>
    public DbBatchCommand For(DbBatchCommand command, object row)
    {
        command.CommandText = text;
        for (var i = 0; i < columns.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (columns[i].Parameter, ValueOf(i, row));
            if (columns[i].Mapping.DbType is { } type)
            {
                parameter.DbType = type;
            }

            command.Parameters.Add(parameter);
        }

        return command;
    }

    private object ValueOf(int column, object row)
    {
        var (_, mapping, property) = columns[column];
        var value = property.GetGetter().GetClrValue(row);
        return (mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
    }
}
