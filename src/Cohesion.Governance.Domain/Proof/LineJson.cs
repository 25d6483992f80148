using System.Text;
using System.Text.Json;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Reads one JSON value of an export, field by field in the order of the format. Fields that are unknown, missing, doubled or out of their order are
/// refused with their place.</summary>
internal ref partial struct LineJson
{
    private readonly ReadOnlySpan<byte> text;
    private readonly long line;
    private readonly ReadOnlySpan<char> place;
    private readonly long item;
    private ReadOnlySpan<byte> field;

    // A line is read plainly as far as that goes, which is nearly always to its end; from the first token that is not plain on, by the general reader.
    private PlainJson plain;
    private Utf8JsonReader reader;
    private bool isGeneral;

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
        plain = new PlainJson(text);
    }

    public JsonTokenType Token
    {
        get
        {
            if (plain.Next is { } next)
            {
                return next;
            }

            ReadOn();
            return reader.TokenType;
        }
    }

    public void BeginObject()
    {
        if (plain.BeginObject())
        {
            field = default;
            return;
        }

        Enter(JsonTokenType.StartObject, "an object", "对象");
    }

    public void EndObject()
    {
        if (plain.EndObject())
        {
            field = default;
            return;
        }

        ReadOn();
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            throw Misplaced(null);
        }

        Enter(JsonTokenType.EndObject, "the end of the object", "对象结束");
    }

    public void BeginList()
    {
        if (plain.BeginList())
        {
            field = default;
            return;
        }

        Enter(JsonTokenType.StartArray, "a list", "列表");
    }

    public void EndList()
    {
        if (plain.EndList())
        {
            field = default;
            return;
        }

        Enter(JsonTokenType.EndArray, "the end of the list", "列表结束");
    }

    /// <summary>That nothing follows the value.</summary>
    public void End()
    {
        if (!isGeneral && plain.IsAtEnd)
        {
            return;
        }

        ReadOn();
        if (reader.BytesConsumed != text.Length)
        {
            throw Fault(new("Something follows where nothing may.", "此处有多余内容。"));
        }
    }

    /// <summary>The field that comes next.</summary>
    public void Field(ReadOnlySpan<byte> name)
    {
        if (plain.Field(name))
        {
            field = name;
            return;
        }

        ReadOn();
        if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals(name))
        {
            throw Misplaced(Encoding.UTF8.GetString(name));
        }

        field = name;
        Advance();
    }

    public ExportFormatException Expected(string what, string whatInChinese) =>
        Fault(new($"There should be {what} here.", $"此处应为{whatInChinese}。"));

    /// <summary>What is wrong at the field last read; that what follows it is no JSON at all is said first.</summary>
    public ExportFormatException Fault(LocalText reason)
    {
        ReadOn();
        return new(line, Path(), reason);
    }

    private void Enter(JsonTokenType token, string what, string whatInChinese)
    {
        ReadOn();
        if (reader.TokenType != token)
        {
            throw Expected(what, whatInChinese);
        }

        field = default;
        Advance();
    }

    // From here on the general reader reads, which first passes over what was read plainly.
    private void ReadOn()
    {
        if (isGeneral)
        {
            return;
        }

        isGeneral = true;
        reader = new Utf8JsonReader(text);
        for (var token = 0; token <= plain.Taken; token++)
        {
            Advance();
        }

        plain.Stop();
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

    private ExportFormatException Misplaced(string? wanted)
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
