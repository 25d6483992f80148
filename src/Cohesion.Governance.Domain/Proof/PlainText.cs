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

        var isNumber = true;
        int year = Digits(text[..4], ref isNumber), month = Digits(text.Slice(5, 2), ref isNumber), day = Digits(text.Slice(8, 2), ref isNumber);
        int hour = Digits(text.Slice(11, 2), ref isNumber), minute = Digits(text.Slice(14, 2), ref isNumber), second = Digits(text.Slice(17, 2), ref isNumber);
        var fraction = Digits(text.Slice(20, 7), ref isNumber);
        if (!isNumber || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time = new DateTimeOffset(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(fraction));
        return true;
    }

    private static int Digits(ReadOnlySpan<byte> text, ref bool isNumber)
    {
        var number = 0;
        foreach (var character in text)
        {
            var digit = (uint)(character - '0');
            isNumber &= digit <= 9;
            number = (number * 10) + (int)digit;
        }

        return number;
    }
}
