using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages.Votes;

/// <summary>What the page of a vote says.</summary>
internal static class VoteTexts
{
    public static readonly LocalText ProposalNumber = new("Proposal {0}", "第 {0} 号议题");
    public static readonly LocalText Vote = new("Vote", "表决");
    public static readonly LocalText Session = new("session {0}", "第 {0} 次表决");
    public static readonly LocalText CastFor = new("Vote for {0}", "为「{0}」投票");
    public static readonly LocalText CastForSeats = new("Vote for {0} seats", "为 {0} 个席位投票");
    public static readonly LocalText SeeMyBallot = new("See or change my ballot", "查看或更改我的选票");

    // How it stands.
    public static readonly LocalText Planned = new("Not open yet", "尚未开始");
    public static readonly LocalText RollFrozen = new("Roll frozen, opens soon", "名册已冻结，即将开始");
    public static readonly LocalText Open = new("Voting", "表决中");
    public static readonly LocalText BeingCounted = new("Voting has ended, being counted", "投票截止，正在计票");
    public static readonly LocalText Counted = new("Counted", "已计票");
    public static readonly LocalText Cancelled = new("Cancelled", "已取消");
    public static readonly LocalText Closes = new("{0}, closes {1}", "{0}，{1} 截止");
    public static readonly LocalText ClosedAt = new("Counted {0}", "{0} 计票");
    public static readonly LocalText CancelledFor = new("The vote was cancelled. Its ballots are kept and decide nothing. Reason: {0}", "表决已取消，已投选票予以保留，但不产生结果。原因：{0}");
    public static readonly LocalText CountSoFar = new("The count so far", "目前的票数");
    public static readonly LocalText Result = new("The result", "表决结果");
    public static readonly LocalText AsOf = new("as of {0}", "{0} 更新");
    public static readonly LocalText NoRoll = new(
        "There is nothing to count yet. When the vote opens the roll is frozen, and from then on you see here who is still missing.",
        "目前还没有票数。表决开始时会冻结选民名册，之后在这里可以看到还差哪些票。");
    public static readonly LocalText CanChange = new("Ballots still to come can change this.", "未投的选票仍可能改变结果。");
    public static readonly LocalText CannotChange = new("No ballot still to come can change this.", "未投的选票已不能改变结果。");
    public static readonly LocalText Turnout = new("{0} of {1} {1|seat has|seats have} voted", "{1} 个席位中已有 {0} 个投票");
    public static readonly LocalText ByChannel = new("{0} {1}", "{1} {0} 票");
    public static readonly LocalText ConfirmWithin = new("It stands unless enough seats object within {0}.", "{0}内异议达不到规定条件的，结果成立。");
    public static readonly LocalText Confirmed = new("Confirmed after the posting, {0}.", "公示后于 {0} 确认。");
    public static readonly LocalText OverturnedWords = new("Overturned", "不成立");
    public static readonly LocalText Overturned = new("Objections in the posting overturned the adoption.", "公示期内的异议使表决结果不能成立。");
    public static readonly LocalText SecondCall = new("The rule knows a further session (“{0}”), which can be called now.", "规则允许再次召集（“{0}”轮），现在可以召集。");

    // Bars.
    public static readonly LocalText Everybody = new("All together", "全体");
    public static readonly LocalText SeatCount = new("{0} {0|seat|seats}", "{0} 席");
    public static readonly LocalText OneSeat = new("1 seat", "1 席");
    public static readonly LocalText InFavour = new("{0} of {1} in favour ({2}).", "同意 {0}，共 {1}（{2}）。");
    public static readonly LocalText SeatYes = new("In favour", "已同意");
    public static readonly LocalText SeatNo = new("Against", "反对");
    public static readonly LocalText SeatAbstains = new("Abstains", "弃权");
    public static readonly LocalText SeatSilent = new("Has not voted yet", "尚未投票");
    public static readonly LocalText SeatWasSilent = new("Did not vote", "未投票");

