using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Features.Streets.StreetFigures;

namespace Cohesion.Governance.Server.Web.Pages.Councils;

/// <summary>What the page of a street says of its figures.</summary>
internal static class StreetTexts
{
    public static readonly LocalText Span = new("Over the last", "统计时间");
    public static readonly LocalText SpanDays = new("{0} days", "近 {0} 天");
    public static readonly LocalText Rates = new("How promises are kept", "办结与满意情况");
    public static readonly LocalText Completion = new("kept of what was due", "到期办结率");
    public static readonly LocalText InTime = new("kept in time", "按期办结率");
    public static readonly LocalText Satisfaction = new("of those asked say it is done", "诉求人满意率");
    public static readonly LocalText Overdue = new("overdue now", "当前逾期");
    public static readonly LocalText Rating = new("appraisal, of 5", "评议均分（满分 5）");
    public static readonly LocalText Nothing = new("—", "—");
    public static readonly LocalText OfWhole = new("{0} of {1} · {2}", "{1} 项中 {0} 项 · {2}");
    public static readonly LocalText NothingDue = new("nothing was due", "期间没有到期事项");
    public static readonly LocalText NobodyAsked = new("nobody was asked", "期间没有询问");
    public static readonly LocalText RateNote = new(
        "Kept: of the actions due in this time, those done. Satisfied: of those who asked and were asked whether it is done, those who said yes; silence counts as asked.",
        "办结率：期间到期事项中已办结的比例。满意率：被询问的诉求人中确认办好的比例，未答复的也计入被询问人数。");
    public static readonly LocalText ByLevel = new("Overdue, by how far it went up", "逾期事项（按督办级别）");
    public static readonly LocalText NoneOverdue = new("Nothing is overdue.", "没有逾期事项。");
    public static readonly LocalText Level0 = new("nobody chased yet", "尚未督办");
    public static readonly LocalText Actions = new("{0} actions", "{0} 项");
    public static readonly LocalText OneAction = new("1 action", "1 项");
    public static readonly LocalText Stuck = new("Stuck, and why", "停滞事项及原因");
    public static readonly LocalText NoneStuck = new("Nothing is stuck.", "没有停滞事项。");
    public static readonly LocalText Things = new("{0}", "{0} 件");
    public static readonly LocalText SinceWhen = new("since {0}", "自 {0} 起");
    public static readonly LocalText Deadlines = new("Falling due in two weeks", "两周内到期");
    public static readonly LocalText NoDeadlines = new("Nothing falls due in the next two weeks.", "两周内没有到期事项。");
    public static readonly LocalText ByCouncil = new("Council by council", "各议事会");
    public static readonly LocalText Council = new("Council", "议事会");
    public static readonly LocalText ColumnCompletion = new("Kept", "办结率");
    public static readonly LocalText ColumnSatisfaction = new("Satisfied", "满意率");
    public static readonly LocalText ColumnOverdue = new("Overdue", "逾期");

    public static LocalText Reason(StuckReason reason) => reason switch
    {
        StuckReason.Fault => new("a process stopped with a fault", "流程出错停止"),
        StuckReason.Declined => new("its owner declined, nobody does it", "负责人推辞，无人办理"),
        StuckReason.Undecided => new("those who asked are silent, nobody decided", "诉求人未确认，尚未认定"),
        StuckReason.Chased => new("late, and chased to the last rung", "逾期，已督办至最后一级"),
        StuckReason.StageOver => new("its stage is over, it did not move on", "阶段已到期，未进入下一步"),
        StuckReason.Waiting => new("waits for somebody for over 30 days", "等待办理超过 30 天"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason without words"),
    };

    public static LocalText Kind(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Action => new("action due", "事项到期"),
        DeadlineKind.Vote => new("vote closes", "投票截止"),
        DeadlineKind.Posting => new("posting ends", "公示期满"),
        DeadlineKind.Meeting => new("meeting", "会议"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without words"),
    };

    public static LocalText HowMany(int actions) => actions == 1 ? OneAction : Actions.With(actions);
}
