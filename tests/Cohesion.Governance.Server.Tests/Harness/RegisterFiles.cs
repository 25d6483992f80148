using System.Globalization;
using System.IO.Compression;
using System.Text;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Features.Registers.UploadRegister;

namespace Cohesion.Governance.Server.Tests.Harness;

/// <summary>Register files as people and programs make them.</summary>
internal static class RegisterFiles
{
    /// <summary>GB18030 as Chinese Excel saves CSV.</summary>
    public static byte[] Gb18030(string text) => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Sends a file as the secretary.</summary>
    public static Task<Outcome<Guid>> Upload(this GovernanceApp app, Town town, byte[] file, bool whole = false, PartyKind kind = PartyKind.Firm, Guid? person = null) =>
        app.Send(person ?? town.Secretary, new UploadRegisterCommand(town.CouncilId, "register.csv", Convert.ToBase64String(file), kind, whole));

    public static Task<Outcome<Guid>> Upload(this GovernanceApp app, Town town, string csv, bool whole = false) => app.Upload(town, Utf8(csv), whole);

    /// <summary>A workbook written by hand as ECMA-376 describes it, with its texts in the shared table; numbers stay numbers.</summary>
    public static byte[] Xlsx(params string[][] rows)
    {
        var texts = rows.SelectMany(r => r).Where(c => !IsNumber(c)).Distinct(StringComparer.Ordinal).ToList();
        var sheet = string.Concat(rows.Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((cell, c) => Cell(cell, r, c)))}</row>"));
        string Cell(string cell, int r, int c) => cell.Length == 0
            ? string.Empty
            : $"<c r=\"{(char)('A' + c)}{r + 1}\"{(IsNumber(cell) ? "" : " t=\"s\"")}><v>{(IsNumber(cell) ? cell : texts.IndexOf(cell).ToString(CultureInfo.InvariantCulture))}</v></c>";
        return Package(
            $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{sheet}</sheetData></worksheet>",
            $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{string.Concat(texts.Select(t => $"<si><t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(t)}</t></si>"))}</sst>");
    }

    /// <summary>A workbook of a few kilobytes whose sheet unpacks to sixty megabytes of spaces.</summary>
    public static byte[] Bomb() => Package(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + new string(' ', 60 << 20) + "<sheetData/></worksheet>",
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>");

    private static bool IsNumber(string cell) => decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static byte[] Package(string sheet, string texts)
    {
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            void Put(string name, string content)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
                writer.Write(content);
            }

            Put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>
                """.Trim());
            Put("_rels/.rels", $"<Relationships xmlns=\"{relations}\"><Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Put("xl/workbook.xml", $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{office}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            Put("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{relations}\"><Relationship Id=\"rId1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
            Put("xl/worksheets/sheet1.xml", sheet);
            Put("xl/sharedStrings.xml", texts);
        }

        return memory.ToArray();
    }
}
