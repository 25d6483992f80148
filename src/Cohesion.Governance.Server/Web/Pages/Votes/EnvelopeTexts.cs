using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages.Votes;

/// <summary>What pages say of the envelopes of secret votes.</summary>
internal static class EnvelopeTexts
{
    public static readonly LocalText Envelopes = new("Envelopes", "信封");
    public static readonly LocalText EntriesLead = new(
        "This vote is secret, so only the outer envelope is entered: one person enters it, another checks that it is the seat's, signed and closed. Nobody opens anything before the vote has closed.",
        "本次为无记名表决，只登记外信封：一人录入，另一人核对席位、签字和封口。截止前任何人不得拆封。");
    public static readonly LocalText EnterOuter = new("Enter an outer envelope", "登记外信封");
    public static readonly LocalText EnterHint = new(
        "The ballot lies in an unmarked inner envelope, which carries the letter of its group and nothing else. There is no receipt for it: tell the voter, who may vote online instead if he wants one.",
        "选票装入不留记号的内信封，内信封上只写组别字母。信封选票没有回执，请告知投票人；需要回执的可改为在线投票。");
    public static readonly LocalText ScanHint = new(
        "Needed for a paper: a scan of the closed outer envelope. Its SHA-256 is computed and kept, the scan itself is not.", "纸质选票必填：封好的外信封扫描件。系统只计算并保存其 SHA-256，不保存扫描件本身。");
    public static readonly LocalText Check = new("It is in order", "核对无误");
    public static readonly LocalText IsFaulty = new("It is not as entered (another seat's, unsigned, opened): somebody else decides", "与登记不符（席位不符、未签字、已拆开），交由他人认定");
    public static readonly LocalText Settle = new("Decide whether it stands", "认定外信封是否有效");
    public static readonly LocalText Stands = new("It stands", "有效");
    public static readonly LocalText StandsTag = new("stands", "有效");
    public static readonly LocalText StaysClosed = new("stays unopened", "不予开拆");
    public static readonly LocalText Groups = new("Letters on the inner envelopes", "内信封上的组别字母");
    public static readonly LocalText GroupsLead = new(
        "The rule tells these groups of seats apart, so their inner envelopes are counted apart. Write the letter on each inner envelope before it is handed out.",
        "规则区分以下各组席位，内信封须分组清点。发放前请在每个内信封上写好组别字母。");
    public static readonly LocalText OneGroup = new("The rule treats all seats alike: inner envelopes carry no letter.", "规则对各席位一视同仁，内信封不写字母。");
    public static readonly LocalText GroupLine = new("{0} {0|seat|seats}, {1} {1|envelope stands|envelopes stand}", "席位 {0} 个，有效信封 {1} 个");
    public static readonly LocalText Small = new(
        "Fewer than three envelopes: whoever opens them learns what these voters said. Ask them before the end whether they would rather vote online.",
        "不足三个信封：开拆人会得知这些投票人的选择。请在截止前询问他们是否愿意改为在线投票。");
    public static readonly LocalText Secrecy = new(
        "Whoever opens and counts is bound to keep to himself what he learns: of few envelopes, and by subtraction of few online ballots, the totals tell what single voters said. The server keeps them sealed and merges them with the online ballots at the count.",
        "开拆和清点人员对所知内容负有保密义务：信封或在线选票较少时，合计数可能透露个人选择。系统密封保存清点结果，计票时与在线选票合并。");
    public static readonly LocalText HowTo = new(
        "Take out the outer envelopes listed as unopened and leave them closed. Open the others, compare the letter of each inner envelope with the list, mix the inner envelopes of a group, then open them. Spoiled, blank and missing papers and wrong letters are invalid and go in as abstentions.",
        "先取出列为“不予开拆”的外信封，保持原封。其余逐一开拆，核对内信封字母与清单，同组内信封混合后再拆。污损、空白、缺失或字母不符的计为无效，按弃权计入。");
    public static readonly LocalText Enter = new("Enter the totals", "录入清点结果");
    public static readonly LocalText Again = new("Enter the totals anew", "重新录入清点结果");
    public static readonly LocalText CheckTotals = new("Count again and check", "重新清点并复核");
    public static readonly LocalText CheckHint = new("Count the papers yourself; the first totals are not shown.", "请自行清点选票，首次结果不显示。");
    public static readonly LocalText OpenedAt = new("When the envelopes were opened", "开拆时间");
    public static readonly LocalText Group = new("Group {0}: {1} envelopes", "{0} 组：{1} 个信封");
    public static readonly LocalText AllEnvelopes = new("{0} envelopes", "{0} 个信封");
    public static readonly LocalText Invalid = new("Invalid", "无效");
    public static readonly LocalText Opening = new("Opening", "开拆清点");
    public static readonly LocalText EnteredBy = new("{0} envelopes opened {1}, {2}, witness {3}; totals entered by {4}", "{1} 在{2}开拆 {0} 个信封，见证人 {3}；{4} 录入清点结果");
    public static readonly LocalText CheckedBy = new("counted again by {0}, with the same result", "{0} 重新清点，结果一致");
    public static readonly LocalText NotChecked = new("waits for somebody else to count again", "待他人重新清点");
    public static readonly LocalText List = new("Outer envelopes", "外信封清单");
    public static readonly LocalText None = new("No outer envelope has been checked yet.", "尚无核对过的外信封。");
    public static readonly LocalText Waiting = new("Envelopes to be opened and counted by two people: {0}. Until then the vote is not counted.", "还有 {0} 个信封待两人开拆清点，完成后方可计票。");
    public static readonly LocalText ToEntries = new("Enter and check outer envelopes", "登记和复核外信封");
    public static readonly LocalText ToEnvelopes = new("Letters, list and opening of the envelopes", "信封字母、清单与开拆");
    public static readonly LocalText VisitSheet = new("List of all seats with letters, to print", "打印全部席位及组别字母");
    public static readonly LocalText VisitsLead = new(
        "All seats that may vote, {0}; in a secret vote it is not told who has. Take outer and inner envelopes along, the inner ones with the seat's letter. Whoever votes at the door closes both himself, before a witness.",
        "截至 {0} 有表决权的全部席位；无记名表决不显示谁已投票。请携带内外信封，内信封写好该席位的组别字母。上门投票由投票人本人封好两层信封，须有见证人在场。");
    public static readonly LocalText Letter = new("letter {0}", "字母 {0}");
    public static readonly LocalText Held = new("your envelope was received and stays closed until the vote has ended ({0}, {1}); there is no receipt for it", "已收到您的信封，截止前不会拆开（{0}，{1}）；信封选票没有回执");
    public static readonly LocalText PaperInstead = new(
        "Whoever would rather vote on paper hands in a closed envelope; there is no receipt for it.", "也可以递交封好的信封投票；信封选票没有回执。");
}
