namespace Cohesion.Governance.Domain.Votes;

/// <summary>The vote cannot be secret with this roll: what is published would tell what single parties said.</summary>
/// <param name="Weakness">In which way.</param>
/// <param name="Who">The group or party concerned, as people call it.</param>
/// <param name="Parties">How many parties the group has.</param>
public sealed record WeightsBetrayVoters(SecrecyWeaknessKind Weakness, LocalText Who, int Parties) : Refusal
{
    public override LocalText Message
    {
        get
        {
            var why = Why.With(Who, Parties, SecrecyClasses.Fewest);
            return new(
                why.En + " The secretary or the convenor puts it as a vote by name, or cancels it.", why.Zh + "请秘书或召集人改为记名表决，或取消本次表决。");
        }
    }

    private LocalText Why => Weakness switch
    {
        SecrecyWeaknessKind.SmallClass => new LocalText(
            "This vote cannot be secret: only {1} of the voters are in the group “{0}”, and what a group says together is published; at least {2} parties must be in it.",
            "本次表决无法无记名进行：“{0}”组只有 {1} 方投票人，而各组的合计结果会公布，每组至少须有 {2} 方。"),
        SecrecyWeaknessKind.SeveralSeats => new LocalText(
            "This vote cannot be secret: “{0}” has several seats, which the rule counts as one head.", "本次表决无法无记名进行：“{0}”拥有多个席位，规则按一人计算。"),
        SecrecyWeaknessKind.CappedHolder => new LocalText(
            "This vote cannot be secret: the rule cuts down the weight of “{0}”, who is the only one of that weight.",
            "本次表决无法无记名进行：规则限制“{0}”的权重，其权重独一无二。"),
        _ => throw new InvalidOperationException($"The weakness {Weakness} has no words."),
    };
}

/// <summary>The key under which the ballots of a secret vote are sealed is not there, or is another.</summary>
public sealed record SecretKeyLost : Refusal
{
    public override LocalText Message => new(
        "The key of this secret vote is missing or is not the right one, so its ballots cannot be read and nothing is counted. Put the vote's key file back into the folder of secret vote keys and try again; if it is lost for good, cancel the vote.",
        "本次无记名表决的密钥丢失或不符，选票无法读取，也不会计票。请将该表决的密钥文件放回密钥目录后重试；确已丢失的，请取消表决。");
}

/// <summary>A sealed ballot of a secret vote was changed in the database.</summary>
/// <param name="Seat">What the seat is called.</param>
public sealed record SecretBallotDamaged(string Seat) : Refusal
{
    public override LocalText Message => new(
        $"The sealed ballot of “{Seat}” was changed behind the server's back and cannot be opened, so nothing is counted. Have the journal verified; cancel the vote if the ballot cannot be restored.",
        $"“{Seat}”的密封选票在数据库中被改动，无法打开，因此不予计票。请核验日志；无法恢复的，请取消表决。");
}

/// <summary>Another co-owner has cast the seat's ballot in a secret vote.</summary>
public sealed record CoOwnerHasVoted : Refusal
{
    public override LocalText Message => new(
        "Another co-owner has cast this seat's ballot. In a secret vote co-owners have one ballot and nobody compares their voices: agree among yourselves, and let him change it.",
        "该席位的另一位共有人已投票。无记名表决中，共有人合用一张选票，系统不比对各自意见：请协商后由其更改。");
}

/// <summary>A ballot of a secret vote would be set aside; nothing of it is kept, so it is refused.</summary>
/// <param name="Why">Why the other stands.</param>
public sealed record SecretBallotStands(LocalText Why) : Refusal
{
    public override LocalText Message => new LocalText("Your ballot was not taken: {0}", "您的选票未被接受：{0}").With(Why);
}

/// <summary>The choices of a secret vote are shown to nobody before it is counted.</summary>
public sealed record SecretUntilCounted : Refusal
{
    public override LocalText Message => new(
        "This vote is secret: nothing is counted before it closes. How many have voted stands on the vote's page.",
        "本次为无记名表决，截止前不计票。已投票人数请见表决页面。");
}

/// <summary>A secret vote ended without its ballots being opened, so that its receipts prove nothing.</summary>
public sealed record SecretBallotsDestroyed : Refusal
{
    public override LocalText Message => new(
        "The ballots of this secret vote were destroyed without being opened, and its receipts with them; the reason stands on the vote's page.",
        "本次无记名表决的选票未经打开即已销毁，回执随之失效，原因请见表决页面。");
}

/// <summary>Whether a vote is secret cannot be changed any more.</summary>
public sealed record SecrecyIsFrozen : Refusal
{
    public override LocalText Message => new(
        "Whether this vote is secret was settled when its roll was frozen. Cancel it and begin again if that was wrong.",
        "是否无记名在名册锁定时已确定。如有错误，请取消后重新表决。");
}
