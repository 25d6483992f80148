namespace Cohesion.Governance.Domain.Rules;

/// <summary>
/// Applies a rule to an election: merge owners, take out excluded seats, cap the largest holder, apply silence, count, and
/// run the rounds. A pure function; linear in the size of the roll.
/// </summary>
public static class RuleEvaluator
{
    /// <summary>Decides, or says how it stands while the vote is open.</summary>
    /// <param name="pack">The rule.</param>
    /// <param name="election">Who may decide and what they did.</param>
    /// <param name="open">
    /// Whether ballots may still come in; the findings then say what is missing and whether anything can still change.
    /// </param>
    public static Decision Decide(RulePack pack, Election election, bool open = false) => new RuleRun(pack, election, open).Decide();
}

/// <summary>One evaluation of one rule, round after round.</summary>
internal sealed class RuleRun
{
    private readonly RulePack _pack;
    private readonly Election _election;
    private readonly bool _open;
    private readonly PreparedRoll? _roll;
    private readonly List<RoundFinding> _findings = [];
    private readonly List<CappedHolder> _capped = [];
    private Session? _session;
    private Outcome? _outcome;
    private string? _round;
    private DecisionReason? _reason;
    private string? _nextSession;
    private IsoPeriod? _window;

    // The first round that counts the ballots of the latest session.
    private int _sessionStart;

    public RuleRun(RulePack pack, Election election, bool open)
    {
        (_pack, _election, _open) = (pack, election, open);
        _roll = election.Roll is null ? null : PreparedRoll.Of(pack, election);
    }

    public Decision Decide()
    {
        if (_roll is not null)
            _capped.AddRange(_roll.Capped);
        if (ElectorateIsEmpty())
            (_outcome, _reason) = (Outcome.Undecided, DecisionReason.EmptyRoll());
        for (var i = 0; i < _pack.Rounds.Count && _reason is null && _nextSession is null; i++)
            Consider(i);

        return new Decision
        {
            Pack = _pack.Id,
            Outcome = _outcome ?? Outcome.Undecided,
            Round = _round,
            Rounds = _findings,
            Reason = _reason,
            Open = _open,
            CanStillChange = _open && CanStillChange(),
            NextSession = _nextSession,
            ConfirmWindow = _outcome == Outcome.Adopted ? _window : null,
            Excluded = _roll?.Excluded ?? [],
            Capped = _capped,
        };
    }

    private void Consider(int index)
    {
        var round = _pack.Rounds[index];
        if (index > 0 && !round.On.Contains(_outcome!.Value))
            return;

        var gate = new ConditionEvaluation(_session?.Table ?? new TallyTable([], []), null, null);
        var gateFindings = gate.Find(round.Gate);
        switch (ConditionEvaluation.All(gateFindings))
        {
            case Truth.Unknown:
                _reason = DecisionReason.MeasureMissing(gate.MissingTally ?? "");
                _outcome = Outcome.Undecided;
                return;
            case not Truth.Holds:
                _findings.Add(new RoundFinding { Name = round.Name, Ran = false, Gate = gateFindings });
                return;
        }

        // The first round takes what there is, even where nobody came: silence may still speak.
        var own = _election.Rounds.ElementAtOrDefault(index) is { } given && (given.WasHeld || index == 0) ? given : null;
        var reuses = own is null && index > 0;
        if (reuses && round.Gate.Count == 0)
        {
            _nextSession = round.Name;
            return;
        }

        _round = round.Name;
        if (!reuses)
        {
            _sessionStart = index;
            if (Open(own ?? new ElectionRound()) is { } refusal)
            {
                (_reason, _outcome) = (refusal, Outcome.Undecided);
                _findings.Add(new RoundFinding { Name = round.Name, Ran = true, Outcome = Outcome.Undecided, Gate = gateFindings });
                return;
            }
        }

        Run(round, gateFindings, reuses);
    }

