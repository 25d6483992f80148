using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;

namespace Cohesion.Governance.Server.Web.Pages.FollowUps;

/// <summary>What the pages of follow-up actions say.</summary>
internal static class FollowUpTexts
{
    public static readonly LocalText Board = new("Actions", "跟进事项");
    public static readonly LocalText BoardLead = new("What was promised, by whom, and until when.", "答应的事，谁来办，何时办好。");
    public static readonly LocalText NumberOf = new("Action {0}", "第 {0} 号事项");
    public static readonly LocalText ResolutionOf = new("Resolution {0}: {1}", "第 {0} 号决议：{1}");
    public static readonly LocalText ProposalOf = new("Proposal {0}: {1}", "第 {0} 号议题：{1}");

    public static readonly LocalText Open = new("open", "办理中");
    public static readonly LocalText Overdue = new("overdue", "已逾期");
    public static readonly LocalText Kept = new("kept", "已办结");
    public static readonly LocalText Returned = new("returned at least once", "曾被退回");

    public static readonly LocalText Filters = new("Which actions", "筛选");
    public static readonly LocalText FilterAll = new("All open", "全部未办结");
    public static readonly LocalText FilterMine = new("Mine", "我负责的");
    public static readonly LocalText FilterOverdue = new("Overdue", "已逾期");
    public static readonly LocalText FilterEscalated = new("Escalated", "已上报");
    public static readonly LocalText FilterConfirm = new("To be confirmed", "待确认");
    public static readonly LocalText FilterRuling = new("To be decided", "待认定");
    public static readonly LocalText FilterKept = new("Kept", "已办结");
    public static readonly LocalText FilterCancelled = new("Cancelled", "已取消");
    public static readonly LocalText ByDate = new("By date", "按期限");
    public static readonly LocalText ByOwner = new("By owner", "按负责人");

    public static readonly LocalText SectionOverdue = new("Overdue", "已逾期");
    public static readonly LocalText SectionDue = new("Under way", "正在办理");
    public static readonly LocalText SectionFound = new("Actions", "事项");
    public static readonly LocalText NothingHere = new(
        "No such action. Actions come from resolutions: once something is adopted, each promise gets an owner and a due date.",
        "没有符合条件的事项。表决通过形成决议后，每件事都会明确负责人和期限。");
    public static readonly LocalText DueOn = new("due {0}", "期限 {0}");
    public static readonly LocalText ReturnedTimes = new("returned {0} ×", "退回 {0} 次");

    public static readonly LocalText ToAssign = new("Resolutions without an action", "尚未落实到人的决议");
    public static readonly LocalText ToAssignLead = new(
        "Each of these needs somebody who does it until a day, or a word on why nothing needs doing.", "请逐项明确负责人和期限；无需办理的，请说明理由。");
    public static readonly LocalText NoOwnerYet = new("nobody does it yet", "尚无负责人");
    public static readonly LocalText MoreActions = new("Assign a further action", "增加跟进事项");
    public static readonly LocalText Assign = new("Assign an action", "指派跟进事项");
    public static readonly LocalText AssignDo = new("Assign it", "指派");
    public static readonly LocalText ActionTitle = new("What is to be done", "要办的事");
    public static readonly LocalText Owner = new("Who does it", "负责人");
    public static readonly LocalText DueAt = new("Until when", "期限");
    public static readonly LocalText NoAction = new("Nothing needs doing", "无需办理");
    public static readonly LocalText NoActionDo = new("Declare that nothing needs doing", "认定无需跟进");
    public static readonly LocalText Reason = new("Why", "理由");

    public static readonly LocalText Promise = new("The promise", "承诺事项");
    public static readonly LocalText Due = new("Due", "期限");
    public static readonly LocalText AnswerUntil = new("Answer by", "答复期限");
    public static readonly LocalText ConfirmUntil = new("Word by", "确认期限");
    public static readonly LocalText KeptAt = new("Kept", "办结");
    public static readonly LocalText Declined = new("{0} declined: {1}", "{0}推辞，理由：{1}");

    public static readonly LocalText Accept = new("I take it on", "我来承办");
    public static readonly LocalText Decline = new("Decline", "推辞");
    public static readonly LocalText DeclineDo = new("Decline with this reason", "按此理由推辞");
    public static readonly LocalText SilenceAccepts = new("Without an answer by {0} it counts as taken on.", "{0} 前未答复视为承办。");

