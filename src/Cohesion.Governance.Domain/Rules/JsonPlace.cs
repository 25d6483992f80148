using System.Text.Json;

namespace Cohesion.Governance.Domain.Rules;

/// <summary>A JSON value that knows its file and path, so that whatever is wrong with it can be said precisely.</summary>
internal readonly struct JsonPlace(string file, string path, JsonElement element)
{
    public string Path { get; } = path;

    public string File { get; } = file;

    public JsonElement Element { get; } = element;

    public JsonValueKind Kind => Element.ValueKind;

    /// <summary>Reads a document; its elements outlive the parsing.</summary>
    public static JsonPlace Parse(string json, string fileName)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Skip });
            return new JsonPlace(fileName, "$", document.RootElement.Clone());
        }
        catch (JsonException fault)
        {
            throw new RuleFormatException(fileName, fault.Path is { Length: > 0 } at ? at : "$",
                $"not valid JSON (line {fault.LineNumber + 1}): {fault.Message}", $"不是合法的 JSON（第 {fault.LineNumber + 1} 行）");
        }
    }

    public RuleFormatException Fault(string english, string chinese) => new(File, Path, english, chinese);

    public JsonPlace At(string property) => new(File, $"{Path}.{property}", Element.GetProperty(property));

    public JsonPlace? Find(string property)
        => Element.TryGetProperty(property, out var value) && value.ValueKind != JsonValueKind.Null
            ? new JsonPlace(File, $"{Path}.{property}", value) : null;

    public JsonPlace Need(string property)
        => Find(property) ?? throw Fault($"lacks '{property}'", $"缺少“{property}”");

    public JsonPlace AsObject()
        => Kind == JsonValueKind.Object ? this : throw Fault($"is {Name(Kind)} where an object is expected", "此处应为对象");

    /// <summary>The object, after making sure that it says nothing the reader would silently ignore.</summary>
    public JsonPlace AsObject(params ReadOnlySpan<string> known)
    {
        AsObject();
        foreach (var property in Element.EnumerateObject())
        {
            if (!known.Contains(property.Name))
                throw new JsonPlace(File, $"{Path}.{property.Name}", property.Value).Fault(
                    $"unknown property '{property.Name}'; known here are {string.Join(", ", known.ToArray())}",
                    $"不认识的属性“{property.Name}”；此处可用：{string.Join("、", known.ToArray())}");
        }

        return this;
    }

    public IReadOnlyList<JsonPlace> Items()
    {
        if (Kind != JsonValueKind.Array)
            throw Fault($"is {Name(Kind)} where a list is expected", "此处应为列表");
        var (file, path) = (File, Path);
        return [.. Element.EnumerateArray().Select((item, index) => new JsonPlace(file, $"{path}[{index}]", item))];
    }

    public IEnumerable<(string Name, JsonPlace Value)> Properties()
    {
        var (file, path) = (File, Path);
        return AsObject().Element.EnumerateObject().Select(property => (property.Name, new JsonPlace(file, $"{path}.{property.Name}", property.Value)));
    }

    public string Text()
    {
        if (Kind != JsonValueKind.String)
            throw Fault($"is {Name(Kind)} where a text is expected", "此处应为文字");
        var text = Element.GetString()!;
        return string.IsNullOrWhiteSpace(text) ? throw Fault("is empty", "内容为空") : text;
    }

    /// <summary>A text, or one in each language.</summary>
    public LocalText Words()
    {
        if (Kind == JsonValueKind.String)
            return LocalText.Same(Text());
        AsObject("en", "zh");
        return new LocalText(Need("en").Text(), Need("zh").Text());
    }

    public bool Flag() => Kind is JsonValueKind.True or JsonValueKind.False
        ? Element.GetBoolean() : throw Fault($"is {Name(Kind)} where true or false is expected", "此处应为 true 或 false");

    /// <summary>A number, exactly as its digits say; also a text such as "2/3".</summary>
    public Rational Number()
    {
        var text = Kind == JsonValueKind.Number ? Element.GetRawText() : Kind == JsonValueKind.String ? Element.GetString() : null;
        return Rational.TryParse(text, out var value) ? value
            : throw Fault($"{(text is null ? Name(Kind) : $"'{text}'")} is not a number", "此处应为数字");
    }

    /// <summary>A weight or a count: a number that is not negative.</summary>
    public Rational Weight()
    {
        var value = Number();
        return value.Sign >= 0 ? value : throw Fault($"{value} is negative; a weight is zero or more", $"{value} 为负数；权重不能小于零");
    }

    public T Word<T>(string what, string whatInChinese)
        where T : struct, Enum
    {
        var word = Text();
        return RuleWords.TryWord<T>(word, out var value) ? value
            : throw Fault($"'{word}' is not {what}; known are {RuleWords.AllWords<T>()}", $"“{word}”不是{whatInChinese}；可用：{RuleWords.AllWords<T>()}");
    }

    public IsoPeriod Period()
    {
        var text = Text();
        return IsoPeriod.TryParse(text)
            ?? throw Fault($"'{text}' is not a positive ISO 8601 period such as P7D or PT30M", $"“{text}”不是 ISO 8601 时段，例如 P7D、PT30M");
    }

    /// <summary>A list of different, non-empty texts.</summary>
    public IReadOnlyList<string> Names()
    {
        var names = new List<string>();
        foreach (var item in Items())
        {
            var name = item.Text();
            if (names.Contains(name))
                throw item.Fault($"'{name}' is listed twice", $"“{name}”重复");
            names.Add(name);
        }

        return names;
    }

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
