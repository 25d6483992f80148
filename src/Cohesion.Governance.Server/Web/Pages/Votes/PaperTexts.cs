using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages.Votes;

/// <summary>What stands on printed ballot papers.</summary>
internal static class PaperTexts
{
    public static readonly LocalText Title = new("Ballot papers to print", "打印选票");
    public static readonly LocalText Lead = new(
        "One paper for each seat that has not voted, {0}: two to a sheet of A4. Enter what comes back; somebody else checks it.", "截至 {0} 尚未投票的席位，每席一张，每页 A4 两张。收回后录入，并由他人复核。");
    public static readonly LocalText SecretLead = new(
        "For a secret vote, {0}: an outer envelope's sheet for every seat, and as many papers for the inner envelopes, all alike. Stick the sheet on the outer envelope.",
        "无记名表决用，截至 {0}：每席一张外信封封签，另有同样数量、完全相同的内信封选票。封签贴于外信封。");
    public static readonly LocalText OuterEnvelope = new("Outer envelope", "外信封");
    public static readonly LocalText OuterWords = new(
        "Mark the paper without a name, close it in the plain inner envelope, put that in here, close and sign. Nobody opens it before the count.",
        "请填写不具名的选票，封入空白内信封，再装入本信封封好并签字。计票前任何人不得拆封。");
    public static readonly LocalText InnerPaper = new("Ballot paper for the inner envelope", "内信封选票");
    public static readonly LocalText Letter = new("Letter {0}", "字母 {0}");
    public static readonly LocalText MarkOneSecret = new(
        "Put a cross in one box only and write nothing else: a name or a sign makes the paper void.", "请只在一个方框内打叉，不得书写其他内容；写有姓名或记号的无效。");
    public static readonly LocalText Sheets = new("{0} papers, page {1} of {2}", "共 {0} 张，第 {1} 页，共 {2} 页");
    public static readonly LocalText Nobody = new("Every seat that may vote has voted; there is no paper to print.", "有表决权的席位均已投票，无需打印选票。");
    public static readonly LocalText BallotPaper = new("Ballot paper", "选票");
    public static readonly LocalText OfText = new("proposal text version {0}", "议题文本第 {0} 版");
    public static readonly LocalText Seat = new("Seat: {0}", "席位：{0}");
    public static readonly LocalText MarkOne = new("Put a cross in one box only. More than one, or none, makes the paper void.", "请只在一个方框内打叉，多选或不选均为无效。");
    public static readonly LocalText Return = new("It must be back by {0}.", "请于 {0} 前交回。");
    public static readonly LocalText Online = new("Or vote online: scan, sign in, done in a minute.", "也可扫码登录，在线投票。");
    public static readonly LocalText QrLabel = new("QR code that leads to the ballot online", "通往在线投票的二维码");
    public static readonly LocalText SignVoter = new("Signature or seal of the voter, date", "投票人签字或盖章、日期");
    public static readonly LocalText SignTaken = new("Received by, date and hour", "收票人签字、日期和时间");
}
