using System.Text;
using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Features.Registers;

/// <summary>Reads CSV (RFC 4180) as spreadsheets in China and elsewhere write it: UTF-8 with or without its mark, GB18030, UTF-16 with its mark; comma, semicolon or tab.</summary>
internal static class CsvReading
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    public static Outcome<IReadOnlyList<SheetRow>> Read(byte[] file)
    {
        if (Text(file) is not { } text)
        {
            return new RegisterFileNotReadable(RegisterFileNotReadable.Encoding);
        }

        if (text.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t')))
        {
            return new RegisterFileNotReadable(RegisterFileNotReadable.NoTable);
        }

        return Rows(text);
    }

    private static Outcome<IReadOnlyList<SheetRow>> Rows(string text)
    {
        var delimiter = DelimiterOf(text);
        var rows = new List<SheetRow>();
        var place = 0;
        while (place < text.Length)
        {
            if (Record(text, delimiter, ref place) is not { } cells)
            {
                return new RegisterFileNotReadable(RegisterFileNotReadable.OpenQuote(rows.Count + 1));
            }

            if (rows.Count > SheetLimits.Rows || cells.Count > SheetLimits.Columns)
            {
                return new RegisterFileTooLarge();
            }

            rows.Add(new SheetRow(rows.Count + 1, cells));
        }

        return rows;
    }

    /// <summary>The cells up to the end of the record; null where a quotation mark is opened and never closed, for all rows after it would vanish into one cell.</summary>
    private static List<string>? Record(string text, char delimiter, ref int place)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        while (true)
        {
            if (place < text.Length && text[place] == '"' && cell.Length == 0 && !Quoted(text, cell, ref place))
            {
                return null;
            }

            var end = text.AsSpan(place).IndexOfAny(delimiter, '\r', '\n');
            cell.Append(text.AsSpan(place, end < 0 ? text.Length - place : end));
            cells.Add(cell.ToString());
            cell.Clear();
            place = end < 0 ? text.Length : place + end + 1;
            if (end < 0)
            {
                return cells;
            }

            if (text[place - 1] != delimiter)
            {
                place += text[place - 1] == '\r' && place < text.Length && text[place] == '\n' ? 1 : 0;
                return cells;
            }
        }
    }

    // Within quotation marks everything is text, and a doubled one is one.
    private static bool Quoted(string text, StringBuilder cell, ref int place)
    {
        while (true)
        {
            var end = text.IndexOf('"', place + 1);
            if (end < 0)
            {
                return false;
            }

            cell.Append(text, place + 1, end - place - 1);
            place = end;
            if (end + 1 >= text.Length || text[end + 1] != '"')
            {
                place++;
                return true;
            }

            cell.Append('"');
            place++;
        }
    }

    /// <summary>The file as text; null where it is in no encoding that is known here.</summary>
    /// <remarks>Text in GB18030 is hardly ever valid UTF-8 by chance, so UTF-8 is tried first.</remarks>
    private static string? Text(byte[] file)
    {
        if (file.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            return Decoded(file.AsSpan(3), new UTF8Encoding(false, throwOnInvalidBytes: true));
        }

        if (file.AsSpan().StartsWith(Encoding.Unicode.Preamble) || file.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Decoded(file.AsSpan(2), new UnicodeEncoding(bigEndian: file[0] == 0xFE, byteOrderMark: false, throwOnInvalidBytes: true));
        }

        return Decoded(file, new UTF8Encoding(false, throwOnInvalidBytes: true))
            ?? Decoded(file, CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!);
    }

    private static string? Decoded(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // The one that divides the first lines most often; commas where none does.
    private static char DelimiterOf(string text)
    {
        var beginning = text.AsSpan(0, Math.Min(text.Length, 4000)).ToString();
        return Delimiters.MaxBy(d => beginning.Count(c => c == d));
    }
}
