using System.Globalization;
using Cohesion.Governance.Domain.Proposals;

namespace Cohesion.Governance.Domain.Meetings;

/// <summary>The meeting would come before its lawful notice has run.</summary>
/// <param name="Earliest">First lawful day, in the council's time zone.</param>
/// <param name="Days">Days of notice it needs.</param>
/// <param name="AskedBy">The rule asking for them, where it is not the council's own period.</param>
public sealed record NoticeTooShort(DateOnly Earliest, int Days, LocalText? AskedBy) : Refusal
{
    public override LocalText Message
    {
        get
        {
            var day = MeetingTime.SayDay(Earliest);
            return new LocalText(
                string.Create(CultureInfo.InvariantCulture, $"This meeting needs {Days} whole days of notice{(AskedBy is null ? "" : $" ({AskedBy.En})")}. The earliest lawful date is {day.En}: choose that day or a later one."),
                string.Create(CultureInfo.InvariantCulture, $"本次会议须提前{Days}整日通知{(AskedBy is null ? "" : $"（{AskedBy.Zh}）")}，最早可于{day.Zh}召开。请选择该日或之后的日期。"));
        }
    }
}

/// <summary>The time of the meeting cannot be read, or does not exist on the council's clock.</summary>
public sealed record MeetingTimeUnclear(string Text) : Refusal
{
    public override LocalText Message => new(
        $"“{Text}” is not a time that can be read. Give it as 2026-11-20T14:00 (the council's time) or with an offset, 2026-11-20T14:00+08:00.",
        $"无法识别时间“{Text}”。请写成 2026-11-20T14:00（议事会当地时间），或带时区 2026-11-20T14:00+08:00。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The meeting has gone past the point at which this can be done, or has not come to it.</summary>
public sealed record MeetingStageWrong(MeetingStage Stage) : Refusal
{
    public override LocalText Message => new(
        $"The meeting {StageNames.Of(Stage).En}, so this cannot be done now. Look at the meeting's page for what comes next.",
        $"会议{StageNames.Of(Stage).Zh}，现在不能进行此操作。请在会议页面查看下一步。");
}

/// <summary>The meeting was called off before.</summary>
public sealed record MeetingAlreadyCancelled : Refusal
{
    public override LocalText Message => new(
        "This meeting was called off already. Plan a new one if it is still needed.", "会议此前已取消。如仍需召开，请另行安排。");
}

/// <summary>The meeting was opened before.</summary>
public sealed record MeetingAlreadyStarted : Refusal
{
    public override LocalText Message => new("This meeting is in session already. Go on with the agenda.", "会议已经开始，请继续进行议程。");
}

/// <summary>The meeting was closed before.</summary>
public sealed record MeetingAlreadyClosed : Refusal
{
    public override LocalText Message => new("This meeting is closed already. Its minutes follow.", "会议已经结束，纪要随后形成。");
}

/// <summary>The hour of the notice has not come.</summary>
public sealed record TooEarlyToStart(LocalText StartsAt) : Refusal
{
    public override LocalText Message => new(
        $"The meeting was called for {StartsAt.En}. Those on their way would miss its beginning: wait until then.",
        $"会议通知的时间为{StartsAt.Zh}。请到时再开始，以免有人错过。");
}

/// <summary>Too few are there.</summary>
public sealed record QuorumNotMet(QuorumReading Reading) : Refusal
{
    public override LocalText Message => new(
        $"There is no quorum yet: {Reading.SeatsPresent} of {Reading.SeatsInAll} seats are present. Missing: {string.Join("; ", Missing.Select(m => m.En))}. Wait until the end of the grace period; a second call follows where the rules have one.",
        $"到会尚不足法定人数：应到{Reading.SeatsInAll}席，实到{Reading.SeatsPresent}席，还差{string.Join("；", Missing.Select(m => m.Zh))}。请等候至宽限时间结束；规则允许的，将再次召集。");

    private IEnumerable<LocalText> Missing => Reading.Conditions.Where(c => !c.Holds).Select(c => c.Missing ?? c.Text);
}

/// <summary>The proposal is not waiting for a meeting.</summary>
public sealed record ProposalNotAwaitingAgenda(int Number, ProposalStage Stage) : Refusal
{
    public override LocalText Message => new(
        $"Proposal {Number} is not waiting for a meeting (it stands at: {Stage}). Only proposals whose consultation has ended can be put on an agenda.",
        $"第{Number}号议题目前不在等待上会的阶段。只有征询结束、等待上会的议题才能列入议程。");
}

/// <summary>The proposal stands on this agenda already.</summary>
public sealed record AlreadyOnAgenda(int Number) : Refusal
{
    public override LocalText Message => new($"Proposal {Number} is on this agenda already.", $"第{Number}号议题已在本次会议议程中。");
}

/// <summary>What was not on the agenda of the first call cannot be decided with the lower quorum of the second.</summary>
public sealed record SecondCallAgendaFixed : Refusal
{
    public override LocalText Message => new(
        "A second call deals with the agenda of the first. Put this proposal on the agenda of another meeting.",
        "再次召集的会议只审议首次召集时的议程。请将该议题列入另一次会议。");
}

/// <summary>The item was dealt with before.</summary>
public sealed record AgendaItemAlreadyDecided(AgendaDecision Decision) : Refusal
{
    public override LocalText Message => new(
        $"This item was dealt with already: {DecisionNames.Of(Decision).En}. Take up another one.",
        $"该议程已有结论：{DecisionNames.Of(Decision).Zh}。请处理其他议程。");
}

/// <summary>The item is the one being dealt with.</summary>
public sealed record AgendaItemAlreadyTakenUp : Refusal
{
    public override LocalText Message => new("The meeting is dealing with this item already.", "会议正在审议该议程。");
}

/// <summary>The proposal of this item is no longer on the agenda, usually because it was withdrawn.</summary>
public sealed record ProposalLeftAgenda(int Number) : Refusal
{
    public override LocalText Message => new(
        $"Proposal {Number} is no longer on the agenda; whoever raised it may have withdrawn it. Record the item as withdrawn.",
        $"第{Number}号议题已不在议程中，可能已由提出人撤回。请将该议程记为“撤回”。");
}

/// <summary>The decision does not go with the item.</summary>
public sealed record DecisionDoesNotFit(AgendaDecision Decision, bool IsProposal) : Refusal
{
    public override LocalText Message => IsProposal
        ? new("A proposal goes to the vote, is deferred, goes back for rework, or is withdrawn. Choose one of these.", "议题的结论须为：提交表决、延期、退回修改或撤回。请从中选择。")
        : new("An item without a proposal is noted or deferred. To decide on it, raise a proposal first.", "不含议题的议程只能“知悉”或“延期”。如需表决，请先提出议题。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>What the stages are called in a sentence.</summary>
public static class StageNames
{
    /// <summary>Completes "The meeting …".</summary>
    public static LocalText Of(MeetingStage stage) => stage switch
    {
        MeetingStage.Planned => new("is planned", "已安排"),
        MeetingStage.Noticed => new("has been called", "已通知"),
        MeetingStage.CheckIn => new("is open for check-in", "正在签到"),
        MeetingStage.InSession => new("is in session", "正在进行"),
        MeetingStage.Closed => new("is closed", "已结束"),
        MeetingStage.MinutesDrafted => new("is over and its minutes are a draft", "已结束，纪要为征求意见稿"),
        MeetingStage.MinutesConfirmed => new("is over and its minutes are confirmed", "已结束，纪要已确认"),
        MeetingStage.MinutesPublished => new("is over and its minutes are published", "已结束，纪要已公布"),
        MeetingStage.Cancelled => new("was called off", "已取消"),
        MeetingStage.NoQuorum => new("ended for want of a quorum", "因未达法定人数而终止"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage without a name"),
    };
}

/// <summary>What the decisions on items are called.</summary>
public static class DecisionNames
{
    public static LocalText Of(AgendaDecision decision) => decision switch
    {
        AgendaDecision.None => new("not dealt with", "未审议"),
        AgendaDecision.ToVote => new("to the vote", "提交表决"),
        AgendaDecision.Deferred => new("deferred", "延期审议"),
        AgendaDecision.Rework => new("back for rework", "退回修改"),
        AgendaDecision.Withdrawn => new("withdrawn", "撤回"),
        AgendaDecision.Noted => new("noted", "知悉"),
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "A decision without a name"),
    };
}
