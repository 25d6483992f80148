namespace Cohesion.Governance.Domain.Meetings;

/// <summary>Only who is there can ask to speak.</summary>
public sealed record SeatNotPresent : Refusal
{
    public override LocalText Message => new(
        "This seat is not checked in, so it cannot be put on the speakers' list. Check it in first.", "该席位尚未签到，不能列入发言名单。请先签到。");
}

/// <summary>The seat waits to speak already, or is speaking.</summary>
public sealed record OnSpeakersListAlready : Refusal
{
    public override LocalText Message => new(
        "This seat is on the speakers' list already. Wait for the chair to call it.", "该席位已在发言名单上，请等候主持人点名。");
}

/// <summary>The seat does not wait to speak.</summary>
public sealed record NotOnSpeakersList : Refusal
{
    public override LocalText Message => new(
        "This seat does not wait to speak. Look at the list again.", "该席位不在等候发言之列。请重新查看名单。");
}

/// <summary>Nobody waits to speak.</summary>
public sealed record NobodyWaitsToSpeak : Refusal
{
    public override LocalText Message => new("Nobody is waiting to speak.", "目前无人等候发言。");
}

/// <summary>Nobody has the floor.</summary>
public sealed record NobodySpeaks : Refusal
{
    public override LocalText Message => new("Nobody has the floor at the moment.", "目前无人发言。");
}

/// <summary>Somebody tried to speak for a seat that is not his.</summary>
public sealed record SpeaksForOwnSeat : Refusal
{
    public override LocalText Message => new(
        "You can put only a seat you act for on the list or take it off. Ask the chair or the secretary for others.",
        "您只能为自己代表的席位申请或取消发言。其他席位请由主持人或秘书登记。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}