    // Why.
    public static readonly LocalText Why = new("Why", "结果怎么来的");
    public static readonly LocalText OneByOne = new("What the rule asks, one by one", "逐项看规则要求");
    public static readonly LocalText Round = new("Round “{0}”", "“{0}”轮");
    public static readonly LocalText RoundDidNotOpen = new("did not open", "未开启");
    public static readonly LocalText SameBallots = new("The same ballots were counted again.", "沿用上一轮选票。");
    public static readonly LocalText Gate = new("It opens if", "开启条件");
    public static readonly LocalText Quorum = new("Enough take part if", "参与人数");
    public static readonly LocalText Pass = new("It passes if", "通过条件");
    public static readonly LocalText FailIf = new("It is overturned if", "异议推翻条件");

    // The rule and the roll.
    public static readonly LocalText WhoDecides = new("Who decides", "由谁决定");
    public static readonly LocalText Rule = new("Rule", "表决规则");
    public static readonly LocalText Source = new("Source", "依据");
    public static readonly LocalText EvidenceStatute = new("article read", "条文已核对");
    public static readonly LocalText EvidenceSecondary = new("from a charter or commentary", "章程或转引");
    public static readonly LocalText EvidenceDraft = new("draft, to be checked by counsel", "草案，待律师核对");
    public static readonly LocalText Roll = new("Roll", "选民名册");
    public static readonly LocalText RollVersion = new("version {0} of the register, {1} {1|seat|seats}", "名册第 {0} 版，{1} 席");
    public static readonly LocalText Opened = new("Opens", "开始");
    public static readonly LocalText CloseAt = new("Closes", "截止");
    public static readonly LocalText EndsEarly = new("It may end earlier, as soon as nothing can change.", "结果已无法改变时，可提前结束。");
    public static readonly LocalText TextVersion = new("Text voted on", "表决文本");
    public static readonly LocalText Version = new("version {0}", "第 {0} 版");
    public static readonly LocalText EarlierSession = new("Earlier session", "上一次表决");
    public static readonly LocalText SeeIt = new("See it", "查看");
    public static readonly LocalText Silence = new("Ballots not returned", "未投票的如何计");
    public static readonly LocalText SilenceIgnored = new("They count as not voted.", "按未投票计，不作推定。");
    public static readonly LocalText SilenceAssents = new("Whoever was told and stays silent counts as in favour.", "已送达而未表态的，计为同意。");
    public static readonly LocalText SilenceFollows = new("Whoever was served and stays silent joins the majority of those who voted.", "已送达而未表态的，计入已投票者中的多数一方。");

    // Seats.
    public static readonly LocalText Seats = new("Seats", "各席位");
    public static readonly LocalText ShowSeats = new("Show all {0} seats", "查看全部 {0} 个席位");
    public static readonly LocalText RollIsLong = new("The roll has {0} seats. Look it up page by page, or find a seat by name.", "选民名册共有 {0} 个席位，可分页查看或按名称查找。");
    public static readonly LocalText ToRoll = new("Look up the roll", "查看选民名册");
    public static readonly LocalText TheRoll = new("The roll", "选民名册");
    public static readonly LocalText FindSeat = new("Part of a seat's or party's name", "席位或单位/个人名称（可输入一部分）");
    public static readonly LocalText ShowLines = new("Show", "显示");
    public static readonly LocalText FindDo = new("Find", "查找");
    public static readonly LocalText NoSeatFound = new("No seat fits. Try a shorter part of its name, or show all seats.", "没有符合条件的席位。可缩短查找内容，或显示全部席位。");
    public static readonly LocalText LinesFound = new("{0} {0|seat|seats}, page {1} of {2}", "共 {0} 个席位，第 {1} 页，共 {2} 页");
    public static readonly LocalText ListIsLong = new("Only the first {0} seats are listed here. Choose any other on the roll.", "此处只列出前 {0} 个席位，其他席位请在选民名册中选择。");
    public static readonly LocalText LinesAll = new("all seats", "全部席位");
    public static readonly LocalText LinesVoted = new("voted", "已投票");
    public static readonly LocalText LinesSilent = new("not voted yet", "尚未投票");
    public static readonly LocalText LinesUnserved = new("ballot paper not served", "选票未送达");
    public static readonly LocalText LinesContested = new("co-owners differ", "共有人意见不一");
    public static readonly LocalText LinesExcluded = new("excluded", "已排除");
    public static readonly LocalText HasVoted = new("voted", "已投");
    public static readonly LocalText NotVoted = new("not yet", "未投");
    public static readonly LocalText DidNotVote = new("did not vote", "未投票");
    public static readonly LocalText NotCounted = new("does not take part: {0}", "不参加表决：{0}");
    public static readonly LocalText Excluded = new("excluded", "已排除");
    public static readonly LocalText Served = new("ballot paper served", "选票已送达");
    public static readonly LocalText Mine = new("your seat", "您的席位");
    public static readonly LocalText ChoicesLater = new("Each seat's choice is shown once the vote has been counted.", "各席位的选择在计票后公布。");
    public static readonly LocalText Yes = new("In favour", "同意");
    public static readonly LocalText No = new("Against", "反对");
    public static readonly LocalText Abstain = new("Abstain", "弃权");

