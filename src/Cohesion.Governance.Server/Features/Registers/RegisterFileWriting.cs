using System.Buffers;
using System.Globalization;
using System.Text;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Features.Councils;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Cohesion.Governance.Server.Features.Registers;

/// <summary>A cell to be written: a number stays one, text is never a formula.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="IsNumber">Whether it is a number.</param>
internal readonly record struct FileCell(string Text, bool IsNumber = false);

/// <summary>Writes registers and templates as files that <see cref="SheetReading"/> reads back to the same.</summary>
internal static class RegisterFileWriting
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",;\"\r\n\t");
    private static readonly LocalText SheetName = new("Register", "名册");
    private static readonly LocalText GuideName = new("How to fill it in", "填写说明");

    /// <summary>The columns and, where it is no template, a row for each seat.</summary>
    public static IReadOnlyList<IReadOnlyList<FileCell>> Table(
        IReadOnlyList<Bloc> blocs, IReadOnlyList<Measure> measures, IReadOnlyList<RegisterLine> lines, bool empty, Language language)
    {
        List<IReadOnlyList<FileCell>> table =
        [
            [
                .. ColumnTexts.Order.Select(c => new FileCell(ColumnTexts.Of(c).In(language))),
                .. measures.Select(m => new FileCell(ColumnTexts.Of(m).In(language))),
                .. empty ? [] : new[] { new FileCell(ColumnTexts.Of(RegisterColumn.SeatId).In(language)) },
            ],
        ];
        var names = blocs.ToDictionary(b => b.Code, b => b.Name.In(language), StringComparer.Ordinal);

        // The ids of parties are no pleasure to read, so they stand only where they tell or keep something.
        var several = lines.GroupBy(l => l.PartyId).Where(g => g.Skip(1).Any()).Select(g => g.Key).ToHashSet();
        var namesakes = lines.DistinctBy(l => l.PartyId).GroupBy(l => CellText.Fold(l.Party.In(Language.Chinese)), StringComparer.Ordinal).Where(g => g.Skip(1).Any())
            .SelectMany(g => g.Select(l => l.PartyId)).ToHashSet();
        foreach (var line in lines)
        {
            table.Add(
            [
                new FileCell(line.Label),
                new FileCell(names[line.Bloc]),
                new FileCell(line.Party.In(Language.Chinese)),
                new FileCell(line.Party.En.Length > 0 && line.Party.En != line.Party.In(Language.Chinese) ? line.Party.En : string.Empty),
                new FileCell(ColumnTexts.Of(line.PartyKind).In(language)),
                new FileCell(several.Contains(line.PartyId) || namesakes.Contains(line.PartyId) ? line.PartyId.ToString("D") : string.Empty),
                .. measures.Select(m => new FileCell(
                    line.Measures.GetValueOrDefault(m.Code).ToString("F" + m.Scale.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), IsNumber: true)),
                new FileCell(line.SeatId.ToString("D")),
            ]);
        }

        return table;
    }

    /// <summary>What each column is for, in the language of the columns.</summary>
    public static IReadOnlyList<IReadOnlyList<FileCell>> Guide(IReadOnlyList<Bloc> blocs, IReadOnlyList<Measure> measures, Language language)
    {
        FileCell[] Row(LocalText column, LocalText what) => [new(column.In(language)), new(what.In(language))];
        return
        [
            Row(ColumnTexts.Of(RegisterColumn.Seat), GuideTexts.Seat),
            Row(ColumnTexts.Of(RegisterColumn.Bloc), GuideTexts.Bloc.With(LocalText.Same(string.Join(", ", blocs.Select(b => b.Name.In(language)))))),
            Row(ColumnTexts.Of(RegisterColumn.Party), GuideTexts.Party),
            Row(ColumnTexts.Of(RegisterColumn.PartyEnglish), GuideTexts.PartyEnglish),
            Row(ColumnTexts.Of(RegisterColumn.Kind), GuideTexts.Kind),
            Row(ColumnTexts.Of(RegisterColumn.PartyKey), GuideTexts.PartyKey),
            .. measures.Select(m => Row(ColumnTexts.Of(m), GuideTexts.Measure.With(m.Scale))),
            Row(ColumnTexts.Of(RegisterColumn.SeatId), GuideTexts.SeatId),
        ];
    }

    /// <summary>CSV in UTF-8 with its mark, by which spreadsheet programs know the encoding.</summary>
    public static byte[] Csv(IReadOnlyList<IReadOnlyList<FileCell>> table)
    {
        var text = new StringBuilder();
        foreach (var row in table)
        {
            text.AppendJoin(',', row.Select(cell => Quoted(cell.IsNumber ? cell.Text : Harmless(cell.Text)))).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Quoted(string text) =>
        !text.AsSpan().ContainsAny(NeedQuotes) ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A workbook with the table and how to fill it in. Its cells are typed, so that no text is taken for a formula.</summary>
    public static byte[] Xlsx(IReadOnlyList<IReadOnlyList<FileCell>> table, IReadOnlyList<IReadOnlyList<FileCell>> guide, Language language)
    {
        using var memory = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var book = workbook.AddWorkbookPart();
            var sheets = new Sheets();
            Add(book, sheets, SheetName.In(language), table, 18);
            Add(book, sheets, GuideName.In(language), guide, 24);
            book.Workbook = new Workbook(sheets);
        }

        return memory.ToArray();
    }

    private static void Add(WorkbookPart book, Sheets sheets, string name, IReadOnlyList<IReadOnlyList<FileCell>> table, int width)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var widest = (uint)table.Max(row => row.Count);
        part.Worksheet = new Worksheet(
            new Columns(new Column { Min = 1, Max = widest, Width = width, CustomWidth = true }),
            new SheetData(table.Select(row => new Row(row.Select(CellOf)))));
        sheets.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)sheets.ChildElements.Count + 1, Name = name });
    }

    private static Cell CellOf(FileCell cell) => cell.IsNumber
        ? new Cell(new CellValue(cell.Text)) { DataType = CellValues.Number }
        : new Cell(new InlineString(new Text(cell.Text) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString };

    // An apostrophe makes spreadsheets take it as text; reading it back takes the apostrophe away (OWASP, CSV Injection).
    private static string Harmless(string text) => text.Length > 0 && CellText.FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}

/// <summary>What the columns of a template are for.</summary>
internal static class GuideTexts
{
    public static readonly LocalText Seat = new("What people call the seat: a room, a flat, a firm's short name. Needed; each only once.", "大家通用的名称：房号、单位简称等。必填，不能重复。");
    public static readonly LocalText Bloc = new("One of: {0}. Needed for a new seat.", "可填：{0}。新增席位必填。");
    public static readonly LocalText Party = new("Name of the firm or person behind the seat. Needed for a new seat.", "席位背后的单位或个人名称。新增席位必填。");
    public static readonly LocalText PartyEnglish = new("The name in English, if there is one.", "英文名称，没有可不填。");
    public static readonly LocalText Kind = new("“firm” or “person”.", "填“单位”或“个人”。");
    public static readonly LocalText PartyKey = new(
        "The same in all rows of one firm or person with several seats; any word or number will do.", "同一单位或个人有多个席位时，各行填写相同的编号，编号可自定。");
    public static readonly LocalText Measure = new("A number from 0 with at most {0} decimal places. Left empty, it stays as it is.", "不小于 0 的数，最多 {0} 位小数。留空则保持原值。");
    public static readonly LocalText SeatId = new("Only in downloaded registers: keep it, so that a seat can be given another name.", "下载的名册中才有，请保留，以便更改席位名称。");
}
