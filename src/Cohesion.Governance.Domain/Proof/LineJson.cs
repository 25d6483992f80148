using System.Text;
using System.Text.Json;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Reads one JSON value of an export, field by field in the order of the format. Fields that are unknown, missing, doubled or out of their order are
/// refused with their place.</summary>
internal ref struct LineJson
{
    private readonly ReadOnlySpan<byte> text;
    private readonly long line;
    private readonly ReadOnlySpan<char> place;
    private readonly long item;
    private Utf8JsonReader reader;
    private ReadOnlySpan<byte> field;

    /// <param name="text">The value.</param>
    /// <param name="line">Number of the line it stands in.</param>
    /// <param name="place">Name of the list or field it belongs to.</param>
    /// <param name="item">Its number in the list; −1 where it is no list.</param>
    public LineJson(ReadOnlySpan<byte> text, long line, ReadOnlySpan<char> place, long item = -1)
    {
        this.text = text;
        this.line = line;
        this.place = place;
        this.item = item;
        reader = new Utf8JsonReader(text);
        Advance();
    }

    public readonly JsonTokenType Token => reader.TokenType;

    public void BeginObject() => Enter(JsonTokenType.StartObject, "an object", "对象");

    public void EndObject()
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            throw Misplaced(null);
        }

        Enter(JsonTokenType.EndObject, "the end of the object", "对象结束");
    }

    public void BeginList() => Enter(JsonTokenType.StartArray, "a list", "列表");

    public void EndList() => Enter(JsonTokenType.EndArray, "the end of the list", "列表结束");

    /// <summary>That nothing follows the value.</summary>
    public void End()
    {
        if (reader.BytesConsumed != text.Length)
        {
            throw Fault(new("Something follows where nothing may.", "此处有多余内容。"));
        }
    }

    /// <summary>The field that comes next.</summary>
    public void Field(ReadOnlySpan<byte> name)
    {
        if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals(name))
        {
            throw Misplaced(Encoding.UTF8.GetString(name));
        }

        field = name;
        Advance();
    }

    public Guid Id()
    {
        // Only the form the export writes: 36 characters, small letters.
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && !reader.HasValueSequence && reader.ValueSpan.Length == 36
            && reader.ValueSpan.IndexOfAnyInRange((byte)'A', (byte)'F') < 0 && reader.TryGetGuid(out var id))
        {
            Advance();
            return id;
        }

        throw Expected("an id such as 0193a0c2-… in small letters", "小写的编号");
    }

    public Guid? IdOrNull() => IsNull() ? null : Id();

    public string String()
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw Expected("a text", "文字");
        }

        try
        {
            var value = reader.GetString()!;
            Advance();
            return value;
        }
        catch (InvalidOperationException)
        {
            throw Expected("a text in UTF-8", "UTF-8 文字");
        }
    }

    public string? StringOrNull() => IsNull() ? null : String();

    /// <summary>Passes over a null.</summary>
    public void Null()
    {
        if (!IsNull())
        {
            throw Expected("null", " null");
        }
    }

    /// <summary>Passes over a text without keeping it.</summary>
    public void SkipString(bool orNull = false)
    {
        if (reader.TokenType != JsonTokenType.String && !(orNull && reader.TokenType == JsonTokenType.Null))
        {
            throw Expected("a text", "文字");
        }

        Advance();
    }

    public LocalText BothLanguages()
    {
        BeginObject();
        Field("en"u8);
        var english = String();
        Field("zh"u8);
        var chinese = String();
        EndObject();
        return new(english, chinese);
    }

    /// <summary>A word of the format, to be compared at once.</summary>
    public ReadOnlySpan<byte> Word()
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped)
        {
            throw Expected("a word", "关键词");
        }

        var word = reader.ValueSpan;
        Advance();
        return word;
    }

    /// <summary>32 bytes as 64 hexadecimal digits in small letters.</summary>
    public void Hash(scoped Span<byte> hash)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped || reader.ValueSpan.Length != 64
            || reader.ValueSpan.IndexOfAnyInRange((byte)'A', (byte)'F') >= 0
            || Convert.FromHexString(reader.ValueSpan, hash, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            throw Expected("a hash of 64 hexadecimal digits in small letters", "64 位小写十六进制散列值");
        }

        Advance();
    }

    public string HashText()
    {
        Span<byte> hash = stackalloc byte[32];
        Hash(hash);
        return Convert.ToHexStringLower(hash);
    }

    public string? HashTextOrNull() => IsNull() ? null : HashText();

    public byte[] Base64()
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out var bytes))
        {
            Advance();
            return bytes;
        }

        throw Expected("bytes in Base64", "Base64 数据");
    }

    public long Number()
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value))
        {
            Advance();
            return value;
        }

        throw Expected("a whole number", "整数");
    }

    public int SmallNumber() => Number() is >= 0 and <= int.MaxValue and var value ? (int)value : throw Expected("a number from 0", "非负整数");

    public bool Flag()
    {
        if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False))
        {
            throw Expected("true or false", "true 或 false");
        }

        var value = reader.TokenType == JsonTokenType.True;
        Advance();
        return value;
    }

    public DateTimeOffset Time()
    {
        if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length == 28 && reader.ValueSpan[27] == (byte)'Z'
            && reader.TryGetDateTime(out var time))
        {
            Advance();
            return new DateTimeOffset(time.Ticks, TimeSpan.Zero);
        }

        throw Expected("a time such as 2026-11-02T01:00:00.0000000Z", "形如 2026-11-02T01:00:00.0000000Z 的时间");
    }

    public DateTimeOffset? TimeOrNull() => IsNull() ? null : Time();

    public readonly ExportFormatException Expected(string what, string whatInChinese) =>
        Fault(new($"There should be {what} here.", $"此处应为{whatInChinese}。"));

    public readonly ExportFormatException Fault(LocalText reason) => new(line, Path(), reason);

    private bool IsNull()
    {
        if (reader.TokenType != JsonTokenType.Null)
        {
            return false;
        }

        Advance();
        return true;
    }

    private void Enter(JsonTokenType token, string what, string whatInChinese)
    {
        if (reader.TokenType != token)
        {
            throw Expected(what, whatInChinese);
        }

        field = default;
        Advance();
    }

    private void Advance()
    {
        try
        {
            reader.Read();
        }
        catch (JsonException)
        {
            throw Fault(new("This is not JSON.", "这里不是有效的 JSON。"));
        }
    }

    private readonly ExportFormatException Misplaced(string? wanted)
    {
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            return Fault(new($"The field '{wanted}' is missing.", $"缺少字段“{wanted}”。"));
        }

        var found = Encoding.UTF8.GetString(reader.ValueSpan);
        var name = Encoding.UTF8.GetBytes("\"" + found + "\":");
        return text[..(int)reader.TokenStartIndex].IndexOf(name) >= 0
            ? Fault(new($"The field '{found}' stands here twice.", $"字段“{found}”重复。"))
            : Fault(wanted is null
                ? new($"The field '{found}' is unknown.", $"字段“{found}”未知。")
                : new($"The field '{wanted}' is missing: '{found}' stands in its place, which is unknown or misplaced.", $"缺少字段“{wanted}”：此处为“{found}”，未知或位置不对。"));
    }

    private readonly string Path()
    {
        var path = item < 0 ? place.ToString() : $"{place}[{item}]";
        return field.Length == 0 ? path : $"{path}.{Encoding.UTF8.GetString(field)}";
    }
}
