namespace Cohesion.Governance.Domain.Rules;

/// <summary>Says a condition, its numbers and what is missing, as people would say it.</summary>
public static class ConditionSentence
{
    /// <summary>The condition: "area in favour is more than 1/2 of all area".</summary>
    public static string Text(ConditionFinding finding, RuleLanguage language, MeasureLabels labels)
    {
        var chinese = language == RuleLanguage.Chinese;
        return finding.Kind switch
        {
            FindingKind.Comparison => Subject(finding.Left!, language, labels) + Verb(finding.Operator!.Value, chinese) + Subject(finding.Right!, language, labels),
            FindingKind.BlocCount => BlocCount(finding, chinese, labels),
            FindingKind.Any => chinese ? "以下至少一项满足" : "at least one of these holds",
            FindingKind.All => chinese ? "以下各项均满足" : "all of these hold",
            FindingKind.Not => chinese ? "以下不成立" : "this does not hold",
            FindingKind.EachBloc => chinese ? "各界别均须满足" : "every bloc by itself",
            _ => chinese ? labels.OfBloc(finding.Bloc).Chinese + "界别" : labels.OfBloc(finding.Bloc).English,
        };
    }

    /// <summary>The numbers: "25,330.00 m²; threshold 1/2 × 61,480.00 = 30,740.00 m²". Empty for a group.</summary>
    public static string Numbers(ConditionFinding finding, RuleLanguage language, MeasureLabels labels)
    {
        if (finding.Left?.Value is not { } left || finding.Right is not { Value: not null } right)
            return "";
        var measure = finding.Left.Measure ?? (finding.Left.CountsBlocs == true ? "count" : null);
        var chinese = language == RuleLanguage.Chinese;
        return labels.Quantity(left, measure, language) + (chinese ? "，门槛 " : "; threshold ") + Working(right, language, labels);
    }

    /// <summary>
    /// What is asked before anybody has said anything: "threshold 1/2 × 61,480.00 = 30,740.00 m²". Empty for a group, where the condition says the number itself, and
    /// where what is asked rests on what people will say.
    /// </summary>
    public static string Asked(ConditionFinding finding, RuleLanguage language, MeasureLabels labels) =>
        finding.Right is { Value: not null } right && right is not { Tally: null, Factor: null, Parts.Count: 0 } && StandsBefore(right)
            ? (language == RuleLanguage.Chinese ? "门槛 " : "threshold ") + Working(right, language, labels)
            : "";

    private static bool StandsBefore(Term term) => term.Parts.Count > 0 ? term.Parts.All(StandsBefore) : term.Tally is null or Tally.All;

    /// <summary>Whether it holds, in a word.</summary>
    public static string Verdict(Truth truth, RuleLanguage language) => (truth, language) switch
    {
        (Truth.Holds, RuleLanguage.Chinese) => "满足",
        (Truth.Holds, _) => "holds",
        (Truth.Fails, RuleLanguage.Chinese) => "不满足",
        (Truth.Fails, _) => "does not hold",
        (Truth.Void, RuleLanguage.Chinese) => "没有可比的基数，不算满足",
        (Truth.Void, _) => "nothing to take a share of, so it does not hold",
        (_, RuleLanguage.Chinese) => "名册上没有这一口径，无法判断",
        _ => "nobody on the roll has this measure, so it cannot be judged",
    };

    /// <summary>
    /// What is still missing: "再有 5,410.50 m² 同意，或 3 家企业，即达过半数". Null where nothing is missing or the vote is closed.
    /// </summary>
    public static string? Missing(ConditionFinding finding, RuleLanguage language, MeasureLabels labels)
    {
        var chinese = language == RuleLanguage.Chinese;
        if (finding.Least is not { } least)
            return null;
        if (!least.Reachable)
        {
            return finding.CanStillChange == false
                ? chinese ? "已无法满足" : "this can no longer be met"
                : chinese ? "只靠尚未投票者已无法满足" : "those not yet heard from are not enough for this";
        }

        if (least.Blocs is { } blocs)
            return chinese ? $"再有 {blocs} 个界别满足即可" : $"{blocs} more {(blocs == 1 ? "bloc" : "blocs")} would be enough";

        var parties = least.Parties is { } count ? Parties(count, least.Bloc ?? finding.Bloc, chinese, labels) : null;
        var amount = least.Amount is { } missing && (least.Measure != RuleWords.Heads || parties is null)
            ? labels.Quantity(missing, least.Measure, language) : null;
        var goal = Goal(finding, chinese);
        if (chinese)
        {
            var act = least.TakePart ? "参与" : "同意";
            if (amount is null)
                return $"再有 {parties}{act}，{goal}";
            var sum = char.IsAscii(amount[^1]) || amount[^1] == '²' ? amount + " " : amount;
            return parties is null ? $"再有 {sum}{act}，{goal}" : $"再有 {sum}{act}，或 {parties}，{goal}";
        }

        var taking = least.TakePart ? "taking part" : "in favour";
        return amount is null ? $"{parties} {taking} {goal}"
            : parties is null ? $"{amount} more {taking} {goal}" : $"{parties}, or {amount}, {taking} {goal}";
    }

