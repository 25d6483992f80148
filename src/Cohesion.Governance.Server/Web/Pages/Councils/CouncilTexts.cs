using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages.Councils;

internal static class CouncilTexts
{
    public static readonly LocalText Needs = new("Needs", "诉求");
    public static readonly LocalText RaiseNeed = new("What is needed?", "您需要什么？");
    public static readonly LocalText RaiseNeedHint = new("Say it in your own words. You will be told what becomes of it.", "用自己的话说就行，办理进展会告诉您。");
    public static readonly LocalText RaiseNeedDo = new("Register this need", "登记诉求");
    public static readonly LocalText Blocs = new("Who sits in it", "界别与席位");
}
