namespace Cohesion.Governance.Domain.Rules;

/// <summary>Decides what becomes of ballots that were served and did not come back, and counts them accordingly.</summary>
internal static class SilenceRuling
{
    /// <summary>The fact that the period of silence is over; unanswered, it is.</summary>
    public const string PeriodElapsed = "periodElapsed";

    /// <summary>Applies the rule to the table, or gives the reason why it cannot be applied.</summary>
    public static (SilenceFinding? Finding, DecisionReason? Refusal) Apply(RulePack pack, Election election, TallyTable table, bool open)
    {
        var rule = pack.Silence;
        if (rule.Mode == SilenceMode.Ignore)
            return default;

        SilenceFinding Not(string why, string? detail = null) => new(rule.Mode, null, why, detail);
        if (rule.Except.FirstOrDefault(exception => election.Facts.GetValueOrDefault(exception)) is { } excepted)
            return (Not("excepted", excepted), null);
        if (!AnybodyDeemable(table))
            return (Not("nobody"), null);

        // While ballots come in nobody has yet kept silent to the end, and no majority is there to follow. Assent is shown
        // as it would stand, because under it the question is precisely who will speak up.
        if ((open && rule.Mode == SilenceMode.FollowMajority)
            || (election.Facts.TryGetValue(PeriodElapsed, out var elapsed) && !elapsed))
            return (Not("tooEarly"), null);
        if (rule.Needs.FirstOrDefault(need => election.Facts.TryGetValue(need, out var met) && !met) is { } unmet)
            return (Not("needNotMet", unmet), null);
        if (!election.FactsAreMet && rule.Needs.FirstOrDefault(need => !election.Facts.ContainsKey(need)) is { } missing)
            return (null, DecisionReason.FactMissing(missing));

        if (rule.Mode == SilenceMode.Assent)
            return (Join(table, rule.Mode, BallotChoice.Yes), null);

        if (table.MeasureOf(RuleWords.Heads) < 0)
            return (null, DecisionReason.MeasureMissing(RuleWords.Heads));
        var majority = Lead(table, RuleWords.Heads);
        if (majority == 0)
            return (Not("tie"), null);
        foreach (var measure in pack.Measures.Where(measure => table.MeasureOf(measure) >= 0))
        {
            if (Lead(table, measure) == -majority)
                return (null, DecisionReason.SidesDisagree(measure));
        }

        return (Join(table, rule.Mode, majority > 0 ? BallotChoice.Yes : BallotChoice.No), null);
    }

    private static SilenceFinding Join(TallyTable table, SilenceMode mode, BallotChoice side)
    {
        var heads = table.MeasureOf(RuleWords.Heads);
        Rational? deemed = heads < 0 ? null : table.Deemable(0, heads);
        table.Deem(side);
        return new SilenceFinding(mode, side, null, null) { Heads = deemed };
    }

    // An abstention takes no side: only yes and no can be followed.
    private static int Lead(TallyTable table, string measure)
        => (table.Find(Tally.Yes, null, measure) ?? Rational.Zero).CompareTo(table.Find(Tally.No, null, measure) ?? Rational.Zero);

    private static bool AnybodyDeemable(TallyTable table)
    {
        for (var scope = 0; scope < table.ScopeCount; scope++)
        {
            for (var measure = 0; measure < table.Measures.Count; measure++)
            {
                if (!table.Deemable(scope, measure).IsZero)
                    return true;
            }
        }

        return false;
    }
}
