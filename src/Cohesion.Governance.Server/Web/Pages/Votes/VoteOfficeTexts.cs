using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages.Votes;

/// <summary>What the page of a vote says to those who look after it: visits, paper ballots, exclusions, facts.</summary>
internal static class VoteOfficeTexts
{
    public static readonly LocalText Visits = new("Seats to visit", "需要走访的席位");
    public static readonly LocalText NoVisits = new(
        "Nobody is listed. Shortly before the end the seats that have not voted are listed here, to be gone and seen.",
        "目前没有需要走访的席位。截止前，尚未投票的席位会列在这里，请上门走访。");
    public static readonly LocalText Visited = new("visited {0}: {1}", "{0} 已走访：{1}");
    public static readonly LocalText NotVisited = new("not visited yet", "尚未走访");
    public static readonly LocalText RecordFor = new("Record", "记录");
    public static readonly LocalText RecordVisit = new("Record a visit", "记录走访");
    public static readonly LocalText VisitNote = new("What came of it", "走访情况");
    public static readonly LocalText VisitHint = new("Met, not there, wants a paper ballot …", "已见面、无人、需要纸质选票……");
    public static readonly LocalText ToEntries = new("Enter and check paper and visit ballots", "录入和复核纸质、上门选票");
    public static readonly LocalText EntriesWaiting = new("{0} entered ballots wait to be checked", "有 {0} 张录入的选票待复核");
    public static readonly LocalText Entries = new("Paper and visit ballots", "纸质和上门选票");
    public static readonly LocalText EntriesLead = new(
        "One person enters a ballot, another reads it again without seeing the first entry. It counts when both read the same.",
        "一人录入，另一人在看不到首次录入的情况下复核，两次一致方可计入。");
    public static readonly LocalText NoEntries = new("No paper or visit ballot has been entered.", "尚未录入纸质或上门选票。");
    public static readonly LocalText EnterBallot = new("Enter a ballot", "录入选票");
    public static readonly LocalText EnterHint = new("Only as it was given by the seat's own representative. The seat is told once it counts.", "只能按席位代表本人的意思录入，计入后系统会通知该席位。");
    public static readonly LocalText SignedBy = new("Signed by (co-owned seats)", "签字人（共有席位）");
    public static readonly LocalText SignedByHint = new("Choose who signed. Leave it empty only where all co-owners signed.", "请选择签字的共有人；仅在全体共有人均已签字时留空。");
    public static readonly LocalText Place = new("Where", "地点");
    public static readonly LocalText TakenAt = new("When the voter gave it", "投票人交出选票的时间");
    public static readonly LocalText Witness = new("Witness", "见证人");
    public static readonly LocalText WitnessHint = new("Needed for a visit.", "上门选票必填。");
    public static readonly LocalText ScanOfPaper = new("Scan of the paper", "选票扫描件");
    public static readonly LocalText ScanOfPaperHint = new(
        "Needed for a paper. Its SHA-256 is computed and kept, the scan itself is not: keep it with the papers.", "纸质选票必填。系统只计算并保存其 SHA-256，不保存扫描件本身，请与选票原件一并保管。");
    public static readonly LocalText ScanOfProof = new("Scan of the proof", "送达凭证扫描件");
    public static readonly LocalText VisitSheet = new("Visit sheet to print", "打印走访单");
    public static readonly LocalText CheckEntry = new("Check", "复核");
    public static readonly LocalText CheckHint = new("Read the paper itself and choose what it says.", "请对照选票原件，选择其内容。");
    public static readonly LocalText SettleEntry = new("Settle what it says", "认定选票内容");
    public static readonly LocalText SettleHint = new("One person read “{0}”, the other “{1}”. Choose nothing where the paper says nothing valid.", "一人录入“{0}”，另一人录入“{1}”。选票无效的请不要选择。");
    public static readonly LocalText SettleReason = new("Why", "理由");
    public static readonly LocalText EnteredBy = new("{0}, {1}, given {2}; entered by {3}", "{0}，{1}，{2} 取得；{3} 录入");
    public static readonly LocalText CheckedBy = new("read again by {0}", "{0} 复核");
    public static readonly LocalText SettledBy = new("settled by {0}: {1}", "{0} 认定：{1}");
    public static readonly LocalText StageAwaitingCheck = new("to be checked", "待复核");
    public static readonly LocalText StageDisputed = new("read differently", "录入不一致");
    public static readonly LocalText StageEntered = new("cast", "已投出");
    public static readonly LocalText StageVoid = new("void", "无效");
    public static readonly LocalText StageUncounted = new("not counted", "未计入");
    public static readonly LocalText DeliveryKind = new("What became of it", "送达情况");
    public static readonly LocalText DeliveredAt = new("When", "时间");
    public static readonly LocalText DeliveryWitnessHint = new("A refusal serves only before a witness.", "拒收须有见证人方视为送达。");
    public static readonly LocalText Delivered = new("handed over", "已送达");
    public static readonly LocalText DeliveryRefused = new("refused", "拒收");
    public static readonly LocalText Undeliverable = new("could not be delivered", "无法送达");
    public static readonly LocalText Posted = new("posted on the notice board", "张贴公告");
    public static readonly LocalText DecideObjection = new("Decide on an objection", "处理对排除的异议");
    public static readonly LocalText Upheld = new("Is the objection right?", "异议是否成立");
    public static readonly LocalText UpheldYes = new("Yes, the seat takes part", "成立，恢复表决权");
    public static readonly LocalText UpheldNo = new("No, it stays excluded", "不成立，仍予排除");
    public static readonly LocalText Finding = new("Why", "理由");
    public static readonly LocalText DecideDo = new("Decide", "作出决定");
    public static readonly LocalText Agreement = new("Record what co-owners agreed on", "登记共有人协商结果");
    public static readonly LocalText AgreementReason = new("How you know", "依据");
    public static readonly LocalText AgreementDocument = new("Scan of the written agreement", "书面协议扫描件");
    public static readonly LocalText Seat = new("Seat", "席位");
    public static readonly LocalText Choice = new("Choice", "选择");
    public static readonly LocalText Channel = new("How it came", "来票方式");
    public static readonly LocalText RecordService = new("Record that ballot papers were served", "登记选票送达");
    public static readonly LocalText ServiceHint = new("Under this rule silence counts only for seats that were provably served.", "按本规则，只有能证明已送达的席位，未表态才可推定。");
    public static readonly LocalText Proof = new("Proof", "送达凭证");
    public static readonly LocalText ProofHint = new("A signature, a courier's number, a witness.", "签收、快递单号或见证人。");

