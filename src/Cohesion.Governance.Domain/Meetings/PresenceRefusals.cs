namespace Cohesion.Governance.Domain.Meetings;

/// <summary>Whoever checks himself in has not said what stands on the wall.</summary>
public sealed record CheckInCodeNeeded : Refusal
{
    public override LocalText Message => new(
        "Type the six digits that stand on the wall of the meeting room, or scan the code there. If there is no wall, ask the secretary to check you in.",
        "请输入会场大屏上的六位签到码，或扫描大屏上的二维码。会场没有大屏时，请秘书代为签到。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The code is not that of this meeting, or not any more.</summary>
public sealed record CheckInCodeWrong : Refusal
{
    public override LocalText Message => new(
        "This is not the code on the wall, or it has changed meanwhile: it does every half minute. Type the six digits that stand there now, or ask the secretary to check you in.",
        "签到码不对，或已更换（每半分钟更换一次）。请输入大屏上现在显示的六位数字，或请秘书代为签到。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>Too many wrong codes in a row.</summary>
public sealed record CheckInCodeGuessed : Refusal
{
    public override LocalText Message => new(
        "Too many wrong codes. Ask the secretary to check you in, or try again in five minutes.", "签到码错误次数过多。请秘书代为签到，或五分钟后再试。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}
