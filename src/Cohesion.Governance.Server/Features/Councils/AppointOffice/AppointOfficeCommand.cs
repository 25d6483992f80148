using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Councils.AppointOffice;

/// <summary>Somebody gets an office in the council, or comes to act for one of its seats.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="PersonId">Who.</param>
/// <param name="Office">The office. A convenor who is to act for the street's seat gets that office with the seat.</param>
/// <param name="SeatId">The seat acted for; needed for the offices that come with a seat.</param>
/// <param name="CoOwner">Whether he owns the seat with others, so that his ballot is one voice of theirs; for seats only.</param>
[Title("appoints to an office", "任命职务")]
[RequiresOffice(Office.CouncilSecretary, Office.StreetConvenor)]
[Refuses<PersonUnknown>]
[Refuses<OfficeHeldAlready>]
[Refuses<OfficeNotOfCouncil>]
[Refuses<ConvenorAppoints>]
[Refuses<SeatNeeded>]
[Refuses<SeatUnwanted>]
[Refuses<SeatNotRegistered>]
internal sealed record AppointOfficeCommand(Guid CouncilId, Guid PersonId, Office Office, Guid? SeatId = null, bool CoOwner = false) : ICommand<Guid>, IConcernsCouncil;

/// <summary>The office is none of a council.</summary>
internal sealed record OfficeNotOfCouncil : Refusal
{
    public override LocalText Message => new(
        "This is no office of a council. Convenors are appointed for the whole street, administrators for the server.",
        "这不是议事会的职务：召集人按街道任命，系统管理员按服务器任命。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>Only the convenor appoints to this office.</summary>
internal sealed record ConvenorAppoints : Refusal
{
    public override LocalText Message => new(
        "Only the street convenor appoints secretaries and auditors. Ask the convenor.", "秘书和审计员由街道召集人任命，请联系召集人。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}

/// <summary>The office comes with a seat, and none is named.</summary>
internal sealed record SeatNeeded : Refusal
{
    public override LocalText Message => new("Name the seat that the person acts for.", "请指明此人所代表的席位。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The office comes without a seat, and one is named.</summary>
internal sealed record SeatUnwanted : Refusal
{
    public override LocalText Message => new("This office comes without a seat. Leave the seat out.", "该职务不代表席位，请勿填写席位。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}
