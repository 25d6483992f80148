using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>A decision told in the reader's language: each condition, its numbers, whether it holds and what is missing.</summary>
/// <param name="Outcome">Adopted, Rejected, NoQuorum or Undecided; while open, how it would stand if nothing more came.</param>
/// <param name="Headline">The outcome in words.</param>
/// <param name="Why">Why the rule cannot decide, where it cannot.</param>
/// <param name="CanStillChange">Whether ballots still to come can change it.</param>
/// <param name="NextSession">The round of a second call, where there is one.</param>
/// <param name="ConfirmWindow">ISO 8601 period in which objections can overturn it.</param>
/// <param name="Notes">Seats not counted, holders cut down.</param>
public sealed record DecisionView(
    string Outcome, string Headline, string? Why, bool CanStillChange, string? NextSession, string? ConfirmWindow,
    IReadOnlyList<string> Notes, IReadOnlyList<RoundView> Rounds)
{
    public static DecisionView Of(
        Decision decision, IReadOnlyList<RollEntry> roll, IReadOnlyList<Measure> measures, IReadOnlyList<Bloc> blocs, Language reader)
    {
        var language = reader == Language.Chinese ? RuleLanguage.Chinese : RuleLanguage.English;
        var labels = LabelsOf(measures, blocs);
        return new(
            decision.Outcome.ToString(),
            ExplanationText.Headline(decision, language),
            decision.Reason is { } reason ? ExplanationText.Why(reason, language, labels) : null,
            decision.CanStillChange,
            decision.NextSession,
            decision.ConfirmWindow?.Text,
            [.. NotesOf(decision, roll, labels, reader)],
            [.. decision.Rounds.Select(round => RoundView.Of(round, language, labels))]);
    }

    /// <summary>The council's own names for what rules count.</summary>
    public static MeasureLabels LabelsOf(IReadOnlyList<Measure> measures, IReadOnlyList<Bloc> blocs) => MeasureLabels.Plain with
    {
        Measures = measures.ToDictionary(
            m => m.Code,
            m => MeasureLabel.Of(m.Name, m.Unit, m.Scale),
            StringComparer.Ordinal),
        Blocs = blocs.ToDictionary(b => b.Code, LabelOf, StringComparer.Ordinal),
    };

    private static BlocLabel LabelOf(Bloc bloc) => bloc.Code switch
    {
        "tenants" => new(bloc.Name.En, bloc.Name.Zh, "tenant firm", "tenant firms", "家企业"),
        "owners" => new(bloc.Name.En, bloc.Name.Zh, "owner", "owners", "位业主"),
        _ => new(bloc.Name.En, bloc.Name.Zh),
    };

    // A decision names seats and holders by id, which is what it is stored with; people know them by their labels.
    private static IEnumerable<string> NotesOf(Decision decision, IReadOnlyList<RollEntry> roll, MeasureLabels labels, Language reader)
    {
        if (decision.Excluded.Count > 0)
        {
            var seats = roll.ToDictionary(r => r.SeatId.ToString("D"), StringComparer.Ordinal);
            foreach (var excluded in decision.Excluded)
            {
                var seat = seats[excluded.Seat];
                var reason = seat.ExclusionNote ?? excluded.Reason;
                yield return new LocalText($"{seat.Label} is not counted: {reason}", $"{seat.Label}不计入：{reason}").In(reader);
            }
        }

        foreach (var capped in decision.Capped)
        {
            var holder = roll.FirstOrDefault(r => r.PartyId.ToString("D") == capped.Holder)?.PartyName ?? new LocalText("The largest holder", "最大持有人");
            var (english, chinese) = (labels.Of(capped.Measure).English, labels.Of(capped.Measure).Chinese);
            yield return new LocalText(
                $"{holder.En} counts {labels.Quantity(capped.Counted, capped.Measure, RuleLanguage.English)} of its {labels.Quantity(capped.Weight, capped.Measure, RuleLanguage.English)} ({english})",
                $"{holder.Zh}的{chinese}由 {labels.Quantity(capped.Weight, capped.Measure, RuleLanguage.Chinese)} 减计为 {labels.Quantity(capped.Counted, capped.Measure, RuleLanguage.Chinese)}").In(reader);
        }
    }
}

