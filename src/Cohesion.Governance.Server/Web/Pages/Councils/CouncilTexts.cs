using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages.Councils;

internal static class CouncilTexts
{
    public static readonly LocalText OpenNeeds = new("needs to answer", "待答复诉求");
    public static readonly LocalText OpenProposals = new("proposals under way", "进行中议题");
    public static readonly LocalText OpenVotes = new("votes open", "投票中");
    public static readonly LocalText OpenActions = new("actions to keep", "跟进中事项");
    public static readonly LocalText Overdue = new("late", "已逾期");
    public static readonly LocalText NextMeeting = new("Next meeting", "下次会议");
    public static readonly LocalText NoMeeting = new("none planned", "尚未拟定");
    public static readonly LocalText Proposals = new("Proposals", "议题");
    public static readonly LocalText AllProposals = new("All proposals", "全部议题");
    public static readonly LocalText RaiseProposal = new("Raise a proposal", "提出议题");
    public static readonly LocalText NoProposals = new(
        "No proposal yet. A proposal says what is to be done, what it costs and who bears it; its rule shows beforehand how it will be decided.",
        "还没有议题。议题说明要做什么、花多少钱、由谁承担；提出时就能看到将按什么规则决定。");
    public static readonly LocalText Needs = new("Needs", "诉求");
    public static readonly LocalText AllNeeds = new("All needs", "全部诉求");
    public static readonly LocalText RaiseNeed = new("What is needed?", "您需要什么？");
    public static readonly LocalText RaiseNeedHint = new("Say it in your own words. You will be told what becomes of it.", "用自己的话说就行，办理进展会告诉您。");
    public static readonly LocalText RaiseNeedDo = new("Register this need", "登记诉求");
    public static readonly LocalText NoNeeds = new("Nobody has voiced a need yet. Be the first.", "还没有人提出诉求，您可以先说。");
    public static readonly LocalText NeedNumber = new("Need {0}", "第 {0} 号诉求");
    public static readonly LocalText AskedBy = new("asked by {0}", "{0} 提出");
    public static readonly LocalText Answer = new("Answer", "答复");
    public static readonly LocalText AnswerLabel = new("Your answer to whoever asked", "对诉求人的答复");
    public static readonly LocalText AnswerDo = new("Give this answer", "答复");
    public static readonly LocalText Blocs = new("Who sits in it", "界别与席位");
    public static readonly LocalText Bloc = new("Bloc", "界别");
    public static readonly LocalText Seats = new("Seats", "席位");
    public static readonly LocalText Party = new("Party", "单位/个人");
    public static readonly LocalText AllSeats = new("The register with all seats and versions", "名册：全部席位与历次版本");
    public static readonly LocalText Register = new("Register version {0}", "名册第 {0} 版");
    public static readonly LocalText NoRegister = new("There is no register yet, so nobody can vote.", "还没有名册，暂时无法表决。");
    public static readonly LocalText Offices = new("Offices", "职务");
    public static readonly LocalText AllPeople = new("all of them", "全部人员");
    public static readonly LocalText Rules = new("How it decides", "怎样决定");
    public static readonly LocalText Rule = new("Rule where a proposal names none", "议题未指定时的规则");
    public static readonly LocalText Notice = new("Notice of a meeting", "会议通知期");
    public static readonly LocalText Days = new("{0} days", "{0} 天");
    public static readonly LocalText Duplicates = new("Two ballots of a seat", "重复投票");
    public static readonly LocalText Early = new("A vote may end early", "表决可提前结束");
    public static readonly LocalText EarlyYes = new("yes, when nothing can change any more", "可以，结果不会再变时");
    public static readonly LocalText EarlyNo = new("no", "不可以");
    public static readonly LocalText Buildings = new("Buildings", "楼宇");
    public static readonly LocalText Street = new("Street", "街道");
    public static readonly LocalText Stuck = new("Processes that are stuck", "停滞的流程");
    public static readonly LocalText StuckLead = new("They wait for a person. Try again once the reason is gone, or move them on.", "这些流程需要人工处理：原因消除后重试，或指定下一步。");
    public static readonly LocalText Retry = new("Try again", "重试");
    public static readonly LocalText MoveOn = new("Move on: {0}", "继续：{0}");
    public static readonly LocalText Journal = new("Journal", "日志");
    public static readonly LocalText JournalLead = new(
        "Every accepted command, each chained to the one before by its hash: nothing can be changed later without it showing.",
        "每一项已办理的操作都在此，前后以哈希相连，事后改动必会显露。");
    public static readonly LocalText Verify = new("Recompute the whole chain", "核验全部记录");
    public static readonly LocalText Intact = new("The chain of all {0} entries holds, and so do the {1} rows they left.", "全部 {0} 条记录前后相符，与数据库中的 {1} 行数据一致。");
    public static readonly LocalText TamperedOnce = new("1 place was tampered with.", "发现 1 处改动痕迹。");
    public static readonly LocalText Tampered = new("{0} places were tampered with.", "发现 {0} 处改动痕迹。");
    public static readonly LocalText LastSeal = new("Sealed for {0}. Note this line down: with it anybody can show later that the journal was rewritten.", "{0} 已封存。请抄录下行：日后日志若被改写，凭此即可证明。");
    public static readonly LocalText NoSeal = new("Not sealed yet; the first seal is made when the day has ended.", "尚未封存，首次封存在当日结束后进行。");
    public static readonly LocalText Key = new("Key of seals and exports", "封存与导出所用的密钥");
    public static readonly LocalText TheServer = new("the server, in the course of a process", "系统按流程办理");
    public static readonly LocalText NoEntries = new("Nothing has happened in this council yet.", "本议事会还没有任何记录。");
    public static readonly LocalText About = new("Only about this", "只看与此有关的");
    public static readonly LocalText BoardLead = new("All councils of the street: what is open, what is late, what is stuck.", "全街道议事会一览：哪些在办、哪些逾期、哪些停滞。");
    public static readonly LocalText Level = new("chased to level {0}", "督办至第 {0} 级");
    public static readonly LocalText NoCouncils = new("This street has no council yet.", "本街道还没有议事会。");
    public static readonly LocalText ChangeRules = new("Change the rules", "修改规则");
    public static readonly LocalText RulesLead = new(
        "They hold from now on. A vote that was created keeps the rules it was created under, until its end.", "自保存时起生效。已发起的表决沿用发起时的规则，直至结束。");
    public static readonly LocalText NoticeDays = new("Notice of a meeting, in days", "会议通知期（天）");
    public static readonly LocalText QuorumRule = new("Rule whose quorum a meeting must reach", "会议到会人数所依的规则");
    public static readonly LocalText QuorumRuleHint = new("Without one, any attendance will do.", "不选则不限到会人数。");
    public static readonly LocalText EarlyHint = new(
        "A vote closes as soon as no ballot still to come can change its outcome; entered papers are read first.", "未投的选票已无法改变结果时提前结束；已录入的选票先行复核。");
    public static readonly LocalText WhichCounts = new("Which of two ballots of one seat counts", "同一席位有两张选票时，以哪张为准");
    public static readonly LocalText WhichCountsHint = new(
        "It is about ballots that come by different ways, such as online and on paper. What is set aside stays on record with the reason, for everybody to see. Votes already created keep the policy they have.",
        "指通过不同方式（如在线和纸质）收到的选票。不计入的选票予以保留并注明理由，所有人可见。已发起的表决沿用原办法。");
    public static readonly LocalText OnlinePrevails = new("What the seat cast online itself", "本人在线投出的");
    public static readonly LocalText PaperPrevails = new("What the seat signed", "本人签字的");
    public static readonly LocalText FirstWins = new("The first valid one", "先到的有效选票");
    public static readonly LocalText LatestWins = new("The one given last", "最后表达的");
    public static readonly LocalText OnlinePrevailsMeans = new(
        "Papers and visits do not replace it, and it replaces them. For councils whose members mostly vote online.", "纸质、上门选票不能替换它，它可以替换前者。适合多数人在线投票的议事会。");
    public static readonly LocalText PaperPrevailsMeans = new(
        "A signed paper or a visit stands; online ballots do not replace it, and it replaces them. For councils that put their trust in signatures.", "签字的纸质或上门选票有效，在线选票不能替换它，它可以替换在线选票。适合以签字为准的议事会。");
    public static readonly LocalText FirstWinsMeans = new(
        "Whatever comes later by another way is set aside. A paper is valid once it has been checked.", "之后以其他方式收到的均不计入。纸质选票自复核一致时起有效。");
    public static readonly LocalText LatestWinsMeans = new(
        "By the time at which the voter gave it, not at which it was entered.", "以投票人表达的时间为准，不以录入时间为准。");
    public static readonly LocalText Save = new("Save the rules", "保存规则");
    public static readonly LocalText Resolutions = new("Resolutions and how they are kept", "决议与落实情况");
    public static readonly LocalText AllResolutions = new("All resolutions", "全部决议");
    public static readonly LocalText NoResolutions = new(
        "Nothing has been resolved yet. What is adopted, and was not objected to while posted, becomes a resolution.", "尚无决议。表决通过且公示期满的议题即成为决议。");
    public static readonly LocalText ActionsKept = new("{0} of {1} actions kept", "{1} 项跟进已落实 {0} 项");
    public static readonly LocalText Kept = new("kept", "已落实");
    public static readonly LocalText NoActionNeeded = new("no action needed", "无需跟进");
    public static readonly LocalText Unassigned = new("nobody assigned yet", "待布置落实");
    public static readonly LocalText Late = new("overdue", "已逾期");
    public static readonly LocalText Underway = new("under way", "落实中");
    public static readonly LocalText NeedFilters = new("Which needs", "筛选诉求");
    public static readonly LocalText AllNeedsOf = new("all", "全部");
    public static readonly LocalText MyNeeds = new("mine", "我提出的");
    public static readonly LocalText NoSuchNeeds = new("None of this kind.", "没有这一类诉求。");
    public static readonly LocalText MandatesLink = new("Mandates", "委托");
}
