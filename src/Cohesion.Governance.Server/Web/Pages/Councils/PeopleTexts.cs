using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;

namespace Cohesion.Governance.Server.Web.Pages.Councils;

/// <summary>What the page of a council's people and offices says.</summary>
internal static class PeopleTexts
{
    public static readonly LocalText Title = new("People and offices", "人员与职务");
    public static readonly LocalText Lead = new("Who may do what here, and since when.", "谁在这里担任什么职务、从何时起。");
    public static readonly LocalText Now = new("In office", "在任");
    public static readonly LocalText Before = new("Former", "已卸任");
    public static readonly LocalText Find = new("Find a person or seat", "查找人员或席位");
    public static readonly LocalText FindDo = new("Find", "查找");
    public static readonly LocalText None = new("Nobody holds an office here yet. The convenor appoints the secretary first.", "还没有人任职，请召集人先任命秘书。");
    public static readonly LocalText NoneFormer = new("No office has ended yet.", "还没有人卸任。");
    public static readonly LocalText NoneFound = new("Nobody of this name. Try a part of it.", "没有找到，请只填姓名的一部分。");
    public static readonly LocalText Since = new("since {0}", "{0}起");
    public static readonly LocalText FromTo = new("{0} to {1}", "{0}至{1}");
    public static readonly LocalText OfStreet = new("for all councils of the street", "全街道");
    public static readonly LocalText ForSeat = new("for {0}", "代表 {0}");
    public static readonly LocalText CoOwner = new("co-owner", "共有人");
    public static readonly LocalText End = new("End this office", "免除职务");
    public static readonly LocalText Appoint = new("Appoint to an office", "任命职务");
    public static readonly LocalText Person = new("Who", "人员");
    public static readonly LocalText PersonHint = new("Not in the list? Open an account first, below.", "不在列表中？请先在下方开通账号。");
    public static readonly LocalText Office = new("Office", "职务");
    public static readonly LocalText Seat = new("Seat acted for", "所代表的席位");
    public static readonly LocalText SeatHint = new("For property managers, tenant representatives, owners and the street's own seat; leave it empty otherwise.", "物业代表、企业代表、业主及街道席位须填写，其他职务请留空。");
    public static readonly LocalText SeatInRegister = new("There are too many seats for a list: open the seat in the register and appoint from there.", "席位较多，请在名册中打开该席位，再从那里任命。");
    public static readonly LocalText CoOwnerBox = new("Owns the seat together with others, so that this is one voice of several", "与他人共有该席位，其意见为共有人之一");
    public static readonly LocalText AppointDo = new("Appoint", "任命");
    public static readonly LocalText Account = new("Open an account", "开通账号");
    public static readonly LocalText AccountLead = new("For somebody who is to hold an office here. Tell the person the password face to face; it can be changed after signing in.", "为将要任职的人开通。请当面告知密码，登录后可以修改。");
    public static readonly LocalText NameZh = new("Name in Chinese", "中文姓名");
    public static readonly LocalText NameEn = new("Name in English", "英文姓名");
    public static readonly LocalText OneName = new("One of the two names is enough.", "中英文姓名填一个即可。");
    public static readonly LocalText Language = new("Reads", "阅读语言");
    public static readonly LocalText UserName = new("Signs in as", "用户名");
    public static readonly LocalText UserNameHint = new("Latin letters, digits and - . _ @ +", "拉丁字母、数字和 - . _ @ +");
    public static readonly LocalText Password = new("First password", "初始密码");
    public static readonly LocalText PasswordHint = new("At least 10 characters, 4 of them different. A short sentence is a good one.", "至少 10 个字符，其中至少 4 个不同，用一句短语即可。");
    public static readonly LocalText AccountDo = new("Open the account", "开通账号");
    public static readonly LocalText May = new("What each office may do", "各职务的权限");

    /// <summary>What an office may do, in a sentence; docs/capabilities.md lists every command.</summary>
    public static LocalText MayDo(Office office) => office switch
    {
        Domain.Councils.Office.StreetConvenor => new("calls meetings, founds councils, appoints secretaries and auditors, in every council of the street", "在全街道各议事会召集会议、成立议事会、任命秘书和审计员"),
        Domain.Councils.Office.CouncilSecretary => new("keeps the register, plans meetings, takes in proposals and ballots on paper, follows up what was promised", "管理名册、安排会议、受理议题、录入纸质选票、督办落实"),
        Domain.Councils.Office.PropertyManager => new("raises and costs proposals, votes for the property's seat, carries out what was resolved", "提出议题并测算费用、代表物业席位表决、落实决议"),
        Domain.Councils.Office.TenantRepresentative => new("raises proposals and votes for the firm's seat", "提出议题、代表企业席位表决"),
        Domain.Councils.Office.Owner => new("raises proposals and votes for the home or unit", "提出议题、代表本户表决"),
        Domain.Councils.Office.PartyCommitteeMember => new("raises proposals and sees which resolutions are kept", "提出议题、了解决议落实情况"),
        Domain.Councils.Office.VisitingWorker => new("visits those not reached and enters ballots from the door", "走访未联系到的成员、录入上门选票"),
        Domain.Councils.Office.Observer => new("reads, and does nothing else", "只能查看"),
        Domain.Councils.Office.Auditor => new("reads everything, the journal included, and downloads the register", "查看全部内容，包括日志，并可下载名册"),
        Domain.Councils.Office.Administrator => new("runs the server and holds no office in a council by that", "运维系统，不因此在议事会任职"),
        _ => throw new ArgumentOutOfRangeException(nameof(office), office, "An office without a sentence"),
    };
}
