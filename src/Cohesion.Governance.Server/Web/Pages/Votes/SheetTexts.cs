using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages.Votes;

/// <summary>What printed sheets say.</summary>
internal static class SheetTexts
{
    public static readonly LocalText Result = new("Result of a vote", "表决结果单");
    public static readonly LocalText Question = new("Question", "表决事项");
    public static readonly LocalText QuestionOf = new("proposal {0}, text version {1}", "第 {0} 号议题，文本第 {1} 版");
    public static readonly LocalText Open = new("Ballots open", "投票时间");
    public static readonly LocalText FromTo = new("{0} to {1}", "{0} 至 {1}");
    public static readonly LocalText EndedEarly = new("ended early {0}, when nothing could change any more", "{0} 提前结束，结果已无法改变");
    public static readonly LocalText Counted = new("Counted", "计票");
    public static readonly LocalText Turnout = new("Turnout", "投票情况");
    public static readonly LocalText TurnoutOf = new("{0} of {1} {1|seat|seats}, {2} excluded; {3} {3|ballot|ballots} came in, {4} {4|counts|count}", "{1} 席中 {0} 席投票，{2} 席被排除；收到选票 {3} 张，计入 {4} 张");
    public static readonly LocalText Conditions = new("What the rule asks, and what came", "规则要求与实际结果");
    public static readonly LocalText Earlier = new("Earlier sessions", "此前的表决");
    public static readonly LocalText EarlierLine = new("session {0}: {1}, counted {2}", "第 {0} 次：{1}，{2} 计票");
    public static readonly LocalText Posting = new("Posting and objections", "公示与异议");
    public static readonly LocalText PostedFromTo = new("Posted from {0} to {1}.", "公示期 {0} 至 {1}。");
    public static readonly LocalText NotPosted = new("The result has not been posted.", "结果尚未公示。");
    public static readonly LocalText NoObjections = new("No objection was raised.", "无异议。");
    public static readonly LocalText ObjectionBy = new("{0}, {1}: {2}", "{0}，{1}：{2}");
    public static readonly LocalText Nobody = new("without a seat", "非席位代表");
    public static readonly LocalText ObjectionOpen = new("not settled yet", "尚未处理");
    public static readonly LocalText ObjectionUpheld = new("upheld {0} by {1}: {2}", "{1} 于 {0} 认定成立：{2}");
    public static readonly LocalText ObjectionDismissed = new("dismissed {0} by {1}: {2}", "{1} 于 {0} 认定不成立：{2}");
    public static readonly LocalText ObjectionWithdrawn = new("taken back {0}: {1}", "{0} 撤回：{1}");
    public static readonly LocalText Exclusions = new("Seats taken out", "被排除的席位");
    public static readonly LocalText NoChallenge = new("The rule names no period. That does not mean that there is none.", "规则未载明期限，不代表没有期限。");
    public static readonly LocalText Check = new("To check it without this server", "独立复核");
    public static readonly LocalText Key = new("Key of the signed export (SHA-256)", "导出文件签名密钥（SHA-256）");
    public static readonly LocalText HowTo = new(
        "Ask auditor, secretary or convenor for the exported file, take the public key from {0}, and run: recount vote.json --key server.pem. It needs no server and no network, and comes to the same root and outcome, or says what differs.",
        "向审计员、秘书或召集人索取导出文件，从 {0} 取得公钥，运行：recount vote.json --key server.pem。无需服务器和网络，所得的根和结果应与本单一致，不一致处会逐项列出。");
    public static readonly LocalText SignSecretary = new("Council secretary, date", "议事会秘书（签字、日期）");
    public static readonly LocalText SignConvenor = new("Convenor, date", "召集人（签字、日期）");
    public static readonly LocalText SignWitness = new("Supervisor, date", "监票人（签字、日期）");
    public static readonly LocalText PrintHint = new("Print it from your browser; it is laid out for A4.", "可直接用浏览器打印，版式为 A4。");
    public static readonly LocalText ToVote = new("Back to the vote", "返回表决页面");

    public static readonly LocalText Visits = new("Visit sheet", "走访单");
    public static readonly LocalText VisitsLead = new(
        "Seats that have not voted, {0}. Take ballot papers along; whoever votes at the door does so before a witness.", "截至 {0} 尚未投票的席位。请携带选票；上门投票须有见证人在场。");
    public static readonly LocalText VisitsClose = new("Ballots close {0}.", "{0} 截止。");
    public static readonly LocalText NobodyToVisit = new("Every seat that may vote has voted.", "有表决权的席位均已投票。");
    public static readonly LocalText Seat = new("Seat", "席位");
    public static readonly LocalText When = new("When", "时间");
    public static readonly LocalText Outcome = new("What came of it, signature", "走访情况、签字");
    public static readonly LocalText LastVisit = new("{0}: {1}", "{0}：{1}");
    public static readonly LocalText Visitor = new("Visited by", "走访人（签字）");
    public static readonly LocalText Witness = new("Witness", "见证人（签字）");
    public static readonly LocalText Date = new("Date", "日期");
}
