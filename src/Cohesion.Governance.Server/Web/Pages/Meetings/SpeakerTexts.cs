using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages.Meetings;

/// <summary>What is said of the speakers' list.</summary>
internal static class SpeakerTexts
{
    public static readonly LocalText Title = new("Speakers", "发言名单");
    public static readonly LocalText Nobody = new("Nobody has asked to speak.", "暂无人申请发言。");
    public static readonly LocalText Speaking = new("speaking since {0}", "{0} 起发言");
    public static readonly LocalText SpeakingFor = new("How long", "已发言时长");
    public static readonly LocalText Asked = new("asked {0}", "{0} 申请");
    public static readonly LocalText Who = new("{0} for {1}", "{0}（{1}）");
    public static readonly LocalText Ask = new("Ask to speak for {0}", "为「{0}」申请发言");
    public static readonly LocalText Withdraw = new("Do not speak for {0} after all", "取消「{0}」的发言申请");
    public static readonly LocalText Next = new("Give the floor to the next", "请下一位发言");
    public static readonly LocalText End = new("The speaker has finished", "发言结束");
    public static readonly LocalText Call = new("Call {0}", "请「{0}」发言");
    public static readonly LocalText OutOfTurn = new("Call somebody out of turn", "不按顺序点名");
    public static readonly LocalText RaisedHand = new("Put down who raised a hand", "登记举手发言");
    public static readonly LocalText PutDown = new("Put this seat on the list", "列入发言名单");
    public static readonly LocalText Seat = new("Seat", "席位");
}
