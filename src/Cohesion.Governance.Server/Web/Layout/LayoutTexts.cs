using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Layout;

/// <summary>What stands around every page.</summary>
internal static class LayoutTexts
{
    public static readonly LocalText Brand = new("Cohesion", "凝聚议事");
    public static readonly LocalText MovedOn = new("This has moved on. Show what can be done now", "此事有了进展，点此查看现在可办的事");
    public static readonly LocalText Skip = new("Skip to the content", "跳到正文");
    public static readonly LocalText MainNav = new("Main navigation", "主导航");
    public static readonly LocalText MyDay = new("My day", "我的今天");
    public static readonly LocalText Council = new("Council", "议事会");
    public static readonly LocalText Proposals = new("Proposals", "议题");
    public static readonly LocalText Meetings = new("Meetings", "会议");
    public static readonly LocalText Actions = new("Actions", "跟进事项");
    public static readonly LocalText Journal = new("Journal", "日志");
    public static readonly LocalText LargeType = new("Large type", "大字");
    public static readonly LocalText UsualType = new("Usual type", "标准字");
    public static readonly LocalText SignIn = new("Sign in", "登录");
    public static readonly LocalText SignOut = new("Sign out", "退出");

    /// <summary>Each language is offered in its own words.</summary>
    public static readonly LocalText OtherLanguage = new("中文", "English");
    public static readonly LocalText OtherTag = new("zh-Hans", "en");
}
