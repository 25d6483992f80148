using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Web.Forms;

/// <summary>What forms say about themselves.</summary>
internal static class FormTexts
{
    public static readonly LocalText FillIn = new("Please fill this in.", "请填写此项。");
    public static readonly LocalText NotReadable = new("This cannot be read. Please check it.", "无法识别，请检查后重新填写。");
    public static readonly LocalText NoTime = new("This is no date and time. Write it like 2026-11-18 14:00.", "不是有效的日期时间，请按 2026-11-18 14:00 的格式填写。");
    public static readonly LocalText NoNumber = new("This is no number. Write digits, such as 12.50.", "不是数字，请填写数字，例如 12.50。");
    public static readonly LocalText TooFine = new("At most {0} places after the point.", "小数点后最多 {0} 位。");
    public static readonly LocalText Correct = new("Not done yet. Please look at what is marked:", "尚未办理，请检查以下内容：");
    public static readonly LocalText NotDone = new("Not done: ", "未能办理：");
    public static readonly LocalText Typed = new("What you had written, to copy:", "您填写的内容（可复制）：");
    public static readonly LocalText Optional = new("optional", "选填");
    public static readonly LocalText Choose = new("Please choose", "请选择");
    public static readonly LocalText Done = new("Done.", "已办好。");
    public static readonly LocalText ScanHint = new(
        "Choose the scan: its SHA-256 is computed and kept, the scan itself is not. Keep it safe.", "选择扫描件，系统只计算并保存其 SHA-256，不保存扫描件本身，请自行妥善保管。");
    public static readonly LocalText OrTyped = new("or type its SHA-256, 64 letters and digits", "或直接填写 SHA-256（64 位字母和数字）");
    public static readonly LocalText OtherScan = new(
        "The scan you chose has another SHA-256 than the one typed: {0}. Clear one of the two.", "所选扫描件的 SHA-256 与填写的不同：{0}。请只保留其中一项。");
}

/// <summary>The form came without the proof that this server gave it out, or the proof is too old.</summary>
internal sealed record FormNotOurs : Refusal
{
    public override LocalText Message => new(
        "This page had been open too long, or you signed in as somebody else meanwhile. Nothing was changed and what you wrote is still here: please send it again.",
        "页面停留时间过长，或您已换了账号登录。内容尚未提交，您填写的都还在，请再提交一次。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The same form was sent before with other contents, usually by going back.</summary>
internal sealed record FormSentBefore : Refusal
{
    public override LocalText Message => new(
        "You had sent this form before, with other contents, and that was done. To send this as well, send it again.",
        "这张表单此前已提交并办理，但内容不同。如果还要提交现在的内容，请再提交一次。");
}