    public static readonly LocalText HandIn = new("Hand in what shows that it is done", "提交办结凭证");
    public static readonly LocalText HandInDo = new("Hand it in", "提交凭证");
    public static readonly LocalText HandInFor = new("Enter what the owner handed over", "代负责人录入凭证");
    public static readonly LocalText EvidenceText = new("What was done, and how one can see it", "办了什么，如何查看");
    public static readonly LocalText EvidenceUri = new("Address of the document", "文件地址");
    public static readonly LocalText EvidenceUriHint = new("With it, its SHA-256, so that nobody can exchange it.", "须同时填写其 SHA-256，以防被替换。");
    public static readonly LocalText DocumentElsewhere = new("A document that lies elsewhere", "附上存放在别处的文件");
    public static readonly LocalText Photograph = new("Photograph", "照片");
    public static readonly LocalText PhotographHint = new(
        "JPEG, PNG or WebP, at most 10 MB. It is made smaller, and where and with what it was taken is removed before it is kept.",
        "JPEG、PNG 或 WebP，不超过 10 MB。保存前会自动缩小，并去除拍摄地点和设备信息。");
    public static readonly LocalText PhotographNumber = new("Photograph {0}", "照片 {0}");
    public static readonly LocalText PhotographAlt = new("What it shows", "照片说明");
    public static readonly LocalText PhotographAltHint = new("For those who cannot see it.", "供看不到照片的人了解内容。");
    public static readonly LocalText MorePhotographs = new("Up to five more photographs", "再添加照片（最多五张）");
    public static readonly LocalText PhotographOf = new("Photograph {0} of {1}", "照片 {0}，共 {1} 张");
    public static readonly LocalText EvidenceHash = new("Its SHA-256", "文件的 SHA-256");

    public static readonly LocalText Confirm = new("Is it done?", "是否办好？");
    public static readonly LocalText ConfirmLead = new("You asked for this. Look at the evidence and say whether it is so.", "您是提出人。请查看凭证，确认是否属实。");
    public static readonly LocalText ConfirmYes = new("Yes, it is done", "已办好");
    public static readonly LocalText ConfirmNo = new("No, something is missing", "尚未办好");
    public static readonly LocalText ConfirmNoNote = new("It goes back to its owner.", "将退回负责人继续办理。");
    public static readonly LocalText ConfirmDo = new("Give my word", "提交确认意见");
    public static readonly LocalText ConfirmNote = new("What you saw, or what is missing", "看到的情况或不足之处");
    public static readonly LocalText ConfirmNoteHint = new("Needed where it is not done.", "未办好时必填。");
    public static readonly LocalText ConfirmFor = new("Enter the word of somebody asked in person", "代录当面询问的意见");
    public static readonly LocalText ConfirmForWho = new("Whose word", "提出人");
    public static readonly LocalText Rule = new("Decide whether it was kept", "认定是否办结");
    public static readonly LocalText RuleLead = new("Those who asked said nothing in time, so it is left to you.", "提出人逾期未确认，由您认定。");
    public static readonly LocalText RuleDo = new("Record the decision", "提交认定");
    public static readonly LocalText RuleNote = new("On what grounds", "认定依据");

    public static readonly LocalText Change = new("Change the action", "调整事项");
    public static readonly LocalText Reassign = new("Give it to somebody else", "改派他人");
    public static readonly LocalText NewOwner = new("New owner", "新负责人");
    public static readonly LocalText NewDueAt = new("New due date", "新期限");
    public static readonly LocalText NewDueHint = new("Only where the present one no longer fits.", "仅在原期限不再合适时填写。");
    public static readonly LocalText Extend = new("Give more time", "延长期限");
    public static readonly LocalText Cancel = new("Give it up", "取消事项");
    public static readonly LocalText CancelDo = new("Cancel the action", "取消事项");

    public static readonly LocalText Ladder = new("Reminders and chasing", "提醒与督办");
    public static readonly LocalText LadderNone = new(
        "Nobody has been reminded yet. Some days before the due date the owner is; once it has passed, step by step, the secretary, the party committee and the street convenor are told.",
        "尚未提醒。到期前会提醒负责人；逾期后依次告知秘书、楼宇党委和街道召集人。");
    public static readonly LocalText Reminder = new("Reminder", "提醒");
    public static readonly LocalText Rung = new("Rung {0}", "督办第 {0} 级");
    public static readonly LocalText ToldTo = new("told: {0}", "告知：{0}");
    public static readonly LocalText OwnerWord = new("owner", "负责人");
    public static readonly LocalText DaysLate = new("{0} days late", "逾期 {0} 天");
    public static readonly LocalText OneDayLate = new("1 day late", "逾期 1 天");
    public static readonly LocalText OnTheDay = new("on the due date", "到期当日");
    public static readonly LocalText DaysBefore = new("{0} days before", "到期前 {0} 天");
    public static readonly LocalText OneDayBefore = new("1 day before", "到期前 1 天");

