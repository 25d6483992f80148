using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages.Registers;

/// <summary>What the pages of the register say.</summary>
internal static class RegisterTexts
{
    public static readonly LocalText Title = new("Register", "名册");
    public static readonly LocalText VersionLine = new("Version {0} · {1} · {2}", "第 {0} 版 · {1} · {2}");
    public static readonly LocalText Older = new("This is an older version, kept as it was. In force is version {0}.", "这是旧版名册，按原样保存。现行为第 {0} 版。");
    public static readonly LocalText ToInForce = new("Show the version in force", "查看现行名册");
    public static readonly LocalText Empty = new(
        "There is no register yet, so nobody can vote. The secretary enters the seats from a file, or one by one.", "还没有名册，暂时无法表决。请秘书用文件导入席位，或逐个新增。");
    public static readonly LocalText Totals = new("Seats and weight", "席位与计量");
    public static readonly LocalText Bloc = new("Bloc", "界别");
    public static readonly LocalText AllBlocs = new("All blocs", "全部界别");
    public static readonly LocalText Seat = new("Seat", "席位");
    public static readonly LocalText Seats = new("Seats", "席位");
    public static readonly LocalText All = new("All together", "合计");
    public static readonly LocalText Find = new("Find a seat or party", "查找席位或单位、个人");
    public static readonly LocalText FindDo = new("Find", "查找");
    public static readonly LocalText Found = new("{0} {0|seat|seats}", "共 {0} 个席位");
    public static readonly LocalText OneFound = new("1 seat", "共 1 个席位");
    public static readonly LocalText NoneFound = new("No seat has these words. Try a part of the name.", "没有找到，请换个词或只填一部分。");
    public static readonly LocalText ActsFor = new("acting: {0}", "代表：{0}");
    public static readonly LocalText CoOwned = new("co-owners: {0}", "共有人：{0}");
    public static readonly LocalText Nobody = new("nobody acts for it yet", "尚无代表");
    public static readonly LocalText Versions = new("All versions", "全部版本");
    public static readonly LocalText Differences = new("what changed", "有何变动");
    public static readonly LocalText Import = new("Import a file", "导入文件");
    public static readonly LocalText Add = new("Add a seat", "新增席位");
    public static readonly LocalText DownloadXlsx = new("Download as Excel", "下载 Excel");
    public static readonly LocalText DownloadCsv = new("Download as CSV", "下载 CSV");
    public static readonly LocalText People = new("People and offices", "人员与职务");

    public static readonly LocalText CompareTitle = new("Version {0} against version {1}", "第 {0} 版与第 {1} 版对比");
    public static readonly LocalText FirstTitle = new("What version {0} began with", "第 {0} 版初始内容");
    public static readonly LocalText From = new("Earlier version", "较早版本");
    public static readonly LocalText To = new("Later version", "较新版本");
    public static readonly LocalText CompareDo = new("Compare", "对比");
    public static readonly LocalText Before0 = new("before the first", "首版之前");
    public static readonly LocalText Same = new("The two are the same.", "两版没有差别。");
    public static readonly LocalText Added = new("added", "新增");
    public static readonly LocalText Changed = new("changed", "变更");
    public static readonly LocalText Gone = new("gone", "注销");
    public static readonly LocalText Party = new("Party", "单位/个人");
    public static readonly LocalText Namesake = new("somebody else of this name", "同名的另一方");

    public static readonly LocalText SeatSince = new("Since version {0} · {1} · {2}", "自第 {0} 版起 · {1} · {2}");
    public static readonly LocalText History = new("What it was", "历次变动");
    public static readonly LocalText Ended = new("Not in the register any more since version {0}: {1}", "第 {0} 版起已注销：{1}");
    public static readonly LocalText Holders = new("Who acts for it", "席位代表");
    public static readonly LocalText AppointFor = new("Appoint somebody", "任命代表");
    public static readonly LocalText OtherSeats = new("Its party has {0} other seats: together they are one head.", "该单位或个人另有 {0} 个席位，按人数表决时合计一人。");
    public static readonly LocalText ChangeTitle = new("Change this seat", "变更席位");
    public static readonly LocalText ChangeDo = new("Enter the change", "提交变更");
    public static readonly LocalText RenameTitle = new("Rename the firm or person", "更改单位或个人名称");
    public static readonly LocalText RenameLead = new("It stays the same one, with all its seats and votes. For another firm or person in this seat, change the seat instead.", "仍是同一方，席位和表决记录不变。如席位换了单位或个人，请改为变更席位。");
    public static readonly LocalText RenameReason = new("Why its name changes", "更名原因");
    public static readonly LocalText RenameDo = new("Give it this name", "更改名称");
    public static readonly LocalText EndTitle = new("End this seat", "注销席位");
    public static readonly LocalText EndLead = new(
        "It goes from the register, and whoever acts for it no longer does. Earlier versions and votes under way keep it.", "席位将从名册注销，其代表同时卸任。旧版名册和进行中的表决不受影响。");
    public static readonly LocalText EndDo = new("End the seat", "注销席位");
    public static readonly LocalText AddTitle = new("Add a seat", "新增席位");
    public static readonly LocalText AddDo = new("Add the seat", "新增席位");
    public static readonly LocalText AddFor = new("Add another seat of this party", "为该单位或个人再增席位");
    public static readonly LocalText SameParty = new("The seat belongs to {0}, who has a seat already: together they are one head.", "席位属于已有席位的{0}，按人数表决时合计一人。");
    public static readonly LocalText Label = new("What people call the seat", "席位名称");
    public static readonly LocalText LabelHint = new("A room, a flat, a firm's short name. Each only once.", "房号、单位简称等，不能重复。");
    public static readonly LocalText PartyZh = new("Firm or person, in Chinese", "单位或个人名称");
    public static readonly LocalText PartyEn = new("Firm or person, in English", "单位或个人英文名称");
    public static readonly LocalText PartyHint = new("Another name here is another party, which then begins with one seat.", "改名即视为换了单位或个人。");
    public static readonly LocalText OneName = new("One of the two names is enough.", "中英文名称填一个即可。");
    public static readonly LocalText Kind = new("What it is", "类型");
    public static readonly LocalText Firm = new("a firm", "单位");
    public static readonly LocalText Person = new("a person", "个人");
    public static readonly LocalText Note = new("Why the register is revised", "修订原因");
    public static readonly LocalText NoteHint = new("Everybody reads it beside the version.", "将与版本一起公开显示。");
}
