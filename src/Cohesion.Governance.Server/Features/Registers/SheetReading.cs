using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Features.Registers;

/// <summary>What a file may have at most; a register of ten thousand seats stays far below.</summary>
internal static class SheetLimits
{
    /// <summary>Bytes of the file as it is sent.</summary>
    public const int FileBytes = 2 << 20;

    /// <summary>Bytes of any part of a workbook once unpacked, and of all parts together: small files that unpack to gigabytes stop here.</summary>
    public const long PartBytes = 24 << 20;
    public const long UnpackedBytes = 48 << 20;

    /// <summary>Parts of a workbook.</summary>
    public const int Parts = 200;

    public const int Rows = 10_000;
    public const int Columns = 100;

    /// <summary>Characters of a cell that are kept, to be shown in an error; no column takes as many.</summary>
    public const int CellLength = 1000;
}

/// <summary>A row of a table.</summary>
/// <param name="Number">Its number as spreadsheets show it, from 1.</param>
/// <param name="Cells">What stands in it, as text; formulas by their last value.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>Reads the rows of a file, whatever it is named: an XLSX workbook's first sheet, or CSV.</summary>
internal static class SheetReading
{
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0];

    /// <returns>The rows that have anything in them.</returns>
    public static Outcome<IReadOnlyList<SheetRow>> Read(byte[] file)
    {
        if (file.Length > SheetLimits.FileBytes)
        {
            return new RegisterFileTooLarge();
        }

        if (file.AsSpan().StartsWith(CompoundFile))
        {
            return new RegisterFileNotReadable(RegisterFileNotReadable.OldExcel);
        }

        var read = file.AsSpan().StartsWith(Zip) ? XlsxReading.Read(file) : CsvReading.Read(file);
        if (!read.Granted(out var rows, out var refusal))
        {
            return refusal;
        }

        List<SheetRow> filled = [.. rows.Where(r => !r.IsBlank).Select(r => r with { Cells = [.. r.Cells.Select(Kept)] })];
        return filled.Count == 0 ? new RegisterFileEmpty() : filled;
    }

    // U+0000 is nothing any database keeps, and half a character nothing anybody can read.
    private static string Kept(string cell)
    {
        var whole = cell.Length > SheetLimits.CellLength ? cell[..SheetLimits.CellLength] : cell;
        return whole.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 && !whole.Contains('\0', StringComparison.Ordinal)
            ? whole
            : new string([.. whole.EnumerateRunes().Where(r => r.Value != 0).SelectMany(r => r.ToString())]);
    }
}