    public static readonly LocalText Evidence = new("Evidence", "凭证");
    public static readonly LocalText NoEvidence = new("Nothing has been handed in yet.", "尚未提交凭证。");
    public static readonly LocalText EarlierRound = new("not accepted", "未获认可");
    public static readonly LocalText Document = new("Open the document", "查看文件");
    public static readonly LocalText Asked = new("Those who asked", "提出人确认");
    public static readonly LocalText NobodyAsked = new(
        "Nobody but the owner asked for it; the secretary decides whether it was kept.", "除负责人外没有其他提出人，由秘书认定是否办结。");
    public static readonly LocalText SaidYes = new("says it is done", "确认办好");
    public static readonly LocalText SaidNo = new("says it is not done", "认为未办好");
    public static readonly LocalText SaidNothing = new("has not said", "尚未表态");
    public static readonly LocalText RecordedBy = new("recorded by {0}", "由{0}代录");
    public static readonly LocalText History = new("What happened", "办理经过");
    public static readonly LocalText ByPerson = new("by {0}", "{0}");

    /// <summary>The stage as a word on a tag.</summary>
    public static LocalText Stage(FollowUpStage stage) => FollowUpStageNames.Of(stage);

    /// <summary>How the tag of a stage looks.</summary>
    public static string? StageKind(FollowUpStage stage) => stage switch
    {
        FollowUpStage.Kept => "go",
        FollowUpStage.Declined or FollowUpStage.Evidenced or FollowUpStage.AwaitingRuling => "wait",
        _ => null,
    };

    /// <summary>The rung of the chase ladder an action has come to.</summary>
    public static LocalText Level(int level) => level switch
    {
        1 => new("owner chased", "已督办负责人"),
        2 => new("secretary told", "已告知秘书"),
        3 => new("with the party committee", "已上报楼宇党委"),
        _ => new("with the street convenor", "已上报街道召集人"),
    };

    /// <summary>How far from the due date a rung was taken.</summary>
    public static LocalText Late(int days) => days switch
    {
        0 => OnTheDay,
        1 => OneDayLate,
        -1 => OneDayBefore,
        > 1 => DaysLate.With(days),
        _ => DaysBefore.With(-days),
    };

    /// <summary>Somebody a rung went to.</summary>
    public static LocalText Audience(string word) => Enum.TryParse<Office>(word, out var office) ? OfficeNames.Of(office) : OwnerWord;

    /// <summary>What happened, as a line of the history.</summary>
    public static LocalText Changed(FollowUpChangeKind kind) => kind switch
    {
        FollowUpChangeKind.Assigned => new("Assigned to {0}, due {1}", "指派给{0}，期限 {1}"),
        FollowUpChangeKind.Accepted => new("{0} took it on", "{0}承办"),
        FollowUpChangeKind.TakenAsAccepted => new("{0} did not answer in time, which counts as taking it on", "{0}逾期未答复，视为承办"),
        FollowUpChangeKind.Declined => new("{0} declined", "{0}推辞"),
        FollowUpChangeKind.Reassigned => new("Given to {0}, due {1}", "改派给{0}，期限 {1}"),
        FollowUpChangeKind.Extended => new("More time, until {1}", "期限延至 {1}"),
        FollowUpChangeKind.Evidenced => new("Evidence handed in", "提交凭证"),
        FollowUpChangeKind.Confirmed => new("Confirmed as done", "确认办好"),
        FollowUpChangeKind.NotConfirmed => new("Not confirmed", "确认未办好"),
        FollowUpChangeKind.LeftToRuling => new("Nobody said in time; left to the secretary", "逾期无人确认，转秘书认定"),
        FollowUpChangeKind.RuledKept => new("Decided: kept", "认定办结"),
        FollowUpChangeKind.RuledNotKept => new("Decided: not kept", "认定未办结"),
        FollowUpChangeKind.Reopened => new("Returned to {0}, due {1}", "退回{0}继续办理，期限 {1}"),
        FollowUpChangeKind.Kept => new("Closed as kept", "办结"),
        FollowUpChangeKind.Cancelled => new("Cancelled", "取消"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A change without a word"),
    };
}
