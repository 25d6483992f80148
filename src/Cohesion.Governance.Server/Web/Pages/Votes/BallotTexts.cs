using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages.Votes;

/// <summary>What the ballot paper says.</summary>
internal static class BallotTexts
{
    public static readonly LocalText Title = new("Ballot", "选票");
    public static readonly LocalText Represents = new("You vote for", "您代表");
    public static readonly LocalText Until = new("You can change your ballot until it closes.", "截止前可以更改。");
    public static readonly LocalText SeatOf = new("Seat {0} of {1}", "第 {0} 个席位，共 {1} 个");
    public static readonly LocalText ChooseOne = new("Please choose one", "请选择一项");
    public static readonly LocalText AbstainNote = new("Counts as taking part, not as consent", "计入参与，不计入同意");
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
