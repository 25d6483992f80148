using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Votes;

/// <summary>Whoever entered a ballot may not check it.</summary>
public sealed record SomebodyElseChecks : Refusal
{
    public override LocalText Message => new(
        "You entered this ballot, so somebody else has to check it. Ask the secretary or another visiting worker.",
        "这张选票由您录入，须由他人复核。请联系秘书或其他走访社工。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}

/// <summary>The entry was checked before.</summary>
public sealed record EntryNotWaiting : Refusal
{
    public override LocalText Message => new(
        "This entry has been checked already, or its vote was counted.", "该录入已经复核，或表决已经计票。");
}

/// <summary>There is nothing to settle: the two readings do not differ, or it was settled.</summary>
public sealed record EntryNotDisputed : Refusal
{
    public override LocalText Message => new(
        "There is nothing to settle: the two readings of this entry do not differ, or it was settled already.", "无需认定：两次录入并无不一致，或已经认定。");
}

/// <summary>Whoever entered or checked a ballot may not settle what it says.</summary>
public sealed record SettlerWasInvolved : Refusal
{
    public override LocalText Message => new(
        "You entered or checked this ballot, so somebody else has to settle what it says. Ask the street convenor.",
        "您参与了这张选票的录入或复核，须由他人认定。请联系街道召集人。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}

/// <summary>A paper cannot have been given before the vote opened, after now, or after it closed.</summary>
public sealed record TakenOutsideWindow : Refusal
{
    public override LocalText Message => new(
        "The ballot must have been given while the vote was open, and not in the future. Check the date and time.", "选票须在表决期间内取得，且不得晚于当前时间。请核对日期和时间。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The person named does not act for the seat.</summary>
public sealed record SignerDoesNotActForSeat : Refusal
{
    public override LocalText Message => new(
        "The person named as having signed does not act for this seat. Choose one of its representatives, or leave it empty where all signed.",
        "所填签字人不是该席位的代表。请选择其代表；全体共有人签字的请留空。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The co-owners' voices do not differ.</summary>
public sealed record SeatNotContested : Refusal
{
    public override LocalText Message => new(
        "The co-owners of this seat do not differ, so there is no agreement to record.", "该席位的共有人意见并无分歧，无需登记协商结果。");
}

/// <summary>The mandate was taken back.</summary>
public sealed record MandateRevoked : Refusal
{
    public override LocalText Message => new(
        "The mandate to vote for this seat was taken back. Its own representative votes, or gives you a new one.", "该席位的委托已经撤回，由其代表自行投票，或另行委托。");
}

/// <summary>The mandate's time is over.</summary>
public sealed record MandateExpired : Refusal
{
    public override LocalText Message => new(
        "The mandate to vote for this seat has expired. Ask its representative for a new one, or to vote himself.", "该席位的委托已经到期。请其代表重新委托或自行投票。");
}

/// <summary>The mandate is for something else.</summary>
public sealed record MandateForAnotherVote : Refusal
{
    public override LocalText Message => new(
        "Your mandate for this seat is for another vote or meeting.", "您受该席位委托的是其他表决或会议。");
}

/// <summary>A ballot was cast under it.</summary>
public sealed record MandateUsed : Refusal
{
    public override LocalText Message => new(
        "The ballot was cast under this mandate already, so it cannot be taken back. Where the rule lets ballots be changed, cast your own ballot: it counts instead.",
        "受托人已据此投票，委托不能再撤回。规则允许更改的，您可自行投票，以您投的为准。");
}

/// <summary>Who holds a mandate may not hand it on.</summary>
public sealed record MandateCannotBePassedOn : Refusal
{
    public override LocalText Message => new(
        "You may vote for this seat by mandate, and a mandate cannot be passed on. Only the seat's own representative can give one.",
        "您是受托人，不得转委托，只有席位代表本人可以委托。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}

/// <summary>The seat has a standing mandate for the same.</summary>
public sealed record SeatHasMandate : Refusal
{
    public override LocalText Message => new(
        "This seat has given a mandate for the same vote already. Take that one back first.", "该席位就同一表决已有委托，请先撤回。");
}

/// <summary>Who acts for a seat needs no mandate for it.</summary>
public sealed record HolderActsForSeat : Refusal
{
    public override LocalText Message => new(
        "This person acts for the seat and needs no mandate.", "此人本就是该席位的代表，无需委托。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The rule asks for a written mandate.</summary>
public sealed record MandateMustBeWritten : Refusal
{
    public override LocalText Message => new(
        "The rule of this vote asks for a written mandate. Record it with the document's SHA-256.", "按本次表决的规则，委托须为书面。请登记时附上文件的 SHA-256。");
}

/// <summary>The rule knows no proxies.</summary>
public sealed record ProxyNotAllowed : Refusal
{
    public override LocalText Message => new(
        "The rule of this vote does not let ballots be cast by proxy. The seat's own representative votes.", "按本次表决的规则不得委托投票，由席位代表自行投票。");
}

/// <summary>Holders of this office may not vote for others.</summary>
public sealed record HolderMayNotHoldProxies(Office Office) : Refusal
{
    public override LocalText Message => new(
        "Under the rule of this vote, whoever holds the proxy holder's office may not vote for others. Somebody else has to hold the mandate.",
        "按本次表决的规则，受托人所任职务不得接受委托，请另选受托人。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}

/// <summary>With this ballot the holder would speak for more than the rule lets one person.</summary>
public sealed record ProxyLimitReached(ProxyLimit Limit) : Refusal
{
    public override LocalText Message => new LocalText(
        "With this ballot you would speak for more than the rule lets one person: at most {0}. Somebody else has to hold the mandate.",
        "投出这张选票将超过规则允许一人接受委托的上限：{0}。请另选受托人。").With(Limit.Words);
}

/// <summary>The seat's representative objected before.</summary>
public sealed record ExclusionObjectedTo : Refusal
{
    public override LocalText Message => new(
        "An objection to this exclusion was raised already; it is decided before the vote closes.", "对该排除已提出异议，将在截止前作出决定。");
}

/// <summary>Nobody objected.</summary>
public sealed record NoExclusionObjection : Refusal
{
    public override LocalText Message => new("Nobody has objected to this exclusion.", "没有人对该排除提出异议。");
}

/// <summary>The objection was decided before.</summary>
public sealed record ExclusionObjectionDecided : Refusal
{
    public override LocalText Message => new("The objection to this exclusion was decided already.", "对该排除的异议已有决定。");
}

/// <summary>Whoever excluded a seat does not judge its objection.</summary>
public sealed record ExcluderDoesNotDecide : Refusal
{
    public override LocalText Message => new(
        "You excluded this seat, so somebody else has to decide on its objection. Ask the street convenor.", "该席位由您排除，须由他人决定其异议。请联系街道召集人。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}

/// <summary>Nothing is served that has not happened.</summary>
public sealed record ServedInFuture : Refusal
{
    public override LocalText Message => new("What is recorded lies in the future. Check the date and time.", "登记的时间晚于当前时间，请核对。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>Ballots on paper that came in are not read to the end yet, so the vote does not end before its time.</summary>
/// <param name="Entries">How many wait to be checked or settled.</param>
public sealed record PapersStillWait(int Entries) : Refusal
{
    public override LocalText Message => new(
        $"Entered ballots still wait to be checked or settled ({Entries}). The vote does not end early before that is done.",
        $"还有 {Entries} 张已录入的选票等待复核或认定，完成之前不提前结束表决。");
}
