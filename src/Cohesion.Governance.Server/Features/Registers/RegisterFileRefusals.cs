using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Features.Registers;

/// <summary>There is nothing in the file.</summary>
internal sealed record RegisterFileEmpty : Refusal
{
    public override LocalText Message => new(
        "The file has no rows. Fill in the template, one seat in each row, and send it again.", "文件中没有内容。请按模板填写，每行一个席位，然后重新上传。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The file cannot be read as a table.</summary>
/// <param name="Why">What is wrong with it.</param>
internal sealed record RegisterFileNotReadable(LocalText Why) : Refusal
{
    public static readonly LocalText NotBase64 = new("its content is not base64", "内容不是有效的 base64");
    public static readonly LocalText NoTable = new("it is no CSV and no XLSX file", "不是 CSV 或 XLSX 文件");
    public static readonly LocalText OldExcel = new("it is an old Excel file (.xls) or one with a password", "是旧版 Excel 文件（.xls）或带密码的文件");
    public static readonly LocalText Damaged = new("it is damaged or was not sent completely", "文件已损坏或不完整");
    public static readonly LocalText Encoding = new("its characters are in neither UTF-8 nor GB18030", "文字编码既不是 UTF-8 也不是 GB18030");

    public override LocalText Message => new LocalText(
        "The file cannot be read: {0}. Save it as an Excel workbook (.xlsx) or as CSV in UTF-8 and send it again.",
        "无法读取文件：{0}。请另存为 Excel 工作簿（.xlsx）或 UTF-8 编码的 CSV 后重新上传。").With(Why);

    public override RefusalKind Kind => RefusalKind.WrongFormat;

    /// <summary>A quotation mark is opened and never closed, so that nobody knows where its cell ends.</summary>
    public static LocalText OpenQuote(int row) => new LocalText("in row {0} a quotation mark is opened and never closed", "第 {0} 行的引号没有成对").With(row);
}

/// <summary>The file, or what is packed in it, is larger than any register.</summary>
internal sealed record RegisterFileTooLarge : Refusal
{
    public override LocalText Message => new LocalText(
        "The file is too large: at most {0} MB, {1} rows and {2} columns, without pictures. Send it in parts.",
        "文件过大：最多 {0} MB、{1} 行、{2} 列，且不含图片。请分几次上传。").With(SheetLimits.FileBytes >> 20, SheetLimits.Rows, SheetLimits.Columns);

    public override RefusalKind Kind => RefusalKind.TooLarge;
}

/// <summary>No row of the file names its columns.</summary>
/// <param name="Found">What stands in its first row.</param>
internal sealed record RegisterColumnsMissing(string Found) : Refusal
{
    public override LocalText Message => new LocalText(
        "No row names the columns. One of the first ten must have a cell “seat” and at least one more of: party, bloc, area, heads … The first row reads: {0}.",
        "没有找到列名。前十行中须有一行写明“席位”，以及单位/个人、界别、面积、户数等至少一项。第一行内容为：{0}。").With(Found);

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>Some rows of the file cannot be entered, so none is.</summary>
/// <param name="Errors">How many errors there are.</param>
internal sealed record RegisterImportHasErrors(int Errors) : Refusal
{
    public override LocalText Message => new LocalText(
        "Nothing was entered, since {0} cells of the file are wrong. Correct them in the file and send it again.", "文件中有 {0} 处错误，未作任何录入。请在文件中改正后重新上传。").With(Errors);
}

/// <summary>The file was entered before.</summary>
/// <param name="Version">The version that came of it.</param>
internal sealed record RegisterImportApplied(int Version) : Refusal
{
    public override LocalText Message => new LocalText("This file was entered already, as version {0} of the register.", "该文件已经录入，为名册第 {0} 版。").With(Version);
}
