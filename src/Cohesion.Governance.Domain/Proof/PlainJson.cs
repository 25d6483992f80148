using System.Buffers;
using System.Text.Json;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Reads JSON that is spelled as exports are written: no white space, no escapes, whole numbers. It takes a token only where it is certain of it, and
/// leaves everything else, right or wrong, to whoever can tell (<see cref="LineJson"/>).</summary>
/// <remarks>
/// Every method returns false, and has taken nothing, where the next token is not plainly what was asked for. That what follows a token may follow it shows
/// when that is read.
/// </remarks>
internal ref struct PlainJson(ReadOnlySpan<byte> text)
{
    private static readonly SearchValues<byte> EndOfText = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(control => (byte)control), (byte)'"', (byte)'\\']);

    private ReadOnlySpan<byte> rest = text;
    private bool isAfterValue;
    private bool isInList;
    private bool isValueNext = true;

    /// <summary>How many tokens were taken.</summary>
    public int Taken { get; private set; }

    /// <summary>Whether nothing is left.</summary>
    public readonly bool IsAtEnd => rest.IsEmpty && Taken > 0;

    /// <summary>What the next token is, where that is plain.</summary>
    public readonly JsonTokenType? Next
    {
        get
        {
            if (isValueNext && isAfterValue && rest is [(byte)']', ..])
            {
                return JsonTokenType.EndArray;
            }

            return !Start(out var start) ? null : rest[start] switch
            {
                (byte)'"' => JsonTokenType.String,
                (byte)'{' => JsonTokenType.StartObject,
                (byte)'[' => JsonTokenType.StartArray,
                (byte)'n' => JsonTokenType.Null,
                >= (byte)'0' and <= (byte)'9' => JsonTokenType.Number,
                (byte)']' when !isAfterValue => JsonTokenType.EndArray,
                _ => null,
            };
        }
    }

    /// <summary>Takes nothing from here on.</summary>
    public void Stop() => rest = default;

    public bool BeginObject()
    {
        if (!Start(out var start) || rest[start] != (byte)'{')
        {
            return false;
        }

        Take(start + 1, isValue: false);
        (isInList, isValueNext) = (false, false);
        return true;
    }

    public bool EndObject() => EndOf((byte)'}');

    public bool BeginList()
    {
        if (!Start(out var start) || rest[start] != (byte)'[')
        {
            return false;
        }

        Take(start + 1, isValue: false);
        (isInList, isValueNext) = (true, true);
        return true;
    }

    public bool EndList() => EndOf((byte)']');

    /// <summary>The name of a field, with its colon.</summary>
    public bool Field(ReadOnlySpan<byte> name)
    {
        var start = isAfterValue ? 1 : 0;
        var length = start + name.Length + 3;
        if (isValueNext || rest.Length <= length || (isAfterValue && rest[0] != (byte)',') || rest[start] != (byte)'"'
            || rest[length - 2] != (byte)'"' || rest[length - 1] != (byte)':' || !rest.Slice(start + 1, name.Length).SequenceEqual(name))
        {
            return false;
        }

        Take(length, isValue: false);
        isValueNext = true;
        return true;
    }

    public bool Null() => Word("null"u8);

    public bool Flag(out bool value)
    {
        value = Word("true"u8);
        return value || Word("false"u8);
    }

    /// <summary>A text without escapes, as it stands: whether it is UTF-8 is not looked at.</summary>
    public bool Text(out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!Start(out var start) || rest[start] != (byte)'"')
        {
            return false;
        }

        var inside = rest[(start + 1)..];
        var length = inside.IndexOfAny(EndOfText);
        if (length < 0 || inside[length] != (byte)'"')
        {
            return false;
        }

        value = inside[..length];
        Take(start + length + 2, isValue: true);
        return true;
    }

    /// <summary>A text of a known length, which may be anything but a quotation mark, so that it is for the caller to look at every byte.</summary>
    public readonly bool Peek(int length, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!Start(out var start) || rest.Length < start + length + 2 || rest[start] != (byte)'"' || rest[start + length + 1] != (byte)'"')
        {
            return false;
        }

        value = rest.Slice(start + 1, length);
        return true;
    }

    /// <summary>Takes the text that was looked at (<see cref="Peek"/>).</summary>
    public void Take(int length) => Take((isAfterValue ? 1 : 0) + length + 2, isValue: true);

    /// <summary>A whole number from 0 of at most 18 digits.</summary>
    public bool Number(out long value)
    {
        value = 0;
        if (!Start(out var start))
        {
            return false;
        }

        var at = start;
        for (; at < rest.Length && at - start <= 18 && (uint)(rest[at] - '0') <= 9; at++)
        {
            value = (value * 10) + (rest[at] - '0');
        }

        // What follows may belong to the number: 1.5, 1e3.
        var isEnded = at < rest.Length && rest[at] is (byte)',' or (byte)'}' or (byte)']';
        if (at == start || at - start > 18 || (rest[start] == (byte)'0' && at > start + 1) || !isEnded)
        {
            return false;
        }

        Take(at, isValue: true);
        return true;
    }

    private bool Word(ReadOnlySpan<byte> word)
    {
        if (!Start(out var start) || !rest[start..].StartsWith(word))
        {
            return false;
        }

        Take(start + word.Length, isValue: true);
        return true;
    }

    // Where a value begins, behind the comma of a list; false where there is none.
    private readonly bool Start(out int start)
    {
        start = isAfterValue ? 1 : 0;
        return isValueNext && rest.Length > start && (!isAfterValue || rest[0] == (byte)',');
    }

    private bool EndOf(byte sign)
    {
        if (rest.IsEmpty || rest[0] != sign || (sign == (byte)']' ? !isInList : isValueNext))
        {
            return false;
        }

        // Which of object and list the ended one stood in is not kept.
        isInList = false;
        Take(1, isValue: true);
        return true;
    }

    private void Take(int length, bool isValue)
    {
        rest = rest[length..];
        Taken++;
        isAfterValue = isValue;
        isValueNext = isInList;
    }
}
