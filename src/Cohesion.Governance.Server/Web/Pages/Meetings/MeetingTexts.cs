using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;

namespace Cohesion.Governance.Server.Web.Pages.Meetings;

/// <summary>What the pages of meetings say.</summary>
internal static class MeetingTexts
{
    public static readonly LocalText Title = new("Meetings", "会议");
    public static readonly LocalText NumberOf = new("Meeting {0}", "第 {0} 次会议");
    public static readonly LocalText SecondCall = new("second call", "再次召集");
    public static readonly LocalText Coming = new("Coming and in session", "即将召开与正在进行");
    public static readonly LocalText Past = new("Past meetings", "以往会议");
    public static readonly LocalText NoneComing = new(
        "No meeting is planned. The street convenor or the council secretary can plan one; everybody is then told in good time.",
        "目前没有安排会议。街道召集人或议事会秘书可以安排，届时会按规定提前通知大家。");
    public static readonly LocalText NoneAtAll = new("No meeting has been held yet.", "尚未召开过会议。");
    public static readonly LocalText Items = new("{0} on the agenda", "议程 {0} 项");
    public static readonly LocalText NoItems = new("no agenda yet", "议程待定");

    public static readonly LocalText Plan = new("Plan a meeting", "安排会议");
    public static readonly LocalText PlanDo = new("Plan the meeting and give notice", "安排会议并发出通知");
    public static readonly LocalText Earliest = new(
        "Earliest lawful date: {0}, with {1} whole days of notice if it goes out today.", "最早可于 {0} 召开（今天发出通知，须提前 {1} 整日）。");
    public static readonly LocalText EarliestWith = new("with this: {0} at the earliest ({1})", "列入本议题最早 {0}（{1}）");
    public static readonly LocalText MeetingTitle = new("What it is about", "会议名称");
    public static readonly LocalText Place = new("Place", "地点");
    public static readonly LocalText StartsAt = new("Date and time", "日期和时间");
    public static readonly LocalText Proposals = new("Proposals for the agenda", "列入议程的议题");
    public static readonly LocalText NoProposals = new(
        "No proposal is waiting for a meeting. Items to talk about can be added later.", "目前没有等待上会的议题。讨论事项可以稍后添加。");

    public static readonly LocalText Course = new("Course", "进程");
    public static readonly LocalText CourseCalled = new("Notice", "通知");
    public static readonly LocalText CourseHeld = new("Session", "开会");
    public static readonly LocalText CourseMinutes = new("Draft minutes", "纪要征求意见");
    public static readonly LocalText CourseConfirmed = new("Minutes confirmed", "纪要确认");
    public static readonly LocalText CoursePublished = new("Minutes published", "纪要公布");
    public static readonly LocalText Cancelled = new("This meeting was called off: {0}", "本次会议已取消，原因：{0}");
    public static readonly LocalText NoQuorum = new(
        "The meeting ended without a quorum. Its proposals wait for another meeting.", "会议因未达法定人数而终止，所涉议题等待下次会议。");

    public static readonly LocalText When = new("When", "时间");
    public static readonly LocalText ConvenedBy = new("Called by", "召集人");
    public static readonly LocalText Chair = new("Chair", "主持人");
    public static readonly LocalText NoticeSent = new("Notice sent", "通知发出");
    public static readonly LocalText Opened = new("Opened", "开会");
    public static readonly LocalText Closed = new("Closed", "闭会");
    public static readonly LocalText Facts = new("The meeting", "会议信息");
    public static readonly LocalText Calendar = new("Put it in my calendar", "加入日历");

    public static readonly LocalText WallCode = new("Code on the wall", "大屏签到码");
    public static readonly LocalText WallCodeHint = new("Six digits in the meeting room; they change every half minute.", "会场大屏上的六位数字，每半分钟更换。");
    public static readonly LocalText CheckInFor = new("Check in for {0}", "为「{0}」签到");
    public static readonly LocalText LeaveFor = new("Leave early ({0})", "提前离会（{0}）");
    public static readonly LocalText YouAreIn = new("{0} is checked in.", "「{0}」已签到。");
    public static readonly LocalText Start = new("Open the session", "宣布开会");
    public static readonly LocalText Close = new("Close the session", "宣布闭会");
    public static readonly LocalText CloseNote = new(
        "Items that were not dealt with are deferred to another meeting.", "未审议的事项将延至下次会议。");
    public static readonly LocalText Cancel = new("Call the meeting off", "取消会议");
    public static readonly LocalText CancelReason = new("Why", "原因");
    public static readonly LocalText CancelHint = new(
        "Everybody is told this. The proposals wait for another meeting.", "会通知所有人；所列议题等待下次会议。");
    public static readonly LocalText Chairing = new("For the chair", "主持人操作");

