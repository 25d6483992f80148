using System.Text;

namespace Cohesion.Governance.Domain.Rules;

/// <summary>Tells a decision in the reader's language: the outcome, then every condition with its numbers in order.</summary>
public static class ExplanationText
{
    /// <summary>The whole explanation, one statement a line; what belongs to a round or bloc is indented under it.</summary>
    public static string Render(Decision decision, RuleLanguage language, MeasureLabels labels)
    {
        var chinese = language == RuleLanguage.Chinese;
        var text = new StringBuilder();
        text.Append(Headline(decision, language)).Append('\n');
        if (decision.Reason is { } reason)
            text.Append(Why(reason, language, labels)).Append('\n');
        foreach (var seat in decision.Excluded)
            text.Append(chinese ? $"席位 {seat.Seat} 不计入：{seat.Reason}\n" : $"seat {seat.Seat} is not counted: {seat.Reason}\n");
        foreach (var capped in decision.Capped)
        {
            var (from, to) = (labels.Quantity(capped.Weight, capped.Measure, language), labels.Quantity(capped.Counted, capped.Measure, language));
            text.Append(chinese ? $"{capped.Holder ?? "最大持有人"}的{labels.Of(capped.Measure).Chinese}由 {from} 减计为 {to}\n"
                : $"{capped.Holder ?? "the largest holder"} counts {to} of its {from} ({labels.Of(capped.Measure).English})\n");
        }

        foreach (var round in decision.Rounds)
            AppendRound(text, round, decision, language, labels);
        if (decision.ConfirmWindow is { } window)
            text.Append(chinese ? $"异议期 {window.Text}：期内异议达到上述条件则决议不成立\n" : $"stands unless enough object within {window.Text}\n");
        if (decision.NextSession is { } next)
            text.Append(chinese ? $"可再次召集会议，进行“{next}”轮\n" : $"a further session may be called for the round '{next}'\n");
        if (decision.Open)
            text.Append(Prospect(decision.CanStillChange, chinese)).Append('\n');
        return text.ToString();
    }

    /// <summary>The outcome in a word: 通过, 未通过, 人数不足, 无法判定.</summary>
    public static string OutcomeWord(Outcome outcome, RuleLanguage language) => (outcome, language) switch
    {
        (Outcome.Adopted, RuleLanguage.Chinese) => "通过",
        (Outcome.Rejected, RuleLanguage.Chinese) => "未通过",
        (Outcome.NoQuorum, RuleLanguage.Chinese) => "人数不足",
        (_, RuleLanguage.Chinese) => "无法判定",
        (Outcome.Adopted, _) => "adopted",
        (Outcome.Rejected, _) => "rejected",
        (Outcome.NoQuorum, _) => "no quorum",
        _ => "undecided",
    };

    /// <summary>The outcome as a sentence; while the vote is open, as it stands now.</summary>
    public static string Headline(Decision decision, RuleLanguage language)
    {
        var word = OutcomeWord(decision.Outcome, language);
        if (language == RuleLanguage.Chinese)
            return decision.Open ? $"按目前的选票：{word}" : word;
        return decision.Open ? $"as it stands: {word}" : word;
    }

    /// <summary>Why a rule cannot decide, and what would let it.</summary>
    public static string Why(DecisionReason reason, RuleLanguage language, MeasureLabels labels)
    {
        var chinese = language == RuleLanguage.Chinese;
        return reason.Code switch
        {
            "emptyRoll" => chinese ? "名册上没有可表决的席位；没有人就没有决定" : "nobody on the roll may vote; nothing is decided by nobody",
            "measureMissing" => chinese ? $"规则按“{reason.Detail}”计算，但名册上没有这一口径；请补全名册" : $"the rule counts '{reason.Detail}', which nobody on the roll has; complete the register",
            "factMissing" => chinese ? $"规则需要确认“{reason.Detail}”，但没有记录；请补充后再计票" : $"the rule needs to know '{reason.Detail}', which has not been answered; answer it and count again",
            "sidesDisagree" => chinese
                ? $"未表态的应从多数，但按人数与按{labels.Of(reason.Detail ?? "").Chinese}的多数意见相反，无法判定应从哪一方"
                : $"silence should follow the majority, but heads and {labels.Of(reason.Detail ?? "").English} have opposite majorities",
            "tooFewToStaySecret" => chinese
                ? $"无记名表决中，“{ClassName(reason.Detail, labels, chinese)}”组投票者过少，计票会暴露其选择；选票未经打开即已销毁"
                : $"the vote was secret, and so few of the group '{ClassName(reason.Detail, labels, chinese)}' voted that the count would have shown what they said; the ballots were destroyed unopened",
            _ => reason.Detail is null ? reason.Code : $"{reason.Code}: {reason.Detail}",
        };
    }

