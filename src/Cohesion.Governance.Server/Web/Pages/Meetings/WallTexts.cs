using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages.Meetings;

/// <summary>What stands on the wall of a meeting room.</summary>
internal static class WallTexts
{
    public static readonly LocalText Open = new("View for the wall (projector)", "投影大屏");
    public static readonly LocalText Back = new("Back to the meeting", "返回会议页面");
    public static readonly LocalText Scan = new("Scan to check in and to follow", "扫码签到、查看会议");
    public static readonly LocalText CodeLabel = new("Code for checking in", "签到码");
    public static readonly LocalText CodeElsewhere = new(
        "Scan to follow. The code for checking in shows when the secretary or the convenor opens this view.", "扫码查看会议。由秘书或召集人打开本页面时才显示签到码。");
    public static readonly LocalText QrLabel = new("QR code that leads to the page of this meeting", "通往本次会议页面的二维码");
    public static readonly LocalText NowOn = new("Now", "正在审议");
    public static readonly LocalText NothingOn = new("No item has been taken up yet.", "尚未进入议程。");
    public static readonly LocalText Floor = new("Has the floor", "正在发言");
    public static readonly LocalText ThenComes = new("Next: {0}", "下一位：{0}");
    public static readonly LocalText AndMore = new("and {0} more", "另有 {0} 位");
}
