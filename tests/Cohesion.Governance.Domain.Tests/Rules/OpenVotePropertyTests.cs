using Cohesion.Governance.Domain.Rules;
using CsCheck;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Rules;

/// <summary>
/// What an open vote says about the ballots still to come, against trying them all: every set of silent seats consents,
/// every silent seat does everything it can.
/// </summary>
public sealed class OpenVotePropertyTests
{
    private static readonly string[] s_comparisons =
    [
        "yes.area > 1/2 * participating.area", "yes.area >= 2/3 * all.area", "participating.area >= 2/3 * all.area", "yes.area > no.area",
        "no.area <= 1/4 * cast.area", "yes.area >= 3/4 * cast.area", "yes@x.area > 1/2 * all@x.area", "yes.area >= max(1/3 * all.area, 5)",
        "yes.area > min(1/2 * all.area, 7)", "present.area >= 1/2 * all.area", "silent.area < 1/2 * all.area", "yes.area > 1/2 * present.area",
        "inPerson.area >= min(1/5 * all.area, 3)", "no.area < 1/2 * cast.area", "3 <= yes.area", "1/2 * cast.area < yes.area",
    ];

    [Fact]
    public void The_least_in_units_is_sufficient_and_minimal()
        => Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var pack = RuleFiles.Pack($$"""[{"pass":["{{s_comparisons[random.Next(s_comparisons.Length)]}}"]}]""", "\"exclude\":[\"arrears\"],");
            var election = RandomElection.Of(random, attendance: false, silentOften: true);
            if (Finding(pack, election) is not { Least: { } least } finding)
                return true;

            foreach (var (consenting, weight, _) in Consents(election, least.Bloc))
            {
                // It holds for every set that weighs the least or more, and for none that weighs less.
                var holds = Finding(pack, consenting)!.Holds;
                if (holds != (least.Amount is { } amount && weight >= amount))
                    return false;
            }

