using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages.Councils;

/// <summary>What the page says on which a convenor founds a council.</summary>
internal static class FoundingTexts
{
    public static readonly LocalText Title = new("Found a council", "成立议事会");
    public static readonly LocalText Lead = new("Its buildings, who sits in it and what a seat weighs. Its secretary then enters the register.", "确定楼宇、界别和计量项，再由秘书录入名册。");
    public static readonly LocalText NameZh = new("Name in Chinese", "名称");
    public static readonly LocalText NameEn = new("Name in English", "英文名称");
    public static readonly LocalText OneName = new("One of the two names is enough.", "中英文名称填一个即可。");
    public static readonly LocalText Buildings = new("Buildings", "楼宇");
    public static readonly LocalText NoBuildings = new("No building of the street is entered yet. Enter the first one below.", "本街道还没有登记楼宇，请先在下方登记。");
    public static readonly LocalText InCouncil = new("has a council already", "已有议事会");
    public static readonly LocalText AddBuilding = new("Enter a building", "登记楼宇");
    public static readonly LocalText AddBuildingDo = new("Enter the building", "登记");
    public static readonly LocalText Address = new("Address", "地址");
    public static readonly LocalText Blocs = new("Blocs", "界别");
    public static readonly LocalText BlocsHint = new("Those whose consent may count by itself. Leave rows you do not need empty.", "需要单独表决同意的各方，不需要的行请清空。");
    public static readonly LocalText Measures = new("What a seat weighs", "计量项");
    public static readonly LocalText MeasuresHint = new("What rules count by: heads, floor area, shares. It cannot be changed later.", "表决规则的计数依据，如人数、面积、份额，成立后不能更改。");
    public static readonly LocalText Code = new("Word in rules", "规则用词");
    public static readonly LocalText CodeHint = new("A word in rules is a lower-case letter with letters or digits after it, such as owners.", "规则用词以小写字母开头，后接字母或数字，例如 owners。");
    public static readonly LocalText Unit = new("Unit", "单位");
    public static readonly LocalText Scale = new("Decimal places", "小数位数");
    public static readonly LocalText Row = new("{0} of {1}", "第 {0} 项（共 {1} 项）");
    public static readonly LocalText Do = new("Found the council", "成立议事会");
    public static readonly LocalText Property = new("Property", "物业");
    public static readonly LocalText Tenants = new("Tenant firms", "入驻企业");
    public static readonly LocalText Street = new("Street", "街道");
    public static readonly LocalText Heads = new("Heads", "人数");
    public static readonly LocalText Area = new("Floor area", "面积");
}
