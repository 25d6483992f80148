using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Meetings;

/// <summary>Reads the quorum of a meeting from a decision rule: the quorum conditions of the round that the call is, and nothing else of the rule.</summary>
/// <remarks>
/// Whoever is at a meeting is <c>present</c> and can take part in what it decides, so a statute that states its quorum by <c>participating</c>
/// (Civil Code 278: two thirds must take part) is read as two thirds being there. Silence says nothing about who came.
/// </remarks>
public static class QuorumRule
{
    /// <summary>Whether the rule provides this call. Where no rule is given a second call is possible, once.</summary>
    /// <param name="call">1 for the first call, 2 for the second.</param>
    public static bool HasCall(RulePack? pack, int call) => pack is null ? call <= 2 : call <= Sessions(pack).Count;

    /// <summary>Whether the seats present are a quorum of that call.</summary>
    /// <param name="pack">The rule; null where any attendance will do.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rule does not provide this call.</exception>
    public static QuorumReading Read(RulePack? pack, int call, QuorumRoll roll)
    {
        if (pack is null)
        {
            return AnyAttendance(roll);
        }

        var sessions = Sessions(pack);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(call, sessions.Count);
        var round = sessions[call - 1] with { On = [], Gate = [], Confirm = null };
        if (round.Quorum.Count == 0 || roll.Seats.Count == 0)
        {
            return AnyAttendance(roll);
        }

        var decision = RuleEvaluator.Decide(pack with { Rounds = [round], Silence = new SilenceRule() }, ElectionOf(roll), open: true);
        var labels = LabelsOf(roll);
        QuorumCondition[] conditions = [.. decision.Rounds.SelectMany(r => r.Quorum).Select(finding => ConditionOf(finding, labels))];
        var present = Present(roll);
        return new QuorumReading(
            present > 0 && conditions.Length > 0 && conditions.All(c => c.Holds), present, roll.Seats.Count, conditions.Length > 0 ? conditions : AnyAttendance(roll).Conditions);
    }

    // A bridge counts ballots again at the same session; only a round that follows a failed quorum without a gate is a call of its own.
    private static List<RuleRound> Sessions(RulePack pack) =>
        [pack.Rounds[0], .. pack.Rounds.Skip(1).Where(round => round.On.Contains(Outcome.NoQuorum) && round.Gate.Count == 0)];

    /// <summary>Where no rule asks for more: one seat is enough, since a meeting of nobody is none.</summary>
    private static QuorumReading AnyAttendance(QuorumRoll roll)
    {
        var present = Present(roll);
        return new QuorumReading(present > 0, present, roll.Seats.Count,
        [
            new QuorumCondition(
                new LocalText("At least one seat is present", "至少有一个席位到会"), null, present > 0,
                present > 0 ? null : new LocalText("one seat", "一个席位")),
        ]);
    }

    private static int Present(QuorumRoll roll) => roll.Seats.Count(seat => seat.IsPresent);

    private static Election ElectionOf(QuorumRoll roll)
    {
        // A register in which every seat is one head says no more than the rule works out itself, merging the seats of one party as statutes ask.
        var countsHeads = roll.Seats.Any(seat => seat.Measures[RuleWords.Heads] != 1);
        var columns = roll.Measures.Where(m => countsHeads || m.Code != RuleWords.Heads).Select(m => (m.Code, Unit: UnitOf(m.Scale))).ToList();
        return Election.OfRoll(
            [.. roll.Seats.Select(seat => new RollSeat(
                Name(seat.SeatId), [Name(seat.PartyId)], seat.BlocCode,
                columns.ToDictionary(c => c.Code, c => new Rational(seat.Measures[c.Code], c.Unit), StringComparer.Ordinal)))],
            new ElectionRound
            {
                Ballots = [.. roll.Seats.Where(seat => seat.IsPresent).Select(seat => new RuleBallot(Name(seat.SeatId), BallotChoice.Abstain, BallotChannel.Meeting, InPerson: true))],
            });
    }

    private static long UnitOf(int scale)
    {
        var unit = 1L;
        for (var i = 0; i < scale; i++)
        {
            unit *= 10;
        }

        return unit;
    }

    private static MeasureLabels LabelsOf(QuorumRoll roll) => MeasureLabels.Plain with
    {
        Measures = roll.Measures.ToDictionary(
            m => m.Code, m => MeasureLabel.Of(m.Name, m.Unit, m.Scale), StringComparer.Ordinal),
        Blocs = roll.Blocs.ToDictionary(b => b.Code, b => new BlocLabel(b.Name.En, b.Name.Zh), StringComparer.Ordinal),
    };

    private static QuorumCondition ConditionOf(ConditionFinding finding, MeasureLabels labels)
    {
        var text = Say(language => ConditionSentence.Text(finding, language, labels));
        if (finding.Parts.Count == 0)
        {
            var numbers = Say(language => ConditionSentence.Numbers(finding, language, labels));
            return new QuorumCondition(text, numbers.En.Length == 0 ? null : numbers, finding.Holds, finding.Holds ? null : MissingOf(finding, labels));
        }

        var parts = finding.Parts.Select(part => ConditionOf(part, labels)).ToList();
        return new QuorumCondition(
            new LocalText($"{text.En}: {string.Join("; ", parts.Select(p => p.Text.En))}", $"{text.Zh}：{string.Join("；", parts.Select(p => p.Text.Zh))}"),
            null, finding.Holds, finding.Holds ? null : MissingOf(finding, parts));
    }

    private static LocalText MissingOf(ConditionFinding finding, MeasureLabels labels) => Say(language =>
        ConditionSentence.Missing(finding, language, labels) ?? ConditionSentence.Text(finding, language, labels) + (language == RuleLanguage.Chinese ? "：" : ": ")
            + ConditionSentence.Verdict(finding.Truth, language));

    private static LocalText? MissingOf(ConditionFinding finding, List<QuorumCondition> parts)
    {
        LocalText[] missing = [.. parts.Where(p => p.Missing is not null).Select(p => p.Missing!)];
        var anyWillDo = finding.Kind == FindingKind.Any;
        return missing.Length == 0 ? null : new LocalText(string.Join(anyWillDo ? ", or " : "; ", missing.Select(m => m.En)), string.Join(anyWillDo ? "，或" : "；", missing.Select(m => m.Zh)));
    }

    private static LocalText Say(Func<RuleLanguage, string> say) => new(say(RuleLanguage.English), say(RuleLanguage.Chinese));

    private static string Name(Guid id) => id.ToString("D");
}
