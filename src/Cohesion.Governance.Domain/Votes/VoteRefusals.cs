namespace Cohesion.Governance.Domain.Votes;

/// <summary>The ballots have not been opened.</summary>
public sealed record VoteNotOpenYet : Refusal
{
    public override LocalText Message => new(
        "This vote has not opened yet. You will be told when it does.",
        "本次表决尚未开始，开始时会通知您。");
}

/// <summary>The ballots have ended, on time or early.</summary>
public sealed record VoteHasClosed : Refusal
{
    public override LocalText Message => new(
        "This vote has closed; ballots can no longer be cast or changed. See the result on the vote's page.",
        "本次表决已经截止，不能再投票或更改。结果请见表决页面。");
}

/// <summary>The vote was called off.</summary>
public sealed record VoteWasCancelled : Refusal
{
    public override LocalText Message => new(
        "This vote was cancelled. See the vote's page for the reason.",
        "本次表决已取消，原因请见表决页面。");
}

/// <summary>It is too early to count.</summary>
public sealed record VoteStillOpen : Refusal
{
    public override LocalText Message => new(
        "Ballots are still being taken; the vote is counted when it closes.",
        "表决仍在进行，截止后方可计票。");
}

/// <summary>Ballots still to come could change the outcome.</summary>
public sealed record OutcomeCanStillChange : Refusal
{
    public override LocalText Message => new(
        "Ballots still to come could change the outcome, so the vote goes on until its end.",
        "尚未投出的选票仍可能改变结果，表决将继续至截止时间。");
}

/// <summary>The council does not let votes end early.</summary>
public sealed record EarlyDecisionNotAllowed : Refusal
{
    public override LocalText Message => new(
        "This council's rules keep every vote open until its end.",
        "本议事会规定表决须到截止时间方可结束。");
}

/// <summary>There is nobody who could vote.</summary>
public sealed record RollIsEmpty : Refusal
{
    public override LocalText Message => new(
        "The register has no seats, so nobody could vote. Enter the seats first.",
        "名册中没有席位，无人可以投票。请先登记席位。");
}

/// <summary>The roll must be frozen before ballots open.</summary>
public sealed record RollNotFrozen : Refusal
{
    public override LocalText Message => new(
        "The roll of this vote has not been frozen yet.",
        "本次表决的选民名册尚未锁定。");
}

/// <summary>The seat is not in the frozen electorate.</summary>
public sealed record SeatNotOnRoll : Refusal
{
    public override LocalText Message => new(
        "This seat is not on the roll of this vote. The roll was frozen when the vote opened; later changes count from the next vote on.",
        "该席位不在本次表决的选民名册上。名册在表决开始时已锁定，此后的变动从下次表决起生效。");
}

/// <summary>The seat was taken out of this vote.</summary>
/// <param name="Note">Why, in the secretary's words.</param>
public sealed record SeatIsExcluded(string Note) : Refusal
{
    public override LocalText Message => new(
        $"This seat may not vote on this question: {Note} If that is wrong, its representative can object on the ballot's page before the vote closes.",
        $"该席位不参加本次表决：{Note}如有异议，席位代表可在截止前于选票页面提出。");
}

