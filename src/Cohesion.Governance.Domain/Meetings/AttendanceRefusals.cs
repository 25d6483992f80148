namespace Cohesion.Governance.Domain.Meetings;

/// <summary>Nobody can check in or leave now.</summary>
public sealed record CheckInNotOpen(MeetingStage Stage) : Refusal
{
    public override LocalText Message => new(
        $"Check-in is open shortly before and during a meeting; this one {StageNames.Of(Stage).En}. Come back when check-in opens.",
        $"签到在会议开始前不久至会议结束期间开放，本次会议{StageNames.Of(Stage).Zh}。请在签到开放后再来。");
}

/// <summary>The seat is there already.</summary>
public sealed record AlreadyCheckedIn : Refusal
{
    public override LocalText Message => new("This seat is checked in already; nothing more is needed.", "该席位已签到，无需重复。");
}

/// <summary>The seat is not there.</summary>
public sealed record NotCheckedIn : Refusal
{
    public override LocalText Message => new(
        "This seat is not at the meeting, so it cannot leave it. Check the seat.", "该席位未签到或已离会。请核对席位。");
}

/// <summary>Somebody tried to check in or out for a seat that is not his.</summary>
public sealed record OwnSeatOnly : Refusal
{
    public override LocalText Message => new(
        "You can check in and out only yourself, for a seat you act for. Ask the council secretary to record others.",
        "您只能为自己代表的席位签到或签退。其他席位请由议事会秘书登记。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}

/// <summary>The secretary checked in another's seat without saying who came.</summary>
public sealed record WhoCameNeeded : Refusal
{
    public override LocalText Message => new("Say who came for this seat.", "请填写代表该席位到会的人员。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The seat is not in the register in force.</summary>
public sealed record SeatNotInRegister : Refusal
{
    public override LocalText Message => new(
        "This seat is not in the register in force. Choose one of the council's seats.", "该席位不在现行名册中。请选择本议事会的席位。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>Nobody of that id takes part in this council.</summary>
public sealed record AttendeeUnknown : Refusal
{
    public override LocalText Message => new(
        "This person takes no part in the council. Choose somebody who holds an office or acts for a seat here.",
        "该人员未参与本议事会。请选择在本议事会任职或代表席位的人员。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}
