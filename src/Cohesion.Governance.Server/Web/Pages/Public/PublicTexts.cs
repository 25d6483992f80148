using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Features.Councils.PublicPage;

namespace Cohesion.Governance.Server.Web.Pages.Public;

/// <summary>What a council's public page says, and the page on which its secretary sets it.</summary>
internal static class PublicTexts
{
    public static readonly LocalText Title = new("Public page", "公示页");
    public static readonly LocalText Adopted = new("What the council adopted, and how it is kept", "议事会决议及落实情况");
    public static readonly LocalText InAll = new("resolutions", "项决议");
    public static readonly LocalText Done = new("kept", "已办结");
    public static readonly LocalText Late = new("late", "已逾期");
    public static readonly LocalText None = new("Nothing has been adopted yet.", "目前还没有决议。");
    public static readonly LocalText Number = new("Resolution {0}", "第 {0} 号决议");
    public static readonly LocalText AdoptedOn = new("adopted {0}", "{0} 通过");
    public static readonly LocalText KeptOn = new("kept {0}", "{0} 办结");
    public static readonly LocalText DueOn = new("due {0}", "期限 {0}");
    public static readonly LocalText Of = new("{0} of {1} actions kept", "{1} 项任务中已办结 {0} 项");
    public static readonly LocalText NoPeople = new(
        "This page names nobody. It shows titles of resolutions, dates, and whether they are kept.", "本页不含个人信息，仅列决议标题、日期和落实情况。");
    public static readonly LocalText AsOf = new("As of {0}", "截至 {0}");

    public static readonly LocalText SettingLead = new(
        "With a public page, anybody who has its address can read what the council adopted and how it is kept, without signing in.", "开通后，任何人无须登录即可通过网址查看本议事会的决议及落实情况。");
    public static readonly LocalText Shown = new("Shown: the names of council and street, number, title and date of each resolution, how many of its actions are kept, due dates, and what is late.",
        "公开：议事会和街道名称，每项决议的编号、标题、日期，任务办结数量、期限和逾期情况。");
    public static readonly LocalText Hidden = new("Not shown: people, seats, owners of actions, texts, reasons, comments, evidence, photographs, and how anybody voted.",
        "不公开：人员、席位、负责人、正文、理由、意见、凭证、照片以及投票情况。");
    public static readonly LocalText Titles = new("Titles are shown as they were adopted: look below whether one of them names somebody.", "标题按通过时的原文显示，请在下方预览中确认其中不含个人姓名。");
    public static readonly LocalText IsOn = new("The page is public.", "公示页已开通。");
    public static readonly LocalText IsOff = new("There is no public page at present.", "公示页尚未开通。");
    public static readonly LocalText TurnOn = new("Make the page public", "开通公示页");
    public static readonly LocalText TurnOff = new("Take the page back", "关闭公示页");
    public static readonly LocalText Kept = new("What browsers or others have kept of it is beyond our reach.", "他人已保存的内容无法收回。");
    public static readonly LocalText Preview = new("This is what everybody would see", "预览");
    public static readonly LocalText Open = new("Open the public page", "打开公示页");
    public static readonly LocalText Settings = new("Public page: set up", "设置公示页");

    public static LocalText State(PublicState state) => state switch
    {
        PublicState.NotBegun => new("not begun", "待落实"),
        PublicState.Open => new("being done", "办理中"),
        PublicState.Late => Late,
        PublicState.Done => Done,
        PublicState.NothingToDo => new("nothing to be done", "无须办理"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a name"),
    };

    public static string? Kind(PublicState state) => state switch
    {
        PublicState.Done or PublicState.NothingToDo => "go",
        PublicState.Late => "late",
        PublicState.NotBegun => "wait",
        _ => null,
    };
}
