using Cohesion.Governance.Domain;
using Cohesion.Governance.Workflows.Maps;

namespace Cohesion.Governance.Server.Web.Pages.Councils;

/// <summary>What the pages of workflow definitions say.</summary>
internal static class WorkflowTexts
{
    public static readonly LocalText Title = new("Workflows", "流程定义");
    public static readonly LocalText Lead = new("Each procedure is a file with versions. What runs stays on the version it began with; what begins takes the current one.", "每种流程都是一份带版本的文件。进行中的沿用原版本，新发起的采用现行版本。");
    public static readonly LocalText Proposal = new("Proposal", "议题");
    public static readonly LocalText Meeting = new("Meeting", "会议");
    public static readonly LocalText Vote = new("Vote", "表决");
    public static readonly LocalText FollowUp = new("Follow-up action", "跟进事项");
    public static readonly LocalText Current = new("current", "现行");
    public static readonly LocalText Older = new("older", "旧版");
    public static readonly LocalText Since = new("since {0}", "{0} 起");
    public static readonly LocalText Counts = new("{0} running, {1} stuck, {2} ended", "进行中 {0}，故障 {1}，已结束 {2}");
    public static readonly LocalText Map = new("On the map", "流程图与进行中的事项");
    public static readonly LocalText MapLead = new("The number in a step is how many of this council's processes wait there.", "方框内的数字是本议事会停留在该步的流程数。");
    public static readonly LocalText Here = new("{0} here", "{0} 项在此");
    public static readonly LocalText Stuck = new("{0} stuck", "{0} 项故障");
    public static readonly LocalText HereAndStuck = new("{0} here, {1} stuck", "{0} 项在此，{1} 项故障");
    public static readonly LocalText Versions = new("Versions", "版本");
    public static readonly LocalText OneVersion = new("This is the only version this server has ever run, so there is nothing to compare it with.", "本系统只运行过这一个版本，暂无可比较的版本。");
    public static readonly LocalText CompareWith = new("Compare with", "比较对象");
    public static readonly LocalText CompareDo = new("Compare", "比较");
    public static readonly LocalText Compared = new("What differs from {0}", "与 {0} 相比");
    public static readonly LocalText Same = new("No step and no value differs.", "步骤和参数均相同。");
    public static readonly LocalText EarlierMap = new("The other version", "对比版本");
    public static readonly LocalText ChangedIn = new("changed: {0}", "有改动：{0}");
    public static readonly LocalText ChangedName = new("its name", "名称");
    public static readonly LocalText ChangedType = new("what it does", "环节类型");
    public static readonly LocalText ChangedWays = new("where it leads", "后续走向");
    public static readonly LocalText Value = new("{0}: {1} → {2}", "{0}：{1} → {2}");
    public static readonly LocalText Nothing = new("none", "无");
    public static readonly LocalText Periods = new("Periods", "期限");
    public static readonly LocalText PeriodsLead = new("A period set here counts for what begins from now on.", "在此设定的期限适用于此后新发起的流程。");
    public static readonly LocalText Usual = new("usually {0}", "默认 {0}");
    public static readonly LocalText Period = new("Which period", "哪项期限");
    public static readonly LocalText NewValue = new("New length", "新的时长");
    public static readonly LocalText NewValueHint = new("P10D is ten days, P1M a month, PT30M half an hour. Empty: back to the usual.", "P10D 为十天，P1M 为一个月，PT30M 为三十分钟；留空则恢复默认。");
    public static readonly LocalText SetDo = new("Set this period", "设定期限");

    /// <summary>What a definition is called; one of the deployment's own by its id.</summary>
    public static LocalText NameOf(string definitionId) => definitionId switch
    {
        "proposal" => Proposal,
        "meeting" => Meeting,
        "vote" => Vote,
        "follow-up" => FollowUp,
        _ => LocalText.Same(definitionId),
    };

    /// <summary>What of a step changed: an input goes by its own name.</summary>
    public static LocalText WhatOf(string what) => what switch
    {
        "name" => ChangedName,
        "type" => ChangedType,
        "ways" => ChangedWays,
        _ => LocalText.Same(what),
    };

    /// <summary>What a period of the product's own workflows is called; one of the deployment's own by its name.</summary>
    public static LocalText PeriodName(string variable) => variable switch
    {
        "ScreeningReminder" => new("Reminder to the secretary to screen it", "提醒秘书受理"),
        "RevisionWindow" => new("Completing a returned proposal", "退回后补充"),
        "ConsultationWindow" => new("Consultation", "征求意见"),
        "ReworkWindow" => new("Handing in a reworked version", "修改后提交"),
        "VoteWindow" => new("Taking ballots", "投票"),
        "ReconsiderationWindow" => new("Taking up again what was not adopted", "未通过后重新提出"),
        "PostingWindow" => new("Posting", "公示"),
        "AppraisalWindow" => new("Appraisal", "评议"),
        "LastReminderBefore" => new("Last reminder to vote, before the end", "截止前最后一次提醒投票"),
        "FirstReminder" => new("First reminder, before the meeting", "会前第一次提醒"),
        "LastReminder" => new("Last reminder, before the meeting", "会前最后一次提醒"),
        "CheckInBefore" => new("Check-in opens, before the meeting", "会前开始签到"),
        "Grace" => new("Waiting for a quorum", "等候到会人数的宽限"),
        "SecondCallAfter" => new("Until the second call", "再次召集的间隔"),
        "ChairReminder" => new("Reminder to the chair to close", "提醒主持人结束会议"),
        "CorrectionWindow" => new("Correcting the minutes", "纪要更正"),
        "ConfirmationReminder" => new("Reminder to confirm the minutes", "催办纪要确认"),
        "OfferWindow" => new("Accepting an action", "责任人接受"),
        "AskAgainAfter" => new("Until it is asked again", "再次询问的间隔"),
        "RemindAt" => new("Reminder, from the due date", "距到期日的提醒"),
        "SecretaryAt" => new("Late: the secretary is told", "逾期后通知秘书"),
        "CommitteeAt" => new("Late: the party committee is told", "逾期后上报楼宇党委"),
        "ConvenorAt" => new("Late: the convenor is told", "逾期后上报召集人"),
        "RepeatEvery" => new("Between further chases", "继续督办的间隔"),
        "ConfirmationWindow" => new("Confirmation by those who asked", "诉求人确认"),
        "ReopenGrace" => new("More time for what was returned", "退回后的宽限"),
        _ => LocalText.Same(variable),
    };

    /// <summary>How a step is marked.</summary>
    public static Maps.MapState StateOf(StepChangeKind? change, int running, int stuck) => change switch
    {
        StepChangeKind.Added => Maps.MapState.Added,
        StepChangeKind.Changed => Maps.MapState.Changed,
        StepChangeKind.Gone => Maps.MapState.Gone,
        _ => running + stuck > 0 ? Maps.MapState.Here : Maps.MapState.Plain,
    };
}
