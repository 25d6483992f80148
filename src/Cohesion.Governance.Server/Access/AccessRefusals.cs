using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;

namespace Cohesion.Governance.Server.Access;

/// <summary>Nobody is signed in.</summary>
internal sealed record SignInNeeded : Refusal
{
    public override LocalText Message => new("Please sign in first.", "请先登录。");

    public override RefusalKind Kind => RefusalKind.SignInNeeded;
}

/// <summary>There is no such thing, or it belongs to a council the caller has nothing to do with: the two look the same from outside.</summary>
internal sealed record NotFound : Refusal
{
    public override LocalText Message => new(
        "There is nothing at this address for you. Check the link, or sign in as somebody else.",
        "没有找到您要的内容。请检查链接，或换一个账号登录。");

    public override RefusalKind Kind => RefusalKind.NotFound;
}

/// <summary>The caller belongs to the council but does not hold the office for it.</summary>
internal sealed record OfficeNeeded(IReadOnlyList<Office> Offices, bool OrSeat) : Refusal
{
    public override LocalText Message => new(
        $"This is for: {string.Join(", ", Names(Language.English))}. Ask one of them to do it.",
        $"此操作须由以下人员办理：{string.Join("、", Names(Language.Chinese))}。请联系他们。");

    public override RefusalKind Kind => RefusalKind.Forbidden;

    private IEnumerable<string> Names(Language language) => Offices.Select(o => OfficeNames.Of(o).In(language))
        .Concat(OrSeat ? [new LocalText("whoever acts for a seat", "席位代表").In(language)] : []);
}

/// <summary>Only a running process does this.</summary>
internal sealed record ProcessNeeded : Refusal
{
    public override LocalText Message => new("The server does this by itself when the time has come.", "此步骤由系统在时间到达时自动完成。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}

/// <summary>What each office is called.</summary>
internal static class OfficeNames
{
    public static LocalText Of(Office office) => office switch
    {
        Office.StreetConvenor => new("street convenor", "街道召集人"),
        Office.CouncilSecretary => new("council secretary", "议事会秘书"),
        Office.PropertyManager => new("property manager", "物业代表"),
        Office.TenantRepresentative => new("tenant representative", "入驻企业代表"),
        Office.Owner => new("owner", "业主"),
        Office.PartyCommitteeMember => new("building party committee member", "楼宇党委委员"),
        Office.VisitingWorker => new("visiting worker", "走访社工"),
        Office.Observer => new("observer", "观察员"),
        Office.Auditor => new("auditor", "审计员"),
        Office.Administrator => new("administrator", "系统管理员"),
        _ => throw new ArgumentOutOfRangeException(nameof(office), office, "An office without a name"),
    };
}