    public static readonly LocalText Secretary = new("Looking after the vote", "表决管理");
    public static readonly LocalText Exclude = new("Exclude a seat", "排除席位");
    public static readonly LocalText ExcludeDo = new("Exclude this seat", "排除该席位");
    public static readonly LocalText Ground = new("Ground", "事由");
    public static readonly LocalText Reason = new("Why it applies to this seat", "为何适用于该席位");
    public static readonly LocalText ReasonHint = new("Everybody can read it.", "所有成员可见。");
    public static readonly LocalText Readmit = new("Readmit a seat", "恢复席位");
    public static readonly LocalText ReadmitDo = new("Readmit this seat", "恢复该席位");
    public static readonly LocalText Facts = new("Facts the rule asks for", "规则所需事实");
    public static readonly LocalText Fact = new("Fact", "事实");
    public static readonly LocalText FactHolds = new("It is so", "属实");
    public static readonly LocalText FactFails = new("It is not so", "不属实");
    public static readonly LocalText FactAnswer = new("Answer", "认定");
    public static readonly LocalText FactSource = new("Where it can be looked up", "依据出处");
    public static readonly LocalText FactSourceHint = new("Article of the bylaws, file number …", "管理规约条款、档案编号……");
    public static readonly LocalText FactDo = new("Record the fact", "登记事实");
    public static readonly LocalText FactMissing = new("not answered", "未认定");
    public static readonly LocalText StateFact = new("Answer a fact", "认定事实");
    public static readonly LocalText Casting = new("Give the casting vote", "投决定票");
    public static readonly LocalText CastingHint = new("It counts only if there is a tie when the vote is counted.", "仅在计票时票数相同的情况下起作用。");
    public static readonly LocalText CastingDo = new("Give the casting vote", "投出决定票");
    public static readonly LocalText Cancel = new("Cancel the vote", "取消表决");
    public static readonly LocalText CancelHint = new(
        "For a mistake in the text or a wrong roll. Ballots are kept and decide nothing; the proposal goes on as after an undecided vote.",
        "用于文本有误或名册错误。已投选票予以保留但不产生结果，议题按“无法判定”继续办理。");
    public static readonly LocalText CancelReason = new("Reason", "原因");

    private static readonly Dictionary<string, LocalText> Words = new(StringComparer.Ordinal)
    {
        ["conflictOfInterest"] = new("conflict of interest", "利益冲突"),
        ["arrears"] = new("in arrears", "欠费"),
        ["notAffected"] = new("not affected by the question", "与本事项无利害关系"),
        ["ruleInBylaws"] = new("The bylaws say that silence counts", "管理规约载明未表态的计票规则"),
        ["provenDelivery"] = new("It is proven that ballot papers were delivered", "选票送达有据可查"),
        ["consequenceStatedOnBallot"] = new("The ballot paper says what silence means", "选票上写明未表态的后果"),
        ["17.1"] = new("It is a matter of article 17.1", "属于第17.1条事项"),
        ["costNotChargeable"] = new("The cost cannot be charged to those who disagree", "费用不能由不同意者分担"),
        ["privateBenefit"] = new("It is to the private benefit of some", "仅使部分人受益"),
    };

    /// <summary>Grounds offered where the rule leaves them open.</summary>
    public static IReadOnlyList<string> UsualGrounds { get; } = ["conflictOfInterest", "arrears", "notAffected"];

    /// <summary>A ground or fact of the rule language as people say it; the word itself where nobody has said it yet.</summary>
    public static LocalText Of(string word) => Words.GetValueOrDefault(word) ?? LocalText.Same(word);
}
