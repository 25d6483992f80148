using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages.Votes;

/// <summary>What pages say of secret votes.</summary>
internal static class SecretTexts
{
    public static readonly LocalText SecretVote = new("Secret ballot", "无记名表决");
    public static readonly LocalText OpenMeans = new(
        "Who has voted is known to the server; what each seat says is kept sealed. When the vote is counted the ballots are shuffled and the key is destroyed: from then on nobody can link one to a seat, not even whoever runs the server. Nothing is counted before the vote closes.",
        "系统只记录谁已投票，各席位的选择密封保存。计票时选票打乱、密钥销毁，此后任何人（包括系统管理员）都无法将选票对应到席位。截止前不计票。");
    public static readonly LocalText CountedMeans = new(
        "This was a secret vote: ballots are counted by group, and which seat said what is known to nobody. The key that could have told is destroyed.",
        "本次为无记名表决：选票按组合计，任何人都不知道哪个席位如何选择，可用于还原的密钥已销毁。");
    public static readonly LocalText SeatsHidden = new(
        "This vote is secret. Which seats have voted is shown when it is over; what they said, never.", "本次为无记名表决：哪些席位已投票在结束后公布，投票内容永不公布。");
    public static readonly LocalText TooFewToTell = new("Fewer than {0} seats have voted so far.", "目前投票席位不足 {0} 个。");
    public static readonly LocalText AfterCasting = new(
        "You will get a receipt, with which you can check that a ballot of yours is counted. It cannot show anybody how you voted. The page will not show your choice again; if you are not sure, cast once more.",
        "投票后会得到回执编号，可核对您的选票是否计入；回执不能向任何人证明您的选择。页面不再显示您的选择，如不确定，可重新投票。");
    public static readonly LocalText Voted = new("voted; what it said is sealed ({0}, {1})", "已投票，选择已密封（{0}，{1}）");
    public static readonly LocalText ReceiptCounts = new("A ballot with this receipt is in the vote.", "持此回执的选票已在本次表决中。");
    public static readonly LocalText ReceiptsRoot = new("Root over the receipts", "回执根");
    public static readonly LocalText ReceiptsRootMeans = new(
        "With his receipt everybody can prove that his ballot was counted. There are as many receipts as ballots cast without an envelope, and nothing leads from one to the other.",
        "每位投票人可凭回执证明自己的选票已计入。回执数目等于信封以外的选票数，两者之间没有任何对应。");
    public static readonly LocalText PutByName = new("Put it by name instead", "改为记名表决");
    public static readonly LocalText PutByNameHint = new(
        "Everybody is told, with your reason. Each seat's choice is then shown when the vote is over.", "将连同理由通知全体成员。改为记名后，结束时公布各席位的选择。");
}