    // Proofs.
    public static readonly LocalText Proof = new("To check for yourself", "自行核对");
    public static readonly LocalText Root = new("Root over the counted ballots", "计入选票的根");
    public static readonly LocalText RootMeans = new(
        "This number stands for all counted ballots at once. Note it down: no ballot can be changed, added or left out later without it becoming another.",
        "这一串数字代表全部计入的选票。请抄录备查：此后任何选票被改动、添加或遗漏，它都会不同。");
    public static readonly LocalText Export = new("Download for recounting", "下载复核文件");
    public static readonly LocalText ExportHint = new(
        "One signed file with roll, rule, ballots and journal. Whoever has it can recount the vote with a small program, without this server.",
        "一份签名文件，包含名册、规则、选票和日志。持有者可用复核程序独立重新计票，无需本服务器。");
    public static readonly LocalText ProofSheet = new("Proof that it was counted", "计入证明");
    public static readonly LocalText HeldUntilCount = new("It is held and will count when the vote is counted; from then on it can be proved.", "选票已收妥，计票时将计入；计票后可出具证明。");
    public static readonly LocalText Leaf = new("The ballot in bytes", "选票的字节（十六进制）");
    public static readonly LocalText BallotWords = new("Ballot", "选票");
    public static readonly LocalText LeafHash = new("Leaf", "叶子");
    public static readonly LocalText LeafPlace = new("Place", "位置");
    public static readonly LocalText LeafOf = new("number {0} of {1}", "第 {0} 张，共 {1} 张");
    public static readonly LocalText PathUp = new("Path, from the leaf up", "路径（自叶子向上）");
    public static readonly LocalText CountedAt = new("Counted", "计票时间");