            return least.Amount is null || (least.Amount.Value / Step(election)).IsInteger && finding.Truth != Truth.Holds;
        }, iter: 1500);

    [Fact]
    public void The_least_in_parties_is_sufficient_and_minimal()
        => Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var pack = RuleFiles.Pack($$"""[{"pass":["{{s_comparisons[random.Next(s_comparisons.Length)]}}"]}]""", Silence(random));
            var election = RandomElection.Of(random, silentOften: true);
            if (Finding(pack, election) is not { Least: { } least })
                return true;
            var fewest = PartiesConsenting(election, _ => true).Where(each => Finding(pack, each.Election)!.Holds).Select(each => (int?)each.Parties).Min();
            return fewest == least.Parties;
        }, iter: 1500);

    [Fact]
    public void The_least_in_heads_is_sufficient_and_minimal_among_parties_not_yet_heard_from()
        => Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var comparison = s_comparisons[random.Next(s_comparisons.Length)].Replace("area", "heads", StringComparison.Ordinal);
            var pack = RuleFiles.Pack($$"""[{"pass":["{{comparison}}"]}]""", Silence(random));
            var election = RandomElection.Of(random, silentOften: true);
            if (Finding(pack, election) is not { Least: { } least })
                return true;
            var scope = comparison.Contains("@x", StringComparison.Ordinal) ? "x" : null;
            var heard = election.Seats.Where(seat => !seat.Excluded && seat.Act.Length > 0 && (scope is null || seat.Bloc == scope)).Select(seat => seat.Party).ToHashSet();
            var fewest = PartiesConsenting(election, party => !heard.Contains(party)).Where(each => Finding(pack, each.Election)!.Holds).Select(each => (int?)each.Parties).Min();
            return fewest == least.Parties && (least.Amount is null || least.Amount == least.Parties);
        }, iter: 1500);

    [Fact]
    public void What_is_called_certain_no_ballot_can_change()
        => Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var rule = new RandomRule(random);
            var pack = RuleFiles.Pack($$"""
                [{"name":"one","quorum":[{{rule.Condition(1, false).Json}}],"pass":[{{rule.Condition(2, false).Json}}]},
                 {"name":"two","on":["rejected"],"gate":[{{rule.Condition(1, false).Json}}],"pass":[{{rule.Condition(1, false).Json}}]}]
                """, Silence(random, random.Next(3)));
            var election = RandomElection.Of(random, atMost: 5, silentOften: random.Next(2) == 0);
            var open = RuleEvaluator.Decide(pack, election.ToElection() with { BallotsMayChange = false }, open: true);
            if (open.CanStillChange || open.Reason is not null)
                return true;
            return Endings(election, 0).All(ending => RuleEvaluator.Decide(pack, ending.ToElection()).Outcome == open.Outcome);
        }, iter: 1500);

    [Fact]
    public void For_a_single_comparison_it_is_certain_exactly_when_no_ballot_can_change_it()
        => Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var comparison = s_comparisons[random.Next(s_comparisons.Length)];
            var pack = RuleFiles.Pack($$"""[{"pass":["{{comparison}}"]}]""", "\"exclude\":[\"arrears\"],");
            var election = RandomElection.Of(random, atMost: 5);
            var open = RuleEvaluator.Decide(pack, election.ToElection(), open: true);
            var outcomes = Endings(election, 0).Select(ending => RuleEvaluator.Decide(pack, ending.ToElection()).Outcome).Distinct().Count();
            // Where zero may meet zero, and for the smaller or larger of two, caution is allowed.
            return outcomes > 1 ? open.CanStillChange
                : !open.CanStillChange || comparison.Contains('(', StringComparison.Ordinal) || open.Rounds[0].Pass[0].Truth == Truth.Void
                    || open.Rounds[0].Pass[0].Left!.Value == Rational.Zero || open.Rounds[0].Pass[0].Right!.Value == Rational.Zero;
        }, iter: 1500);

    [Fact]
    public void Where_ballots_may_change_certainty_takes_every_changed_ballot_into_account()
        => Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var rule = new RandomRule(random);
            var pack = RuleFiles.Pack($$"""[{"pass":[{{rule.Condition(2, false).Json}}]}]""", "\"exclude\":[\"arrears\"],");
            var election = RandomElection.Of(random, atMost: 5);
            var open = RuleEvaluator.Decide(pack, election.ToElection() with { BallotsMayChange = true }, open: true);
            return open.CanStillChange || open.Reason is not null
                || Endings(election, 0, changes: true).All(ending => RuleEvaluator.Decide(pack, ending.ToElection()).Outcome == open.Outcome);
        }, iter: 1500);

    private static ConditionFinding? Finding(RulePack pack, RandomElection election)
        => RuleEvaluator.Decide(pack, election.ToElection(), open: true).Rounds is [var round] ? round.Pass[0] : null;

    private static string Silence(Random random, int kind = 0)
        => $"\"exclude\":[\"arrears\"],\"silence\":{{\"mode\":\"{(kind == 2 ? "followMajority" : random.Next(3) == 0 ? "assent" : "ignore")}\"}},";

    private static Rational Step(RandomElection election) => election.Seats.Where(seat => !seat.Excluded && seat.Area > 0)
        .Aggregate(Rational.Zero, (step, seat) => step.IsZero ? seat.Area : Rational.CommonStep(step, seat.Area));

    /// <summary>Every set of silent seats consenting, with the weight that moves.</summary>
    private static IEnumerable<(RandomElection Election, Rational Weight, int Seats)> Consents(RandomElection election, string? bloc)
    {
        var silent = election.Seats.Where(seat => seat.Act.Length == 0).ToList();
        for (var set = 0; set < 1 << silent.Count; set++)
        {
            var chosen = silent.Where((_, i) => (set >> i & 1) == 1).ToList();
            Rational weight = chosen.Where(seat => !seat.Excluded && (bloc is null || seat.Bloc == bloc)).Sum(seat => (long)seat.Area);
            yield return (election.Consenting(chosen.Contains), weight, chosen.Count);
        }
    }

    private static IEnumerable<(RandomElection Election, int Parties)> PartiesConsenting(RandomElection election, Func<string, bool> who)
    {
        var parties = election.Seats.Where(seat => seat.Act.Length == 0 && !seat.Excluded).Select(seat => seat.Party).Where(who).Distinct().ToList();
        for (var set = 0; set < 1 << parties.Count; set++)
        {
            var chosen = parties.Where((_, i) => (set >> i & 1) == 1).ToHashSet();
            yield return (election.Consenting(seat => chosen.Contains(seat.Party)), chosen.Count);
        }
    }

    private static IEnumerable<RandomElection> Endings(RandomElection election, int seat, bool changes = false)
    {
        if (seat == election.Seats.Count)
            return [election];
        var silent = election.Seats[seat].Act.Length == 0;
        string[] acts = silent ? ["", "yes", "no", "abstain"] : changes ? ["yes", "no", "abstain"] : [election.Seats[seat].Act];
        return acts.SelectMany(act => Endings(election.With(seat, act), seat + 1, changes));
    }
}