    private static string Parties(int count, string? bloc, bool chinese, MeasureLabels labels)
    {
        var label = labels.OfBloc(bloc);
        return chinese ? $"{count} {label.ChineseParties}" : $"{count} more {(count == 1 ? label.EnglishParty : label.EnglishParties)}";
    }

    private static string Goal(ConditionFinding finding, bool chinese)
    {
        var isHalf = finding.Right?.Factor == "1/2" && finding.Operator == ComparisonOperator.MoreThan;
        if (isHalf)
            return chinese ? "即达过半数" : "would make a majority";
        return finding.Right?.Factor is { } factor && finding.Operator == ComparisonOperator.AtLeast
            ? chinese ? $"即达 {factor}" : $"would make {factor}"
            : chinese ? "即可满足" : "would be enough";
    }

    private static string BlocCount(ConditionFinding finding, bool chinese, MeasureLabels labels)
    {
        var right = finding.Right!;
        var threshold = right.Factor is { } factor
            ? chinese ? $"全部的 {factor}" : $"{factor} of all"
            : labels.Number(right.Value ?? Rational.Zero, finding.Left!.Measure);
        var what = finding.Left!.Measure is { } measure
            ? chinese ? $"满足下列条件的界别的{labels.Of(measure).Chinese}" : $"{labels.Of(measure).English} of the blocs where this holds"
            : chinese ? "满足下列条件的界别数" : "number of blocs where this holds";
        return what + Verb(finding.Operator!.Value, chinese) + threshold;
    }

    private static string Subject(Term term, RuleLanguage language, MeasureLabels labels)
    {
        var chinese = language == RuleLanguage.Chinese;
        if (term.Parts.Count > 0)
            return Extreme(term, chinese, part => Subject(part, language, labels));
        if (term.Tally is not { } tally)
            return labels.Number(term.Value ?? Rational.Zero, null);
        var measure = labels.Of(term.Measure!);
        var bloc = labels.OfBloc(term.Bloc);
        if (chinese)
        {
            var name = bloc.Chinese + TallyWord(tally, chinese) + measure.Chinese;
            return term.Factor is { } part ? $"{name}的 {part}" : name;
        }

        var english = (tally == Tally.All ? $"all {measure.English}" : $"{measure.English} {TallyWord(tally, chinese)}")
            + (term.Bloc is null ? "" : $" ({bloc.English})");
        return term.Factor is { } fraction ? $"{fraction} of {english}" : english;
    }

    private static string Extreme(Term term, bool chinese, Func<Term, string> say)
    {
        var parts = string.Join(chinese ? "、" : " and ", term.Parts.Select(say));
        return (term.Largest, chinese) switch
        {
            (true, true) => $"{parts}中较大者",
            (_, true) => $"{parts}中较小者",
            (true, _) => $"the larger of {parts}",
            _ => $"the smaller of {parts}",
        };
    }

    private static string Working(Term term, RuleLanguage language, MeasureLabels labels)
    {
        var measure = term.Measure ?? (term.CountsBlocs == true ? "count" : null);
        var value = labels.Quantity(term.Value!.Value, measure, language);
        if (term.Parts.Count > 0)
        {
            var parts = string.Join(", ", term.Parts.Select(part => Working(part, language, labels)));
            return $"{(term.Largest == true ? "max" : "min")}({parts}) = {labels.Number(term.Value.Value, null)}";
        }

        return term.Factor is { } factor && term.Whole is { } whole ? $"{factor} × {labels.Number(whole, measure)} = {value}" : value;
    }

    private static string Verb(ComparisonOperator comparison, bool chinese) => (comparison, chinese) switch
    {
        (ComparisonOperator.MoreThan, true) => "超过",
        (ComparisonOperator.AtLeast, true) => "不少于",
        (ComparisonOperator.LessThan, true) => "少于",
        (ComparisonOperator.AtMost, true) => "不超过",
        (ComparisonOperator.MoreThan, _) => " is more than ",
        (ComparisonOperator.AtLeast, _) => " is at least ",
        (ComparisonOperator.LessThan, _) => " is less than ",
        _ => " is at most ",
    };

    private static string TallyWord(Tally tally, bool chinese) => (tally, chinese) switch
    {
        (Tally.All, true) => "全体",
        (Tally.Present, true) => "出席",
        (Tally.InPerson, true) => "亲自到场",
        (Tally.Participating, true) => "参与表决",
        (Tally.Cast, true) => "同意与反对合计",
        (Tally.Yes, true) => "同意",
        (Tally.No, true) => "反对",
        (Tally.Abstain, true) => "弃权",
        (Tally.Silent, true) => "未表态",
        (Tally.Objected, true) => "提出异议",
        (Tally.Present, _) => "present",
        (Tally.InPerson, _) => "present in person",
        (Tally.Participating, _) => "taking part",
        (Tally.Cast, _) => "voting for or against",
        (Tally.Yes, _) => "in favour",
        (Tally.No, _) => "against",
        (Tally.Abstain, _) => "abstaining",
        (Tally.Silent, _) => "not heard from",
        (Tally.Objected, _) => "objecting",
        _ => "in all",
    };
}