    // Channels, policies and exclusions.
    public static readonly LocalText Contested = new("co-owners differ", "共有人意见不一");
    public static readonly LocalText NotServedYet = new("Not served yet: {0}", "尚未送达：{0}");
    public static readonly LocalText Duplicates = new("Two ballots of a seat", "重复投票");
    public static readonly LocalText Changes = new("Changing a ballot", "选票更改");
    public static readonly LocalText ChangeUntilClosing = new("possible until it closes", "截止前可以更改");
    public static readonly LocalText ChangeNever = new("not possible: a ballot counts as it was cast", "不得更改，以投出的为准");
    public static readonly LocalText Proxies = new("Voting by proxy", "委托投票");
    public static readonly LocalText ProxiesFree = new("the rule sets no limits", "规则未设限制");
    public static readonly LocalText ProxiesNever = new("not possible", "不允许");
    public static readonly LocalText ProxiesWritten = new("in writing", "须书面委托");
    public static readonly LocalText ProxiesAtMost = new("one person for at most {0}", "一人最多接受 {0}");
    public static readonly LocalText ProxiesNotBy = new("not by the {0}", "{0}不得受托");
    public static readonly LocalText Uncounted = new("Ballots received that do not count", "收到但未计入的选票");
    public static readonly LocalText UncountedLine = new("{0}, given {1}, received {2}", "{0}，{1} 表达，{2} 收到");
    public static readonly LocalText Exclusions = new("Seats taken out", "被排除的席位");
    public static readonly LocalText ExcludedBy = new("{0}: {1} ({2}, {3})", "{0}：{1}（{2}，{3}）");
    public static readonly LocalText Objected = new("Objection, {0}: {1}", "异议（{0}）：{1}");
    public static readonly LocalText ObjectionUpheld = new("Upheld by {0}: {1}", "{0} 认定成立：{1}");
    public static readonly LocalText ObjectionDismissed = new("Not upheld by {0}: {1}", "{0} 认定不成立：{1}");
    public static readonly LocalText ObjectionOpen = new("Nobody has decided on it.", "尚未处理。");
    public static readonly LocalText Readmitted = new("takes part again", "已恢复");

    // Receipts.
    public static readonly LocalText Receipts = new("Check a receipt", "核对回执");
    public static readonly LocalText ReceiptLabel = new("Receipt", "回执编号");
    public static readonly LocalText ReceiptHint = new("The twelve letters and digits you were given when the ballot was cast.", "投票时得到的十二位字母和数字。");
    public static readonly LocalText ReceiptDo = new("Check", "核对");
    public static readonly LocalText ReceiptCounts = new("This ballot counts.", "这张选票已计入。");
    public static readonly LocalText ReceiptReplaced = new("A later ballot of the seat took its place on {0}; that one counts.", "该席位于 {0} 另投一张，以后投的为准。");
    public static readonly LocalText ReceiptExcluded = new("This ballot is kept and not counted: the seat does not take part.", "这张选票予以保留但不计入：该席位不参加本次表决。");
    public static readonly LocalText ReceiptKept = new("This ballot is kept and does not count at present. {0}", "这张选票予以保留，目前不计入。{0}");
    public static readonly LocalText ReceiptCancelled = new("This ballot is kept; the vote was cancelled.", "这张选票予以保留；本次表决已取消。");
    public static readonly LocalText ReceiptOf = new("{0}: {1}, {2}, {3}", "{0}：{1}，{2}，{3}");

    // Challenging it, and the sheet.
    public static readonly LocalText Challenge = new("Challenging the result", "撤销或起诉期限");
    public static readonly LocalText ChallengeDecided = new("until {0} ({1} from the decision)", "至 {0}（自决定作出之日起 {1}）");
    public static readonly LocalText ChallengeNotified = new("until {0} for whoever was told at once ({1} from being notified)", "当日获知的至 {0}（自收到通知之日起 {1}）");
    public static readonly LocalText ChallengeKnown = new("until {0} for whoever knew at once ({1} from when one knew or should have known)", "当日知悉的至 {0}（自知道或应当知道之日起 {1}）");
    public static readonly LocalText ChallengePeriodDecided = new("{0} from the decision", "自决定作出之日起 {0}");
    public static readonly LocalText ChallengePeriodNotified = new("{0} from being notified", "自收到通知之日起 {0}");
    public static readonly LocalText ChallengePeriodKnown = new("{0} from when one knew or should have known", "自知道或应当知道之日起 {0}");
    public static readonly LocalText Days = new("{0} days", "{0} 日");
    public static readonly LocalText Months = new("{0} months", "{0} 个月");
    public static readonly LocalText OneMonth = new("1 month", "1 个月");
    public static readonly LocalText OneYear = new("1 year", "1 年");
    public static readonly LocalText Years = new("{0} years", "{0} 年");
    public static readonly LocalText Sheet = new("Result sheet to print", "打印结果单");
}