    /// <summary>A class of seats of a secret vote (<c>tenants|area=4820</c>) as people call it: bloc and weights.</summary>
    public static string ClassName(string? code, MeasureLabels labels, bool chinese)
    {
        var (bloc, weights) = (code ?? string.Empty).Split('|', 2) is [var first, var rest] ? (first, rest) : (code ?? string.Empty, string.Empty);
        var label = labels.Blocs.GetValueOrDefault(bloc);
        List<string> parts = [bloc == "*" ? chinese ? "全体" : "everybody" : label is null ? bloc : chinese ? label.Chinese : label.English];
        foreach (var weight in weights.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (weight.Split('=', 2) is [var measure, var value] && measure != RuleWords.Heads)
                parts.Add(chinese ? $"{labels.Of(measure).Chinese} {value}" : $"{labels.Of(measure).English} {value}");
        }

        return string.Join(chinese ? "，" : ", ", parts);
    }

    /// <summary>What became of the silent; null where there is nothing to say.</summary>
    public static string? Silence(SilenceFinding silence, RuleLanguage language)
    {
        var chinese = language == RuleLanguage.Chinese;
        if (silence.Joined is { } side)
        {
            var count = silence.Heads is { } heads ? heads.ToString() : "";
            return (side, chinese) switch
            {
                (BallotChoice.Yes, true) => $"已送达未表态的{(count.Length > 0 ? $" {count} 人" : "")}计为同意",
                (_, true) => $"已送达未表态的{(count.Length > 0 ? $" {count} 人" : "")}计为反对",
                (BallotChoice.Yes, _) => $"served and silent{(count.Length > 0 ? $" ({count} heads)" : "")}: counted in favour",
                _ => $"served and silent{(count.Length > 0 ? $" ({count} heads)" : "")}: counted against",
            };
        }

        return (silence.WhyNot, chinese) switch
        {
            ("excepted", true) => $"本事项（{silence.Detail}）未表态不作推定",
            ("excepted", _) => $"silence stays silence in this matter ({silence.Detail})",
            ("needNotMet", true) => $"不具备“{silence.Detail}”，未表态不作推定",
            ("needNotMet", _) => $"silence stays silence, because '{silence.Detail}' is not so",
            ("tooEarly", true) => "期限未到，未表态暂不推定",
            ("tooEarly", _) => "it is too early to take silence for anything",
            ("tie", true) => "同意与反对人数相同，没有多数可从，未表态不作推定",
            ("tie", _) => "as many heads for as against: silence has no majority to follow",
            _ => null,
        };
    }

    private static void AppendRound(StringBuilder text, RoundFinding round, Decision decision, RuleLanguage language, MeasureLabels labels)
    {
        var chinese = language == RuleLanguage.Chinese;
        if (decision.Rounds.Count > 1)
        {
            text.Append(chinese ? $"“{round.Name}”轮" : $"round '{round.Name}'");
            text.Append(round.Outcome is { } outcome ? (chinese ? "：" : ": ") + OutcomeWord(outcome, language)
                : chinese ? "：未开启" : ": did not open");
            if (round.ReusedBallots)
                text.Append(chinese ? "（沿用上一轮选票）" : " (the same ballots again)");
            text.Append('\n');
        }

        if (round.Silence is { } silence && Silence(silence, language) is { } said)
            text.Append("  ").Append(said).Append('\n');
        AppendGroup(text, chinese ? "开启条件" : "opens if", round.Gate, language, labels);
        AppendGroup(text, chinese ? "参与人数" : "quorum", round.Quorum, language, labels);
        AppendGroup(text, chinese ? "通过条件" : "passes if", round.Pass, language, labels);
        AppendGroup(text, chinese ? "异议推翻条件" : "overturned if", round.FailIf, language, labels);
        if (round.TieBrokenBy is { } choice)
            text.Append(chinese ? $"  票数相同，主持人投{(choice == BallotChoice.Yes ? "同意" : "反对")}票\n" : $"  tie broken by the chair: {choice.Word()}\n");
    }

    private static void AppendGroup(StringBuilder text, string name, IReadOnlyList<ConditionFinding> findings, RuleLanguage language, MeasureLabels labels)
    {
        foreach (var finding in findings)
            AppendFinding(text.Append("  ").Append(name).Append(language == RuleLanguage.Chinese ? "：" : ": "), finding, 2, language, labels);
    }

    private static void AppendFinding(StringBuilder text, ConditionFinding finding, int depth, RuleLanguage language, MeasureLabels labels)
    {
        var chinese = language == RuleLanguage.Chinese;
        text.Append(ConditionSentence.Text(finding, language, labels));
        if (ConditionSentence.Numbers(finding, language, labels) is { Length: > 0 } numbers)
            text.Append(chinese ? "：" : ": ").Append(numbers);
        text.Append(chinese ? "；" : "; ").Append(ConditionSentence.Verdict(finding.Truth, language));
        if (ConditionSentence.Missing(finding, language, labels) is { } missing)
            text.Append(chinese ? "。" : ". ").Append(missing);
        text.Append('\n');
        foreach (var part in finding.Parts)
            AppendFinding(text.Append(' ', depth * 2), part, depth + 1, language, labels);
    }

    private static string Prospect(bool canStillChange, bool chinese) => (canStillChange, chinese) switch
    {
        (true, true) => "未投的选票仍可能改变结果",
        (true, _) => "ballots still to come can change this",
        (false, true) => "未投的选票已不能改变结果",
        _ => "no ballot still to come can change this",
    };
}
