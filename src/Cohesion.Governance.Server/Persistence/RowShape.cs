using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>How the rows of a table are put into canonical bytes and named. The same on every database, so that a journal outlives a move.</summary>
/// <remarks>
/// A row is its columns in the order of their names, each as <c>name ␟ length ␟ value ␞</c>, where the length is that of the value in bytes of UTF-8. What is null
/// is left out, so that rows from before a column was added keep their digests. Points in time are UTC ticks, booleans 0 or 1, ids in small letters, enumerations by name.
/// </remarks>
internal sealed class RowShape
{
    private static readonly ConcurrentDictionary<IEntityType, RowShape> Known = new();

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    private readonly (byte[] Name, IPropertyBase[] Path)[] columns;
    private readonly IProperty[] key;

    private RowShape(IEntityType entity)
    {
        var table = RecordTables.Find(entity.ClrType) ?? throw new InvalidOperationException($"{entity.ClrType.Name} is not of any council's record.");
        Table = entity.GetTableName()!;
        key = [.. entity.FindPrimaryKey()!.Properties];
        columns = [.. Flatten(entity, [], string.Empty)
            .Where(c => !table.IsVolatile(c.Name))
            .OrderBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => (Encoding.UTF8.GetBytes(c.Name + "\u001f"), c.Path))];
    }

    public string Table { get; }

    public static RowShape Of(IEntityType entity) => Known.GetOrAdd(entity, static e => new RowShape(e));

    /// <summary>The primary key as text.</summary>
    public string KeyOf(object row) => string.Join('/', key.Select(k => Text(k.GetGetter().GetClrValue(row)) ?? string.Empty));

    /// <summary>SHA-256 over the canonical row.</summary>
    public RowDigest DigestOf(object row)
    {
        var bytes = buffer ??= new ArrayBufferWriter<byte>(1024);
        bytes.ResetWrittenCount();
        foreach (var (name, path) in columns)
        {
            object? value = row;
            foreach (var step in path)
            {
                value = value is null ? null : step.GetGetter().GetClrValue(value);
            }

            if (value is not null)
            {
                Append(bytes, name, value);
            }
        }

        return new RowDigest(Table, KeyOf(row), Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan)));
    }

    public RowDigest Deleted(object row) => new(Table, KeyOf(row), null);

    private static IEnumerable<(string Name, IPropertyBase[] Path)> Flatten(ITypeBase type, IPropertyBase[] path, string prefix)
    {
        foreach (var property in type.GetProperties().Where(p => !p.IsShadowProperty()))
        {
            yield return (prefix + property.Name, [.. path, property]);
        }

        foreach (var part in type.GetComplexProperties())
        {
            foreach (var inner in Flatten(part.ComplexType, [.. path, part], prefix + part.Name + "_"))
            {
                yield return inner;
            }
        }
    }

    private static void Append(ArrayBufferWriter<byte> bytes, byte[] name, object value)
    {
        bytes.Write(name);
        Span<byte> small = stackalloc byte[40];
        if (value is Guid id && id.TryFormat(small, out var length))
        {
            bytes.Write("36\u001f"u8);
            bytes.Write(small[..length]);
        }
        else if (value is DateTimeOffset at && at.UtcTicks.TryFormat(small, out length, default, CultureInfo.InvariantCulture))
        {
            AppendLength(bytes, length);
            bytes.Write(small[..length]);
        }
        else
        {
            var text = Text(value)!;
            AppendLength(bytes, Encoding.UTF8.GetByteCount(text));
            Encoding.UTF8.GetBytes(text, bytes);
        }

        bytes.Write("\u001e"u8);
    }

    private static void AppendLength(ArrayBufferWriter<byte> bytes, int length)
    {
        length.TryFormat(bytes.GetSpan(12), out var digits, default, CultureInfo.InvariantCulture);
        bytes.Advance(digits);
        bytes.Write("\u001f"u8);
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        Guid id => id.ToString("D"),
        DateTimeOffset at => at.UtcTicks.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "1" : "0",
        int or long or short or byte => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        Enum name => name.ToString(),
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        MeasureValues => value.ToString(),
        _ => throw new InvalidOperationException($"A column of type {value.GetType().Name} has no canonical text yet."),
    };
}
