using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Features.MyDay.MyDay;

namespace Cohesion.Governance.Server.Web.Pages.Mine;

internal static class MyDayTexts
{
    public static readonly LocalText Title = new("My day", "我的今天");
    public static readonly LocalText Nothing = new("Nothing waits for you today.", "今天没有等您办的事。");
    public static readonly LocalText Votes = new("Votes to cast", "待投票");
    public static readonly LocalText VoteFor = new("Vote for {0}", "为「{0}」投票");
    public static readonly LocalText Until = new("until {0}", "{0} 截止");
    public static readonly LocalText Proposals = new("Drafts and needs that wait for you", "等您处理的议题与诉求");
    public static readonly LocalText NeedsOpen = new("Needs without an answer: {0}", "{0} 条诉求待答复");
    public static readonly LocalText OldestSince = new("the oldest since {0}", "最早提出于 {0}");
    public static readonly LocalText ToAnswer = new("to answer", "待答复");
    public static readonly LocalText Offers = new("Actions you are asked to take on", "请您负责的跟进事项");
    public static readonly LocalText Actions = new("Your actions", "您负责的跟进事项");
    public static readonly LocalText Confirmations = new("Is it done? Your word is asked", "请您确认是否已落实");
    public static readonly LocalText Decisions = new("Waiting for your decision", "等您裁定");
    public static readonly LocalText Entries = new("Paper and visit ballots to check", "待复核的纸质、上门选票");
    public static readonly LocalText ToCheck = new("{0} to check", "{0} 张待复核");
    public static readonly LocalText ToSettle = new("{0} to settle", "{0} 张待认定");
    public static readonly LocalText Envelopes = new("Envelopes of secret votes to open", "待开拆的无记名选票信封");
    public static readonly LocalText ToOpen = new("{0} to open", "{0} 个待开拆");
    public static readonly LocalText ToCountAgain = new("{0} to count a second time", "{0} 个待第二人清点");
    public static readonly LocalText Meetings = new("Meetings", "会议");
    public static readonly LocalText Minutes = new("Minutes to check", "待核对的会议纪要");
    public static readonly LocalText Appraisals = new("How well was it done? Your appraisal is asked", "请您评议");
    public static readonly LocalText Due = new("due {0}", "期限 {0}");
    public static readonly LocalText Notices = new("What you were told", "通知");
    public static readonly LocalText AllNotices = new("All notices", "全部通知");
    public static readonly LocalText NoNotices = new("What concerns you will be told here: votes, meetings, actions and what became of your needs.", "与您有关的表决、会议、跟进事项和诉求进展，都会在这里通知您。");
    public static readonly LocalText MarkRead = new("Mark as read", "标为已读");
    public static readonly LocalText Unread = new("new", "未读");
    public static readonly LocalText Councils = new("My councils", "我的议事会");
    public static readonly LocalText Server = new("The server", "服务器");
    public static readonly LocalText Jobs = new("Jobs and stuck processes", "后台任务与故障流程");
    public static readonly LocalText Streets = new("My street", "我的街道");
    public static readonly LocalText NoCouncil = new(
        "You do not belong to a council yet. The street convenor or a council secretary can give you an office or a seat.",
        "您尚未加入任何议事会。街道召集人或议事会秘书可以为您设置职务或席位。");

    public static LocalText TaskOf(ProposalTask task) => task switch
    {
        ProposalTask.Screen => new("to screen", "待受理"),
        ProposalTask.Revise => new("to revise", "待修改"),
        ProposalTask.TakePosition => new("your bloc's position", "待界别表态"),
        ProposalTask.SettleObjection => new("objection to settle", "异议待处理"),
        ProposalTask.AssignActions => new("actions to assign", "待布置落实"),
        _ => throw new ArgumentOutOfRangeException(nameof(task), task, "A task without a name"),
    };

    /// <summary>Where it is done, in one tap.</summary>
    public static string PathOf(ProposalOfMine waiting) => waiting.Task switch
    {
        ProposalTask.Revise => $"/proposals/{waiting.Id}/revise",
        ProposalTask.Screen => $"/proposals/{waiting.Id}#screen",
        ProposalTask.TakePosition => $"/proposals/{waiting.Id}#position",
        ProposalTask.SettleObjection => $"/proposals/{waiting.Id}#posting",
        _ => $"/councils/{waiting.CouncilId}/actions#assign",
    };
}
