namespace Cohesion.Governance.Domain.Votes;

/// <summary>Nobody reads what is in the envelope of a secret vote, so no choice is entered with it.</summary>
public sealed record EnvelopeStaysSealed : Refusal
{
    public override LocalText Message => new(
        "This vote is secret: enter the outer envelope without a choice and leave the inner one closed. All inner envelopes are opened together after the vote closes.",
        "本次为无记名表决：只登记外信封，不填写选择，内信封不得拆开。截止后统一开拆内信封。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>A ballot of a named vote is entered with what it says.</summary>
public sealed record ChoiceMissing : Refusal
{
    public override LocalText Message => new("Choose what the ballot says.", "请选择选票的内容。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>A secret vote waits for its envelopes before it is counted.</summary>
/// <param name="Unchecked">Outer envelopes that wait to be checked or settled.</param>
/// <param name="Unopened">Envelopes that stand and whose inner ones have not been counted by two people.</param>
public sealed record EnvelopesStillClosed(int Unchecked, int Unopened) : Refusal
{
    public override LocalText Message => new(
        $"The vote is counted once its envelopes are: {Unchecked} outer envelopes wait to be checked, {Unopened} inner ones to be opened and counted by two people.",
        $"信封处理完毕后方可计票：待复核外信封 {Unchecked} 个，待开拆并由两人清点的内信封 {Unopened} 个。");
}

/// <summary>Outer envelopes still wait, so it is not known which inner ones are opened.</summary>
/// <param name="Envelopes">How many.</param>
public sealed record OuterEnvelopesWait(int Envelopes) : Refusal
{
    public override LocalText Message => new(
        $"{Envelopes} outer envelopes still wait to be checked or settled. Do that first, then open the inner ones together.",
        $"还有 {Envelopes} 个外信封待复核或认定。请先处理，再统一开拆内信封。");
}

/// <summary>There is nothing to open.</summary>
public sealed record NoEnvelopes : Refusal
{
    public override LocalText Message => new(
        "No envelope stands in this vote, so there is nothing to open.", "本次表决没有有效的信封，无需开拆。");
}

/// <summary>So few of a group voted that its ballots would tell who said what; none of the vote's ballots is opened then.</summary>
public sealed record EnvelopesStayClosed : Refusal
{
    public override LocalText Message => new(
        "So few of a group voted that their ballots would give them away. The vote ends undecided: destroy the envelopes unopened.",
        "有的组投票者过少，开拆会暴露其选择，本次表决无法判定：请将信封原封销毁。");
}

/// <summary>Two people have counted the same already.</summary>
public sealed record EnvelopesCounted : Refusal
{
    public override LocalText Message => new(
        "The envelopes were counted by two people already. Nothing more is entered.", "信封已由两人清点一致，无需再次录入。");
}

/// <summary>Nobody has entered totals yet.</summary>
public sealed record NoTotalsToCheck : Refusal
{
    public override LocalText Message => new(
        "Nobody has entered the totals yet. Enter yours first; somebody else then checks them.", "尚无人录入清点结果。请先录入，再由他人复核。");
}

/// <summary>Whoever entered the totals may not check them.</summary>
public sealed record SomebodyElseCounts : Refusal
{
    public override LocalText Message => new(
        "You entered these totals, so somebody else has to count the papers again and enter what he finds.", "清点结果由您录入，须由他人重新清点并录入。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}

/// <summary>Envelopes are opened after the vote has closed, and not in the future.</summary>
public sealed record OpenedOutsideTime : Refusal
{
    public override LocalText Message => new(
        "The envelopes must have been opened after the vote closed, and not in the future. Check the date and time.", "信封须在表决截止后开拆，且不得晚于当前时间。请核对日期和时间。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>Totals name a group that has no envelopes, or name one twice.</summary>
/// <param name="Letters">The letters that are asked for.</param>
public sealed record WrongEnvelopeGroups(string Letters) : Refusal
{
    public override LocalText Message => new(
        $"Enter one line for each group that has envelopes: {Letters}. No other, and none twice.", $"请为每个有信封的组各录入一行：{Letters}。不得多出，也不得重复。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The numbers do not add up to the envelopes that stand.</summary>
/// <param name="Groups">Where.</param>
public sealed record EnvelopeTotalsDiffer(IReadOnlyList<EnvelopeMiscount> Groups) : Refusal
{
    public override LocalText Message
    {
        get
        {
            var en = string.Join("; ", Groups.Select(g => $"group {g.Letter} has {g.Standing} {(g.Standing == 1 ? "envelope" : "envelopes")}, and {g.Counted} {(g.Counted == 1 ? "paper was" : "papers were")} entered"));
            var zh = string.Join("；", Groups.Select(g => $"{g.Letter} 组有信封 {g.Standing} 个，录入 {g.Counted} 张"));
            return new(
                $"The numbers do not add up: {en}. Count again; spoiled, blank and missing papers are entered as invalid.", $"数目不符：{zh}。请重新清点；污损、空白、缺失的计入“无效”。");
        }
    }

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>Two people have counted differently.</summary>
/// <param name="Differences">In which groups and words.</param>
public sealed record EnvelopeReadingsDiffer(IReadOnlyList<EnvelopeDifference> Differences) : Refusal
{
    public override LocalText Message
    {
        get
        {
            var en = string.Join("; ", Differences.Select(d => $"group {d.Letter}: {string.Join(", ", Words(d, "yes", "no", "abstain", "invalid"))}"));
            var zh = string.Join("；", Differences.Select(d => $"{d.Letter} 组：{string.Join("、", Words(d, "同意", "反对", "弃权", "无效"))}"));
            return new(
                $"Your count differs from the first one ({en}). The first one is kept: count again together; whoever was wrong enters his again.",
                $"您的清点与首次清点不一致（{zh}）。首次结果予以保留：请共同重新清点，由出错一方重新录入。");
        }
    }

    private static IEnumerable<string> Words(EnvelopeDifference d, string yes, string no, string abstain, string invalid)
    {
        (bool Differs, string Word)[] all = [(d.Yes, yes), (d.No, no), (d.Abstain, abstain), (d.Invalid, invalid)];
        return all.Where(w => w.Differs).Select(w => w.Word);
    }
}

/// <summary>The sealed totals of a secret vote were changed in the database.</summary>
public sealed record EnvelopeTotalsDamaged : Refusal
{
    public override LocalText Message => new(
        "The sealed totals of the envelopes were changed behind the server's back and cannot be opened. Have the journal verified; if they cannot be restored, cancel the vote.",
        "信封清点结果的密封数据在数据库中被改动，无法打开。请核验日志；无法恢复的，请取消表决。");
}
