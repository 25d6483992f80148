using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages.Votes;

/// <summary>What the ballot paper says.</summary>
internal static class BallotTexts
{
    public static readonly LocalText Title = new("Ballot", "选票");
    public static readonly LocalText Represents = new("You vote for", "您代表");
    public static readonly LocalText Until = new("You can change your ballot until it closes.", "截止前可以更改。");
    public static readonly LocalText Never = new("Under this rule a ballot cannot be changed once it was cast.", "按本规则，选票投出后不得更改。");
    public static readonly LocalText ByMandate = new("by mandate", "受委托");
    public static readonly LocalText ByMandateUntil = new("by mandate until {0}", "受委托至 {0}");
    public static readonly LocalText Contested = new(
        "Another co-owner of this seat has said otherwise. It counts as not having voted until you agree: change your ballot, or tell the secretary what you agreed on.",
        "该席位的其他共有人意见不同，协商一致前按未投票计。您可更改选票，或将协商结果告知秘书。");
    public static readonly LocalText Mandates = new("Let somebody vote for you", "委托他人投票");
    public static readonly LocalText MandateHint = new(
        "The holder votes as you told him; he cannot pass it on. You can take it back until he has voted, and if you vote yourself, that ends it.",
        "受托人按您的意思投票，不得转委托。受托人投票前您可以撤回；您自行投票的，委托即终止。");
    public static readonly LocalText MandateSeat = new("Your seat", "您的席位");
    public static readonly LocalText Holder = new("Who votes for you", "受托人");
    public static readonly LocalText Document = new("Scan of the written mandate", "书面委托扫描件");
    public static readonly LocalText DocumentHint = new("Needed where the rule asks for writing. Its SHA-256 is computed and kept, the scan itself is not: keep it.", "规则要求书面委托的必填。系统只计算并保存其 SHA-256，不保存扫描件本身，请自行保管。");
    public static readonly LocalText GiveMandate = new("Give the mandate", "确认委托");
    public static readonly LocalText Revoke = new("Take it back", "撤回委托");
    public static readonly LocalText Given = new("{0} votes for {1} ({2})", "{1} 委托 {0} 投票（{2}）");
    public static readonly LocalText ScopeVote = new("this vote", "本次表决");
    public static readonly LocalText ScopeMeeting = new("one meeting", "一次会议");
    public static readonly LocalText ScopeUntil = new("until a date", "至某日");
    public static readonly LocalText Object = new("Object", "提出异议");
    public static readonly LocalText Objection = new("What you hold against it", "异议理由");
    public static readonly LocalText ExcludedBy = new("{0} decided that {1} does not take part: {2}", "{0} 决定{1}不参加表决：{2}");
    public static readonly LocalText Objected = new("You have objected: {0}", "您已提出异议：{0}");
    public static readonly LocalText SeatOf = new("Seat {0} of {1}", "第 {0} 个席位，共 {1} 个");
    public static readonly LocalText ChooseOne = new("Please choose one", "请选择一项");
    public static readonly LocalText AbstainNote = new("Counts as taking part, not as consent", "计入参与，不计入同意");
    public static readonly LocalText Chosen = new("Your ballot for {1}: {0}", "您代表「{1}」投：{0}");
    public static readonly LocalText Sure = new("That is what I mean. I know that it cannot be changed.", "我已确认，知道投出后不得更改。");
    public static readonly LocalText Cast = new("Cast the ballot", "投出选票");
    public static readonly LocalText Change = new("Change the ballot", "更改选票");
    public static readonly LocalText ChangeIt = new("Change", "更改");
    public static readonly LocalText VoteNow = new("Vote", "投票");
    public static readonly LocalText Keep = new("Keep it as it is", "保持不变");
    public static readonly LocalText After = new(
        "You will get a receipt, with which you can check at any time that the ballot counts. This is a vote by roll call: each seat's choice is shown when it is over.",
        "投票后会得到回执编号，可随时核对是否已计入。本次为记名表决，结果公布时显示各界别与各席位的选择。");
    public static readonly LocalText YourSeats = new("Your seats", "您的席位");
    public static readonly LocalText AllVoted = new("All your seats have voted. Thank you.", "您的席位已全部投票，谢谢。");
    public static readonly LocalText Said = new("{0}, {1}, {2}", "{0}，{1}，{2}");
    public static readonly LocalText NotYet = new("not voted yet", "尚未投票");
    public static readonly LocalText NoSeat = new(
        "None of your seats is on the roll of this vote. The roll was frozen when the vote opened; later changes count from the next vote on.",
        "您的席位不在本次表决的选民名册上。名册在表决开始时已冻结，此后的变动从下次表决起生效。");
    public static readonly LocalText ToVote = new("See how the vote stands", "查看表决情况");
    public static readonly LocalText ToProposal = new("Read the text (version {0})", "阅读议题文本（第 {0} 版）");
    public static readonly LocalText Closes = new("{0}, closes {1}", "{0}，{1} 截止");
}