    public static readonly LocalText Agenda = new("Agenda", "议程");
    public static readonly LocalText NoAgenda = new(
        "Nothing is on the agenda yet. Proposals whose consultation has ended can be put on it.", "议程尚无事项。征询结束的议题可列入议程。");
    public static readonly LocalText Now = new("Now: {0}", "正在审议：{0}");
    public static readonly LocalText NowTag = new("now", "审议中");
    public static readonly LocalText ProposalOf = new("Proposal {0}", "第 {0} 号议题");
    public static readonly LocalText TakeUp = new("Take up this item", "审议此项");
    public static readonly LocalText Decide = new("Record what was decided", "记录结论");
    public static readonly LocalText Decision = new("What the meeting came to", "会议结论");
    public static readonly LocalText SecretVote = new("If it goes to the vote: vote in secret", "提交表决的，采用无记名方式");
    public static readonly LocalText SecretVoteHint = new(
        "Ballots are then cast online only. Where so few weigh alike that the result would show what they said, the vote cannot be secret and you will be told.",
        "无记名表决只能在线投票。如同类投票人过少、结果会暴露其选择，则无法无记名进行，系统会通知您。");
    public static readonly LocalText DecisionNote = new("What was said", "说明");
    public static readonly LocalText DecisionNoteHint = new(
        "Goes into the minutes. Needed where an item is deferred or goes back.", "将写入纪要。延期或退回时必填。");
    public static readonly LocalText RemoveItem = new("Take off the agenda", "移出议程");
    public static readonly LocalText AddProposal = new("Put a proposal on the agenda", "将议题列入议程");
    public static readonly LocalText AddProposalDo = new("Put it on the agenda", "列入议程");
    public static readonly LocalText Proposal = new("Proposal", "议题");
    public static readonly LocalText AddTopic = new("Add something to talk about", "添加讨论事项");
    public static readonly LocalText AddTopicDo = new("Add it", "添加");
    public static readonly LocalText Topic = new("What to talk about", "讨论事项");

    public static readonly LocalText BallotsOpen = new("Ballots are open: cast yours", "投票已开始：去投票");

    public static readonly LocalText Attendance = new("Attendance", "到会情况");
    public static readonly LocalText Present = new("{0} of {1} {1|seat|seats}", "实到 {0} 席，应到 {1} 席");
    public static readonly LocalText QuorumMet = new("There is a quorum.", "已达法定人数。");
    public static readonly LocalText QuorumNotMet = new("There is no quorum yet.", "尚未达到法定人数。");
    public static readonly LocalText QuorumNeeds = new("To begin, the meeting needs:", "开会须满足：");
    public static readonly LocalText AnyAttendance = new("Any attendance is enough.", "有人到会即可开会。");
    public static readonly LocalText Holds = new("holds", "达到");
    public static readonly LocalText Missing = new("missing: {0}", "还差：{0}");
    public static readonly LocalText NotYetOpen = new(
        "Check-in opens shortly before the meeting. Then you see here who is there.", "签到将在会议开始前不久开放，届时这里显示到会情况。");
    public static readonly LocalText ArrivedAt = new("came {0}", "{0} 到会");
    public static readonly LocalText Stayed = new("{0} – {1}, left", "{0}–{1}，已离会");
    public static readonly LocalText NobodyYet = new("nobody yet", "尚无人到会");
    public static readonly LocalText MoreCame = new("There are more: the first {0} by name are shown.", "到会席位较多，此处显示前 {0} 席。");
    public static readonly LocalText BarLabel = new("{0}: {1} of {2} {2|seat is|seats are} there", "{0}：应到 {2} 席，实到 {1} 席");

    public static readonly LocalText Door = new("At the door", "签到台");
    public static readonly LocalText DoorLead = new(
        "Record who comes and goes, for whoever has no phone at hand.", "为现场人员登记到会和离会。");
    public static readonly LocalText CameAs = new("{0} is here", "{0} 到会");
    public static readonly LocalText Left = new("Has left", "登记离会");
    public static readonly LocalText NoRepresentative = new("nobody acts for it at present", "暂无代表");
    public static readonly LocalText SomebodyElse = new("Somebody else came for a seat", "他人代表席位到会");
    public static readonly LocalText SomebodyElseDo = new("Check this seat in", "登记签到");
    public static readonly LocalText Seat = new("Seat", "席位");
    public static readonly LocalText WhoCame = new("Who came", "到会人");

