using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages.Mine;

internal static class MyDayTexts
{
    public static readonly LocalText Title = new("My day", "我的今天");
    public static readonly LocalText Councils = new("My councils", "我的议事会");
    public static readonly LocalText Streets = new("My street", "我的街道");
    public static readonly LocalText NoCouncil = new(
        "You do not belong to a council yet. The street convenor or a council secretary can give you an office or a seat.",
        "您尚未加入任何议事会。街道召集人或议事会秘书可以为您设置职务或席位。");
}
