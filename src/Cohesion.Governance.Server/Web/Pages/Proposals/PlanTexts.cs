using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;

namespace Cohesion.Governance.Server.Web.Pages.Proposals;

/// <summary>What the page of a proposal's dates says.</summary>
internal static class PlanTexts
{
    public static readonly LocalText Open = new("Plan its dates", "测算日程");
    public static readonly LocalText Title = new("The dates it would take", "日程测算");
    public static readonly LocalText Lead = new("Each stage as early as its workflow and rule allow. Choose later days where you need them; nothing is sent.", "各阶段按流程和规则排到最早。可按需要往后调整，不会发出任何通知。");
    public static readonly LocalText Course = new("In short", "概览");
    public static readonly LocalText Picture = new("Along the calendar", "日历上的进程");
    public static readonly LocalText PictureHint = new("Drag a round handle, or use the arrow keys on it, to choose another day.", "拖动圆点，或选中后按方向键，可改日期。");
    public static readonly LocalText Change = new("Choose other days", "调整日期");
    public static readonly LocalText ChangeDo = new("Lay it out again", "重新测算");
    public static readonly LocalText Reset = new("Back to the earliest days", "恢复最早日期");
    public static readonly LocalText Table = new("Day by day", "逐项说明");
    public static readonly LocalText Stage = new("Stage", "阶段");
    public static readonly LocalText When = new("When", "日期");
    public static readonly LocalText Why = new("Why then", "原因");
    public static readonly LocalText Earliest = new("{0} at the earliest", "最早 {0}");
    public static readonly LocalText Convene = new("Convene a meeting on {0}", "召集 {0} 的会议");
    public static readonly LocalText WeekDays = new("Saturdays, Sundays and public holidays count like other days: no rule here moves a date off them, and the product keeps no calendar of holidays.", "周末和法定节假日照常计算：所用规则均不顺延，本系统也不保存节假日日历。");
    public static readonly LocalText Weekend = new("a weekend", "周末");
    public static readonly LocalText Rule = new("Rule that decides: {0}", "适用规则：{0}");

    /// <summary>What a stage is called.</summary>
    public static LocalText Of(PlanStage stage) => stage switch
    {
        PlanStage.Revision => new("New version handed in", "提交新版本"),
        PlanStage.Screening => new("Accepted", "受理"),
        PlanStage.Consultation => new("Consultation", "征求意见"),
        PlanStage.Notice => new("Notice sent", "发出通知"),
        PlanStage.Meeting => new("Meeting", "会议讨论"),
        PlanStage.Vote => new("Vote", "表决"),
        PlanStage.Posting => new("Posting", "公示"),
        PlanStage.Resolution => new("Resolution", "决议"),
        PlanStage.Challenge => new("Can be challenged", "可起诉期限"),
        PlanStage.Pause => new("Waiting period", "等候期"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage without a name"),
    };
}
