using System.Buffers;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Reads ids, hashes and times from the one form in which an export writes each.</summary>
internal static class PlainText
{
    /// <summary>Characters of an id.</summary>
    public const int IdLength = 36;

    /// <summary>Characters of a hash.</summary>
    public const int HashLength = 64;

    /// <summary>Characters of a time.</summary>
    public const int TimeLength = 28;

    /// <summary>An id as 36 characters in small letters (RFC 9562).</summary>
    public static bool TryId(ReadOnlySpan<byte> text, out Guid id)
    {
        id = default;
        Span<byte> digits = stackalloc byte[32], bytes = stackalloc byte[16];
        if (text.Length != IdLength || text[8] != (byte)'-' || text[13] != (byte)'-' || text[18] != (byte)'-' || text[23] != (byte)'-')
        {
            return false;
        }

        text[..8].CopyTo(digits);
        text.Slice(9, 4).CopyTo(digits[8..]);
        text.Slice(14, 4).CopyTo(digits[12..]);
        text.Slice(19, 4).CopyTo(digits[16..]);
        text.Slice(24, 12).CopyTo(digits[20..]);
        if (!TryHexadecimal(digits, bytes))
        {
            return false;
        }

        id = new Guid(bytes, bigEndian: true);
        return true;
    }

    /// <summary>Bytes as hexadecimal digits in small letters.</summary>
    public static bool TryHexadecimal(ReadOnlySpan<byte> digits, Span<byte> bytes) =>
        digits.Length == 2 * bytes.Length && !digits.ContainsAnyInRange((byte)'A', (byte)'F')
        && Convert.FromHexString(digits, bytes, out _, out _) == OperationStatus.Done;

    /// <summary>A time as 2026-11-02T01:00:00.0000000Z.</summary>
    public static bool TryTime(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length != TimeLength || text[4] != (byte)'-' || text[7] != (byte)'-' || text[10] != (byte)'T' || text[13] != (byte)':' || text[16] != (byte)':'
            || text[19] != (byte)'.' || text[27] != (byte)'Z')
        {
            return false;
        }

        // Negative as soon as one of the characters is no digit.
        var digits = 0;
        int year = (Two(text, 0, ref digits) * 100) + Two(text, 2, ref digits), month = Two(text, 5, ref digits), day = Two(text, 8, ref digits);
        int hour = Two(text, 11, ref digits), minute = Two(text, 14, ref digits), second = Two(text, 17, ref digits);
        var fraction = (Two(text, 20, ref digits) * 100_000) + (Two(text, 22, ref digits) * 1_000) + (Two(text, 24, ref digits) * 10) + One(text, 26, ref digits);
        if (digits < 0 || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time = new DateTimeOffset(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(fraction));
        return true;
    }

    private static int Two(ReadOnlySpan<byte> text, int at, ref int digits) => (One(text, at, ref digits) * 10) + One(text, at + 1, ref digits);

    private static int One(ReadOnlySpan<byte> text, int at, ref int digits)
    {
        var digit = text[at] - '0';
        digits |= digit | (9 - digit);
        return digit;
    }
}