/// <summary>One round of a rule.</summary>
/// <param name="Ran">False where its gate stayed closed.</param>
/// <param name="Silence">What became of the silent, in words.</param>
/// <param name="TieBroken">How the chair broke a tie, in words.</param>
public sealed record RoundView(
    string Name, bool Ran, string? Outcome, bool ReusedBallots, string? Silence, string? TieBroken,
    IReadOnlyList<FindingView> Gate, IReadOnlyList<FindingView> Quorum, IReadOnlyList<FindingView> Pass, IReadOnlyList<FindingView> FailIf)
{
    internal static RoundView Of(RoundFinding round, RuleLanguage language, MeasureLabels labels) => new(
        round.Name,
        round.Ran,
        round.Outcome?.ToString(),
        round.ReusedBallots,
        round.Silence is { } silence ? ExplanationText.Silence(silence, language) : null,
        round.TieBrokenBy is { } choice ? TieText(choice, language) : null,
        FindingView.Of(round.Gate, language, labels),
        FindingView.Of(round.Quorum, language, labels),
        FindingView.Of(round.Pass, language, labels),
        FindingView.Of(round.FailIf, language, labels));

    private static string TieText(BallotChoice choice, RuleLanguage language) => (choice, language) switch
    {
        (BallotChoice.Yes, RuleLanguage.Chinese) => "票数相同，主持人投同意票",
        (_, RuleLanguage.Chinese) => "票数相同，主持人投反对票",
        (BallotChoice.Yes, _) => "As many for as against: the chair decided in favour",
        _ => "As many for as against: the chair decided against",
    };
}

/// <summary>One condition.</summary>
/// <param name="Text">The condition in words.</param>
/// <param name="Rule">The condition in the rule language.</param>
/// <param name="Numbers">The two numbers and how the right one was reached; empty for a group.</param>
/// <param name="Bloc">The bloc it was examined in or counts; null: everybody.</param>
/// <param name="Tally">What is counted on the left: Yes, Participating …; null for a group.</param>
/// <param name="Left">What there is, as exact text; null for a group.</param>
/// <param name="Threshold">What is asked, as exact text; null for a group.</param>
/// <param name="Whole">All there is of the measure, as exact text, where the threshold is a part of that.</param>
/// <param name="Verdict">Whether it holds, in words.</param>
/// <param name="Missing">The least that would still make it hold, in words, while ballots are open.</param>
public sealed record FindingView(
    string Kind, string Text, string Rule, string Numbers, string? Bloc, string? Measure, string? Tally, string? Left, string? Threshold, string? Whole,
    bool Holds, string Verdict, string? Missing, bool? CanStillChange, IReadOnlyList<FindingView> Parts)
{
    /// <summary>What is asked and how it was reached, where that stands before anybody has said anything; empty otherwise.</summary>
    public string Asked { get; init; } = "";

    public static IReadOnlyList<FindingView> Of(IReadOnlyList<ConditionFinding> findings, RuleLanguage language, MeasureLabels labels) =>
        [.. findings.Select(finding => Of(finding, language, labels))];

    private static FindingView Of(ConditionFinding finding, RuleLanguage language, MeasureLabels labels) => new(
        finding.Kind.ToString(),
        ConditionSentence.Text(finding, language, labels),
        finding.Text,
        ConditionSentence.Numbers(finding, language, labels),
        finding.Bloc ?? finding.Left?.Bloc,
        finding.Left?.Measure,
        finding.Left?.Tally?.ToString(),
        finding.Left?.Value?.ToString(),
        finding.Right?.Value?.ToString(),
        finding.Right is { Tally: Domain.Rules.Tally.All } right ? (right.Whole ?? right.Value)?.ToString() : null,
        finding.Holds,
        ConditionSentence.Verdict(finding.Truth, language),
        ConditionSentence.Missing(finding, language, labels),
        finding.CanStillChange,
        Of(finding.Parts, language, labels))
    {
        Asked = ConditionSentence.Asked(finding, language, labels),
    };
}
