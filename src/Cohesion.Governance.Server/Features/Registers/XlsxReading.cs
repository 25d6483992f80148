using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Cohesion.Governance.Domain;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Cohesion.Governance.Server.Features.Registers;

/// <summary>Reads the first sheet of a workbook (Office Open XML, ECMA-376) cell by cell, as the text that stands in the file: no number goes through floating point.</summary>
internal static class XlsxReading
{
    /// <summary>Digits that spreadsheets keep of a number; what they write beyond is noise of the binary form.</summary>
    private const int SignificantDigits = 15;

    public static Outcome<IReadOnlyList<SheetRow>> Read(byte[] file)
    {
        try
        {
            using var stream = new MemoryStream(file, writable: false);
            if (IsBomb(stream))
            {
                return new RegisterFileTooLarge();
            }

            using var workbook = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = SheetLimits.PartBytes });
            return FirstSheet(workbook) is { } sheet
                ? Rows(sheet, SharedStrings(workbook))
                : new RegisterFileNotReadable(RegisterFileNotReadable.NoTable);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or OpenXmlPackageException or FileFormatException or XmlException or EndOfStreamException
            or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException or UriFormatException or IOException or NotSupportedException)
        {
            return new RegisterFileNotReadable(RegisterFileNotReadable.Damaged);
        }
    }

    // By unpacking, not by what the directory claims: whoever makes a bomb writes the directory too.
    private static bool IsBomb(MemoryStream stream)
    {
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (archive.Entries.Count > SheetLimits.Parts)
            {
                return true;
            }

            var buffer = new byte[81_920];
            var all = 0L;
            foreach (var entry in archive.Entries)
            {
                using var content = entry.Open();
                var part = 0L;
                int count;
                while ((count = content.Read(buffer)) > 0)
                {
                    part += count;
                    all += count;
                    if (part > SheetLimits.PartBytes || all > SheetLimits.UnpackedBytes)
                    {
                        return true;
                    }
                }
            }
        }

        stream.Position = 0;
        return false;
    }

    private static WorksheetPart? FirstSheet(SpreadsheetDocument workbook) =>
        workbook.WorkbookPart is { Workbook.Sheets: { } sheets } book
        && sheets.Elements<Sheet>().FirstOrDefault(s => s.State is null || s.State.Value == SheetStateValues.Visible) is { Id.Value: { } id }
            ? book.GetPartById(id) as WorksheetPart
            : null;

    private static List<string> SharedStrings(SpreadsheetDocument workbook)
    {
        var strings = new List<string>();
        if (workbook.WorkbookPart?.SharedStringTablePart is { } part)
        {
            using var reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem) && reader.LoadCurrentElement() is { } item)
                {
                    strings.Add(TextOf(item));
                }
            }
        }

        return strings;
    }

    private static Outcome<IReadOnlyList<SheetRow>> Rows(WorksheetPart sheet, List<string> strings)
    {
        var rows = new List<SheetRow>();
        var last = 0;
        using var reader = OpenXmlReader.Create(sheet);
        while (reader.Read())
        {
            if (!reader.IsStartElement || reader.ElementType != typeof(Row) || reader.LoadCurrentElement() is not Row row)
            {
                continue;
            }

            // Both numbers may be left out and then count on from the one before.
            last = (int)(row.RowIndex?.Value ?? (uint)last + 1);
            var cells = new List<string>();
            foreach (var cell in row.Elements<Cell>())
            {
                var column = ColumnOf(cell.CellReference?.Value) ?? cells.Count;
                var value = Value(cell, strings);
                if (column >= SheetLimits.Columns)
                {
                    if (value.Length > 0)
                    {
                        return new RegisterFileTooLarge();
                    }

                    continue;
                }

                cells.AddRange(Enumerable.Repeat(string.Empty, Math.Max(0, column + 1 - cells.Count)));
                cells[column] = value;
            }

            // Sheets often carry thousands of empty rows that were only formatted.
            if (cells.Exists(c => !string.IsNullOrWhiteSpace(c)))
            {
                if (rows.Count > SheetLimits.Rows)
                {
                    return new RegisterFileTooLarge();
                }

                rows.Add(new SheetRow(last, cells));
            }
        }

        return rows;
    }

    private static string Value(Cell cell, List<string> strings)
    {
        var text = cell.CellValue?.Text ?? string.Empty;
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString)
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count
                ? strings[index]
                : throw new InvalidDataException("A cell names a text that is not there.");
        }

        if (type == CellValues.InlineString)
        {
            return cell.InlineString is { } inline ? TextOf(inline) : string.Empty;
        }

        return type is null || type == CellValues.Number ? Number(text) : text;
    }

    // What is pronounced above a text (phonetic runs) is no part of it.
    private static string TextOf(OpenXmlElement item) => string.Concat(item.ChildElements.Select(child => child switch
    {
        Text text => text.Text,
        Run run => run.Text?.Text,
        _ => null,
    }));

    private static string Number(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return text;
        }

        var whole = decimal.Truncate(Math.Abs(value)).ToString(CultureInfo.InvariantCulture).TrimStart('0').Length;
        return decimal.Round(value, Math.Clamp(SignificantDigits - whole, 0, 28), MidpointRounding.ToEven).ToString("0.############################", CultureInfo.InvariantCulture);
    }

    /// <summary>The column of <c>C7</c>, from 0.</summary>
    private static int? ColumnOf(string? reference)
    {
        if (reference is null)
        {
            return null;
        }

        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter))
        {
            column = Math.Min((column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1), 1_000_000);
        }

        return column - 1;
    }
}
