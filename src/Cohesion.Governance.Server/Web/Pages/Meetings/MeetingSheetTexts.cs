using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages.Meetings;

/// <summary>What the printed sheets of a meeting say.</summary>
internal static class MeetingSheetTexts
{
    public static readonly LocalText PrintNotice = new("Notice to print", "打印会议通知");
    public static readonly LocalText PrintMinutes = new("Minutes to print", "打印会议纪要");
    public static readonly LocalText Notice = new("Notice of a meeting", "会议通知");
    public static readonly LocalText NoticeLead = new(
        "To everybody who sits in {0} or acts for a seat there: you are called to this meeting.", "{0}各席位及其代表：现召集以下会议，请届时出席。");
    public static readonly LocalText SecondCall = new(
        "This is the second call: the first did not reach its quorum. Only what was on its agenda is dealt with.", "本次为再次召集：首次会议未达法定人数，仅审议原定议程。");
    public static readonly LocalText Agenda = new("Agenda", "会议议程");
    public static readonly LocalText ItemOf = new("proposal {0}", "第 {0} 号议题");
    public static readonly LocalText ToBeginTitle = new("To begin, the meeting needs", "开会条件");
    public static readonly LocalText NotCome = new(
        "Whoever cannot come may leave early, come later, or give a written mandate for the votes where the rule allows it. Texts, costs and documents are on the page of the meeting.",
        "不能全程出席的，可晚到、早退；规则允许时，可书面委托他人表决。议题文本、费用和附件见会议页面。");
    public static readonly LocalText QrLabel = new("QR code that leads to the page of this meeting", "通往本次会议页面的二维码");
    public static readonly LocalText Scan = new("The page of the meeting", "会议页面");
    public static readonly LocalText SignConvenor = new("Convened by, date", "召集人（签字、日期）");
    public static readonly LocalText SignPosted = new("Posted on the board by, date", "张贴人（签字、日期）");
    public static readonly LocalText SignWitness = new("Witness", "见证人（签字）");
    public static readonly LocalText MinutesTitle = new("Minutes of a meeting", "会议纪要");
    public static readonly LocalText Draft = new("Draft. Corrections can be asked for until {0}.", "征求意见稿，更正意见可提至 {0}。");
    public static readonly LocalText SoFar = new(
        "The minutes so far, as of {0}. The meeting goes on; the draft that can be corrected is written once it is closed.",
        "截至 {0} 的草稿。会议仍在进行，闭会后形成征求意见稿。");
    public static readonly LocalText ReadSoFar = new("The minutes so far", "截至目前的纪要");
    public static readonly LocalText NotBegun = new(
        "The meeting has not been opened yet. From then on, its minutes grow here as it goes.", "会议尚未开始。开会后，纪要将随会议进程在此形成。");
    public static readonly LocalText StillDraft = new("Draft, not confirmed yet.", "征求意见稿，尚未确认。");
    public static readonly LocalText Version = new("version {0}, {1}", "第 {0} 版，{1}");
    public static readonly LocalText SignChair = new("Chair, date", "主持人（签字、日期）");
    public static readonly LocalText SignSecretary = new("Council secretary, date", "议事会秘书（签字、日期）");
    public static readonly LocalText SignMember = new("Member of the council, date", "议事会成员（签字、日期）");
    public static readonly LocalText PrintHint = new("Print it from your browser; it is laid out for A4.", "可直接用浏览器打印，版式为 A4。");
    public static readonly LocalText ToMeeting = new("Back to the meeting", "返回会议页面");
}