/// <summary>The caller does not act for the seat.</summary>
public sealed record NotYourSeat : Refusal
{
    public override LocalText Message => new(
        "You do not act for this seat. Only its representative can cast its ballot.",
        "您不是该席位的代表，只有其代表可以投票。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}

/// <summary>The seat said itself what it has to say; its proxy may not put another ballot in the place of that.</summary>
public sealed record SeatVotedItself : Refusal
{
    public override LocalText Message => new(
        "This seat has voted itself, so its mandate is not needed any more in this vote. Only its own representative can change the ballot.",
        "该席位已自行投票，本次表决不再需要受托人代投，只有其代表可以更改。");
}

/// <summary>Under the rule a ballot cannot be changed.</summary>
public sealed record BallotIsIrrevocable : Refusal
{
    public override LocalText Message => new(
        "Under the rule of this vote a ballot cannot be changed once it was cast, and this seat has cast one. It counts as it is.",
        "按本次表决的规则，选票投出后不得更改。该席位已投票，以已投的为准。");
}

/// <summary>The rule counts by measures for which no seat of the register has a value.</summary>
/// <param name="Measures">Their words in the rule language.</param>
public sealed record MeasureNobodyHas(IReadOnlyList<string> Measures) : Refusal
{
    public override LocalText Message => new LocalText(
        "The rule of this vote counts by {0}, and no seat of the register has a value for it. Enter the values in the register, or choose another rule.",
        "本次表决的规则按“{0}”计算，但名册中没有任何席位登记该项。请先在名册中登记，或另选规则。").With(string.Join(", ", Measures));
}

/// <summary>A vote on this text was held or is being held, and the rule knows no further session.</summary>
public sealed record AlreadyVotedOn : Refusal
{
    public override LocalText Message => new(
        "This text was voted on already, and its rule knows no further session. Revise the proposal to vote again.",
        "该文本已经表决，且所用规则没有下一次召集。修改议题后方可再次表决。");
}

/// <summary>The proposal's course is over.</summary>
public sealed record ProposalHasEnded : Refusal
{
    public override LocalText Message => new(
        "This proposal has come to its end; nothing is voted on any more.",
        "该议题已经结束，不再表决。");
}

/// <summary>The rule's own text cannot be found.</summary>
/// <param name="RulePack">The id asked for.</param>
public sealed record RulePackUnknown(string RulePack) : Refusal
{
    public override LocalText Message => new(
        $"There is no decision rule '{RulePack}'. Choose one from the list of rules.",
        $"没有编号为“{RulePack}”的表决规则，请从规则列表中选择。");
}

/// <summary>The rule says on which grounds seats are taken out, and this is none of them.</summary>
/// <param name="Grounds">The grounds it knows.</param>
public sealed record GroundNotInRule(IReadOnlyList<string> Grounds) : Refusal
{
    public override LocalText Message => new(
        $"The rule of this vote excludes seats only for: {(Grounds.Count == 0 ? "nothing" : string.Join(", ", Grounds))}.",
        $"本次表决的规则只允许因下列事由排除席位：{(Grounds.Count == 0 ? "无" : string.Join("、", Grounds))}。");
}

/// <summary>The seat was excluded before.</summary>
public sealed record SeatAlreadyExcluded : Refusal
{
    public override LocalText Message => new(
        "This seat is excluded from this vote already.",
        "该席位已被排除，不参加本次表决。");
}

/// <summary>The seat was not excluded.</summary>
public sealed record SeatNotExcluded : Refusal
{
    public override LocalText Message => new(
        "This seat is not excluded from this vote.",
        "该席位并未被排除。");
}

/// <summary>There is no adoption to confirm.</summary>
public sealed record NotAdopted : Refusal
{
    public override LocalText Message => new(
        "Only an adopted vote is confirmed after its posting; this one was not adopted.",
        "只有通过的表决才需在公示后确认，本次表决未通过。");
}

/// <summary>The rule does not let the chair break ties.</summary>
public sealed record ChairDoesNotCast : Refusal
{
    public override LocalText Message => new(
        "Under the rule of this vote the chair does not break ties.",
        "按本次表决的规则，主持人没有决定票。");
}

/// <summary>The rule does not ask for this fact.</summary>
/// <param name="Facts">The facts it asks for.</param>
public sealed record FactNotAsked(IReadOnlyList<string> Facts) : Refusal
{
    public override LocalText Message => new(
        $"The rule of this vote asks for these facts only: {(Facts.Count == 0 ? "none" : string.Join(", ", Facts))}.",
        $"本次表决的规则只需要说明下列事实：{(Facts.Count == 0 ? "无" : string.Join("、", Facts))}。");
}

/// <summary>No ballot of this vote has the receipt.</summary>
public sealed record ReceiptUnknown : Refusal
{
    public override LocalText Message => new(
        "No ballot of this vote has this receipt. Check the code: twelve letters and digits.",
        "本次表决中没有这个回执编号。请核对编号：共十二位字母和数字。");

    public override RefusalKind Kind => RefusalKind.NotFound;
}