    public static readonly LocalText Minutes = new("Minutes", "会议纪要");
    public static readonly LocalText MinutesVersion = new("version {0}, {1}", "第 {0} 版，{1}");
    public static readonly LocalText NoMinutesCancelled = new("The meeting was cancelled, so there are no minutes.", "会议已取消，没有纪要。");
    public static readonly LocalText NoMinutesNoQuorum = new("The meeting did not reach its quorum, so there are no minutes.", "会议未达到法定人数，没有纪要。");
    public static readonly LocalText MinutesSoon = new("The minutes are being drafted from what was recorded.", "正在根据会议记录形成纪要。");
    public static readonly LocalText CorrectionsUntil = new("Corrections can be asked for until {0}.", "更正意见可提至 {0}。");
    public static readonly LocalText Corrections = new("Corrections asked for", "更正意见");
    public static readonly LocalText AskCorrection = new("Ask for a correction", "提出更正");
    public static readonly LocalText CorrectionText = new("What should be corrected, and how", "哪里需要更正，如何更正");
    public static readonly LocalText CorrectionOpen = new("to be dealt with", "待处理");
    public static readonly LocalText CorrectionTaken = new("taken up", "已采纳");
    public static readonly LocalText CorrectionRefused = new("not taken up", "未采纳");
    public static readonly LocalText AnswerOf = new("Answer: {0}", "答复：{0}");
    public static readonly LocalText TakeUpCorrection = new("Take it up", "采纳");
    public static readonly LocalText TakeUpCorrectionDo = new("Make this the next version", "保存为新一版");
    public static readonly LocalText WholeText = new("The whole text with the correction in it", "更正后的纪要全文");
    public static readonly LocalText TurnDown = new("Turn it down", "不采纳");
    public static readonly LocalText TurnDownDo = new("Turn it down with this answer", "按此答复，不予采纳");
    public static readonly LocalText Answer = new("Answer to whoever asked", "给提出人的答复");
    public static readonly LocalText Confirm = new("Confirm the minutes", "确认纪要");
    public static readonly LocalText ConfirmBlocked = new(
        "They can be confirmed once the time for corrections is over and each has been dealt with.", "更正期结束且意见全部处理后即可确认。");

    /// <summary>The stage as a word on a tag.</summary>
    public static LocalText Stage(MeetingStage stage) => stage switch
    {
        MeetingStage.Planned => new("planned", "已安排"),
        MeetingStage.Noticed => new("called", "已通知"),
        MeetingStage.CheckIn => new("check-in is open", "签到中"),
        MeetingStage.InSession => new("in session", "正在开会"),
        MeetingStage.Closed => new("closed", "已闭会"),
        MeetingStage.MinutesDrafted => new("minutes in draft", "纪要征求意见"),
        MeetingStage.MinutesConfirmed => new("minutes confirmed", "纪要已确认"),
        MeetingStage.MinutesPublished => new("minutes published", "纪要已公布"),
        MeetingStage.Cancelled => new("called off", "已取消"),
        MeetingStage.NoQuorum => new("no quorum", "未达法定人数"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage without a word"),
    };

    /// <summary>How the tag of a stage looks.</summary>
    public static string? StageKind(MeetingStage stage) => stage switch
    {
        MeetingStage.CheckIn or MeetingStage.InSession or MeetingStage.MinutesDrafted => "wait",
        MeetingStage.MinutesConfirmed or MeetingStage.MinutesPublished => "go",
        MeetingStage.Cancelled or MeetingStage.NoQuorum => "late",
        _ => null,
    };

    /// <summary>A decision as the chair chooses it.</summary>
    public static LocalText Choice(AgendaDecision decision) => decision switch
    {
        AgendaDecision.ToVote => new("It goes to the vote", "提交表决"),
        AgendaDecision.Deferred => new("It waits for another meeting", "延期审议"),
        AgendaDecision.Rework => new("It goes back to be reworked", "退回修改"),
        AgendaDecision.Withdrawn => new("It was taken back by whoever raised it", "由提出人撤回"),
        AgendaDecision.Noted => new("It was heard", "知悉"),
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "No decision to choose"),
    };
}