    private void Run(RuleRound round, IReadOnlyList<ConditionFinding> gate, bool reuses)
    {
        var chair = _pack.ChairCasts ? _session!.CastingVote : null;
        var quorum = new ConditionEvaluation(_session!.Table, null, _session.OpenVote);
        var pass = new ConditionEvaluation(_session.Table, chair, _session.OpenVote);
        var objections = new ConditionEvaluation(_session.Table, null, null);
        var quorumFindings = quorum.Find(round.Quorum);
        var passFindings = pass.Find(round.Pass);
        IReadOnlyList<ConditionFinding> failIf = [];

        (_outcome, var missing) = (ConditionEvaluation.All(quorumFindings), ConditionEvaluation.All(passFindings)) switch
        {
            (Truth.Fails or Truth.Void, _) => (Outcome.NoQuorum, null),
            (Truth.Unknown, _) => (Outcome.Undecided, quorum.MissingTally),
            (_, Truth.Holds) => (Outcome.Adopted, null),
            (_, Truth.Unknown) => (Outcome.Undecided, pass.MissingTally),
            _ => (Outcome.Rejected, (string?)null),
        };
        _window = null;
        if (_outcome == Outcome.Adopted && round.Confirm is { } confirm)
        {
            failIf = objections.Find(confirm.FailIf);
            (_outcome, missing, _window) = ConditionEvaluation.All(failIf) switch
            {
                Truth.Holds => (Outcome.Rejected, null, null),
                Truth.Unknown => (Outcome.Undecided, objections.MissingTally, null),
                _ => (Outcome.Adopted, (string?)null, (IsoPeriod?)confirm.Window),
            };
        }

        if (_outcome == Outcome.Undecided)
            _reason = DecisionReason.MeasureMissing(missing ?? "");
        _findings.Add(new RoundFinding
        {
            Name = round.Name,
            Ran = true,
            Outcome = _outcome,
            ReusedBallots = reuses,
            Silence = _session.Silence,
            Gate = gate,
            Quorum = quorumFindings,
            Pass = passFindings,
            FailIf = failIf,
            TieBrokenBy = pass.ChairDecided ? chair : null,
        });
    }

    /// <summary>Counts a session; the reason instead, where the rule cannot count it.</summary>
    private DecisionReason? Open(ElectionRound round)
    {
        SessionCount? count = null;
        TallyTable table;
        if (_roll is not null)
        {
            count = SessionCount.Of(_roll, _election, round, _pack.Silence.AbsentOnly);
            table = count.Table;
        }
        else
        {
            (table, var capped, var unknown) = TotalsCount.Of(_pack, _election, round);
            if (unknown is not null)
                return unknown;
            if (capped is not null && !_capped.Contains(capped))
                _capped.Add(capped);
        }

        var (silence, refusal) = SilenceRuling.Apply(_pack, _election, table, _open);
        if (refusal is not null)
            return refusal;
        OpenVote? openVote = null;
        if (_open)
        {
            var deemedYes = silence?.Joined == BallotChoice.Yes;
            var weights = count is not null
                ? OpenWeights.OfRoll(count, deemedYes, _election.BallotsMayChange)
                : OpenWeights.OfTotals(table, _election, deemedYes);
            var mayFollow = _pack.Silence.Mode == SilenceMode.FollowMajority && silence?.WhyNot is "tooEarly"
                && !_pack.Silence.Needs.Any(need => _election.Facts.TryGetValue(need, out var met) && !met);
            openVote = new OpenVote(table, weights, _pack, mayFollow);
            openVote.SilenceMayBeUndecided = openVote.SilenceMayDisagree
                || (mayFollow && !_election.FactsAreMet && !_pack.Silence.Needs.All(_election.Facts.ContainsKey));
        }

        _session = new Session(table, silence, openVote, round.CastingVote);
        return null;
    }

    private bool ElectorateIsEmpty()
    {
        if (_roll is not null)
            return _roll.Seats.Count == 0;
        var stated = _election.All!.Stated.ToList();
        return stated.Count > 0 && stated.TrueForAll(entry => entry.Sum.IsZero);
    }

    /// <summary>Runs the open session's rounds over what may still happen and asks whether more than one outcome is possible.</summary>
    private bool CanStillChange()
    {
        if (_reason is { Code: "emptyRoll" })
            return false;
        if (_session?.OpenVote is not { } open || open.SilenceMayBeUndecided || _outcome == Outcome.Undecided)
            return true;

        var possible = new HashSet<Outcome>();
        for (var i = _sessionStart; i < _pack.Rounds.Count; i++)
        {
            var round = _pack.Rounds[i];
            if (i == _sessionStart)
            {
                possible = Outcomes(round, open);
                continue;
            }

            // A later round of the same session is a bridge: it has a gate and no ballots of its own.
            var entering = possible.Where(round.On.Contains).ToList();
            if (round.Gate.Count == 0 || entering.Count == 0)
                continue;
            var gate = open.JudgeAll(round.Gate);
            if (gate == Certainty.Never)
                continue;
            if (gate == Certainty.Always)
                possible.ExceptWith(entering);
            possible.UnionWith(Outcomes(round, open));
        }

        return possible.Count != 1 || !possible.Contains(_outcome!.Value);
    }

    private static HashSet<Outcome> Outcomes(RuleRound round, OpenVote open)
    {
        var outcomes = new HashSet<Outcome>();
        var quorum = open.JudgeAll(round.Quorum);
        if (quorum != Certainty.Always)
            outcomes.Add(Outcome.NoQuorum);
        if (quorum == Certainty.Never)
            return outcomes;
        var pass = open.JudgeAll(round.Pass);
        if (pass != Certainty.Never)
            outcomes.Add(Outcome.Adopted);
        if (pass != Certainty.Always)
            outcomes.Add(Outcome.Rejected);
        return outcomes;
    }

    private sealed record Session(TallyTable Table, SilenceFinding? Silence, OpenVote? OpenVote, BallotChoice? CastingVote);
}
