using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Jobs;

namespace Cohesion.Governance.Server.Web.Pages.Upkeep;

/// <summary>What the page of jobs says.</summary>
internal static class JobsTexts
{
    public static readonly LocalText Title = new("Jobs", "后台任务");
    public static readonly LocalText Lead = new("What the server does by itself, and what of it needs you.", "服务器自动执行的任务，以及需要处理的问题。");
    public static readonly LocalText Queue = new("{0} waiting, {1} running", "等待 {0}，执行中 {1}");
    public static readonly LocalText NotHere = new("This server takes no jobs from the queue; another one must.", "本服务器不执行任务，须由其他服务器执行。");
    public static readonly LocalText Recurring = new("Running by themselves", "定时任务");
    public static readonly LocalText NoRecurring = new("No job runs by itself on this server.", "本服务器没有定时任务。");
    public static readonly LocalText LastAndNext = new("last {0} · next {1}", "上次 {0} · 下次 {1}");
    public static readonly LocalText Next = new("next {0}", "下次 {0}");
    public static readonly LocalText RunNow = new("Run now", "立即执行");
    public static readonly LocalText RunAgain = new("Run again", "重新执行");
    public static readonly LocalText Failures = new("Failed in the last half hour", "最近半小时失败的任务");
    public static readonly LocalText NoFailures = new("None failed. What ended longer ago is forgotten; the log has it.", "没有失败。更早的记录已清除，可查日志。");
    public static readonly LocalText Stuck = new("Processes that are stuck", "出现故障的流程");
    public static readonly LocalText NoStuck = new("No process of any council is stuck.", "各议事会均没有流程出现故障。");
    public static readonly LocalText StuckAll = new("{0} in all", "共 {0} 个");
    public static readonly LocalText Attempt = new("attempt {0}", "第 {0} 次尝试");
    public static readonly LocalText Retry = new("Try it again", "重试");

    /// <summary>What a job does; one of the deployment's own by its id.</summary>
    public static LocalText NameOf(string id) => id switch
    {
        Schedules.RunDue => new("Carry on processes whose time has come", "推进到期的流程"),
        Schedules.DeliverNotices => new("Deliver notices", "送达通知"),
        Schedules.SealJournals => new("Seal the journals of the day", "封存当日日志"),
        Schedules.ForgetOld => new("Clear old answers", "清理过期记录"),
        _ => LocalText.Same(id),
    };

    /// <summary>How the last run ended.</summary>
    public static LocalText Of(JobOutcome outcome) => outcome switch
    {
        JobOutcome.Never => new("not yet", "尚未执行"),
        JobOutcome.UnderWay => new("under way", "执行中"),
        JobOutcome.Done => new("done", "成功"),
        JobOutcome.Failed => new("failed", "失败"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome without a name"),
    };
}
