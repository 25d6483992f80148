using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages.Registers;

/// <summary>What the pages of a register import say.</summary>
internal static class ImportTexts
{
    public static readonly LocalText Title = new("Import seats from a file", "用文件导入席位");
    public static readonly LocalText Lead = new("You see first what would change and every cell that is wrong. Nothing is entered before you agree.", "先看将有哪些变动、哪些单元格有误，您同意后才会录入。");
    public static readonly LocalText Template = new("1. Take the template, or the register as it is", "1. 下载模板或现有名册");
    public static readonly LocalText TemplateLead = new(
        "One seat in each row. A seat that stands already is changed, any other is added; cells left empty leave what stands.", "每行一个席位。已有的席位按文件变更，没有的新增，留空的单元格保持原值。");
    public static readonly LocalText TemplateXlsx = new("Template for Excel", "Excel 模板");
    public static readonly LocalText TemplateCsv = new("Template as CSV", "CSV 模板");
    public static readonly LocalText NowXlsx = new("The register in Excel", "现有名册 Excel");
    public static readonly LocalText NowCsv = new("The register as CSV", "现有名册 CSV");
    public static readonly LocalText Send = new("2. Send the file", "2. 上传文件");
    public static readonly LocalText File = new("The file", "文件");
    public static readonly LocalText FileHint = new("Excel (.xlsx) or CSV, at most 2 MB and 10,000 seats; of a workbook the first sheet is read.", "Excel（.xlsx）或 CSV，最多 2 MB、10,000 个席位；工作簿只读第一张表。");
    public static readonly LocalText Kind = new("Where a row does not say, its party is", "未填类型的行按以下录入");
    public static readonly LocalText Whole = new("This file is the whole register: seats it does not name are gone", "此文件是完整名册：文件中没有的席位予以注销");
    public static readonly LocalText Do = new("Read the file", "读取文件");

    public static readonly LocalText Preview = new("What this file would change", "文件核对");
    public static readonly LocalText FileLine = new("{0} · {1} rows · sent {2}", "{0} · {1} 行 · {2}上传");
    public static readonly LocalText IsWhole = new("taken as the whole register", "作为完整名册");
    public static readonly LocalText Against = new("against version {0} of the register", "对照名册第 {0} 版");
    public static readonly LocalText ErrorsTitle = new("{0} cells to correct", "有 {0} 处需要改正");
    public static readonly LocalText OneErrorTitle = new("1 cell to correct", "有 1 处需要改正");
    public static readonly LocalText ErrorsLead = new("Correct them in the file and send it again; as long as one is left nothing is entered.", "请在文件中改正后重新上传；只要还有一处错误，就不会录入。");
    public static readonly LocalText Row = new("Row", "行");
    public static readonly LocalText RowNumber = new("row {0}", "第 {0} 行");
    public static readonly LocalText Column = new("Column", "列");
    public static readonly LocalText Value = new("What stands there", "现有内容");
    public static readonly LocalText What = new("What to do", "如何改正");
    public static readonly LocalText WholeFile = new("file", "全文");
    public static readonly LocalText Blank = new("(empty)", "（空）");
    public static readonly LocalText Look = new("Please look at this", "请留意");
    public static readonly LocalText Unchanged = new("{0} rows say what stands already.", "另有 {0} 行与现有名册一致。");
    public static readonly LocalText NoChange = new("Every row says what stands already, so there is nothing to enter.", "所有行都与现有名册一致，无需录入。");
    public static readonly LocalText Leaving = new("These people act for seats that would go, and then no longer do: {0}.", "以下人员代表的席位将注销，同时卸任：{0}。");
    public static readonly LocalText Votes = new("{0} votes under way keep the roll they were opened with.", "{0} 次进行中的表决仍按原名册计票。");
    public static readonly LocalText OneVote = new("The vote under way keeps the roll it was opened with.", "进行中的 1 次表决仍按原名册计票。");
    public static readonly LocalText Agree = new("Enter it", "录入名册");
    public static readonly LocalText ApplyDo = new("Enter all of it as version {0}", "全部录入，生成第 {0} 版");
    public static readonly LocalText Discard = new("Discard this file", "放弃此文件");
    public static readonly LocalText Again = new("Send another file", "重新上传");
    public static readonly LocalText Applied = new("This file was entered as version {0}.", "此文件已录入为名册第 {0} 版。");
    public static readonly LocalText ShowApplied = new("Show what changed", "查看变动");
    public static readonly LocalText Kept = new("Kept for you alone until {0}. SHA-256 of the file: {1}", "仅您可见，保留至{0}。文件 SHA-256：{1}");
}
