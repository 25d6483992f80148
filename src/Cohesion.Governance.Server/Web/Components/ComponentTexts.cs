using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Components;

/// <summary>What the shared parts of pages say.</summary>
internal static class ComponentTexts
{
    public static readonly LocalText More = new("Show more", "查看更多");
    public static readonly LocalText Done = new("done", "已完成");
    public static readonly LocalText Here = new("now here", "当前");
    public static readonly LocalText ToCome = new("to come", "待办");
    public static readonly LocalText Added = new("new", "新增");
    public static readonly LocalText Changed = new("changed", "有改动");
    public static readonly LocalText Gone = new("gone", "已取消");
    public static readonly LocalText Yes = new("in favour", "同意");
    public static readonly LocalText No = new("against", "反对");
    public static readonly LocalText Abstain = new("abstaining", "弃权");
    public static readonly LocalText NotYet = new("not yet voted", "未投");
    public static readonly LocalText Threshold = new("threshold", "门槛");
    public static readonly LocalText Map = new("Map of the process", "流程图");
    public static readonly LocalText Until = new("until {0}", "至 {0}");
    public static readonly LocalText MapText = new("The same as text", "文字说明");
    public static readonly LocalText LeadsTo = new("leads to", "之后");
    public static readonly LocalText MapLabel = new("Map of the process. Scroll sideways to see all of it.", "流程图，可左右滑动查看全部。");
}
