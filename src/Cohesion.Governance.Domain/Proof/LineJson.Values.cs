using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Cohesion.Governance.Domain.Proof;

/// <content>The values of fields and lists.</content>
internal ref partial struct LineJson
{
    public Guid Id()
    {
        if (plain.Peek(PlainText.IdLength, out var plainly) && PlainText.TryId(plainly, out var id))
        {
            plain.Take(PlainText.IdLength);
            return id;
        }

        // Only the form the export writes: 36 characters, small letters.
        ReadOn();
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && !reader.HasValueSequence && reader.ValueSpan.Length == 36
            && reader.ValueSpan.IndexOfAnyInRange((byte)'A', (byte)'F') < 0 && reader.TryGetGuid(out id))
        {
            Advance();
            return id;
        }

        throw Expected("an id such as 0193a0c2-… in small letters", "小写的编号");
    }

    public Guid? IdOrNull() => IsNull() ? null : Id();

    public string String()
    {
        if (plain.Next == JsonTokenType.String)
        {
            var before = plain;
            if (plain.Text(out var plainly) && Utf8.IsValid(plainly))
            {
                return Encoding.UTF8.GetString(plainly);
            }

            plain = before;
        }

        ReadOn();
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
        if (plain.Text(out _) || (orNull && plain.Null()))
        {
            return;
        }

        ReadOn();
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
        if (plain.Text(out var plainly))
        {
            return plainly;
        }

        ReadOn();
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
        if (plain.Peek(PlainText.HashLength, out var plainly) && PlainText.TryHexadecimal(plainly, hash[..MerkleTree.HashBytes]))
        {
            plain.Take(PlainText.HashLength);
            return;
        }

        ReadOn();
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped || !PlainText.TryHexadecimal(reader.ValueSpan, hash[..MerkleTree.HashBytes]))
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
        ReadOn();
        if (reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out var bytes))
        {
            Advance();
            return bytes;
        }

        throw Expected("bytes in Base64", "Base64 数据");
    }

    public long Number()
    {
        if (plain.Number(out var value))
        {
            return value;
        }

        ReadOn();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out value))
        {
            Advance();
            return value;
        }

        throw Expected("a whole number", "整数");
    }

    public int SmallNumber() => Number() is >= 0 and <= int.MaxValue and var value ? (int)value : throw Expected("a number from 0", "非负整数");

    public bool Flag()
    {
        if (plain.Flag(out var value))
        {
            return value;
        }

        ReadOn();
        if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False))
        {
            throw Expected("true or false", "true 或 false");
        }

        value = reader.TokenType == JsonTokenType.True;
        Advance();
        return value;
    }

    public DateTimeOffset Time()
    {
        if (plain.Peek(PlainText.TimeLength, out var plainly) && PlainText.TryTime(plainly, out var at))
        {
            plain.Take(PlainText.TimeLength);
            return at;
        }

        ReadOn();
        if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length == 28 && reader.ValueSpan[27] == (byte)'Z'
            && reader.TryGetDateTime(out var time))
        {
            Advance();
            return new DateTimeOffset(time.Ticks, TimeSpan.Zero);
        }

        throw Expected("a time such as 2026-11-02T01:00:00.0000000Z", "形如 2026-11-02T01:00:00.0000000Z 的时间");
    }

    public DateTimeOffset? TimeOrNull() => IsNull() ? null : Time();

    private bool IsNull()
    {
        if (plain.Null())
        {
            return true;
        }

        // Where something else plainly stands, it is for the caller to read.
        if (plain.Next is not (null or JsonTokenType.Null))
        {
            return false;
        }

        ReadOn();
        if (reader.TokenType != JsonTokenType.Null)
        {
            return false;
        }

        Advance();
        return true;
    }
}
