using Cohesion.Governance.Domain.Rules;
using CsCheck;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Rules;

/// <summary>Promises that hold for every rule and every roll. The number that fails is the seed that replays it.</summary>
public sealed class RulePropertyTests
{
    private static readonly string[] s_silences = ["ignore", "assent", "followMajority"];

    [Fact]
    public void A_second_evaluator_written_apart_comes_to_the_same_outcome()
        => Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var rule = new RandomRule(random);
            var silence = s_silences[random.Next(3)];
            var quorum = rule.Condition(1, false);
            var pass = rule.Condition(3, false);
            var bridge = rule.Condition(2, false);
            var gate = rule.Condition(1, false);
            var failIf = rule.Condition(1, false);
            var pack = Pack($$"""
                [{"name":"one","quorum":[{{quorum.Json}}],"pass":[{{pass.Json}}]},
                 {"name":"two","on":["rejected"],"gate":[{{gate.Json}}],"pass":[{{bridge.Json}}],"confirm":{"window":"P7D","failIf":[{{failIf.Json}}]} }]
                """, silence);
            var election = RandomElection.Of(random);

            var view = election.Look(silence);
            var (outcome, round) = ("undecided", (string?)null);
            if (!view.IsEmpty)
            {
                (outcome, round) = (view.Disagree ? "undecided" : quorum.Judge(view, null) != true ? "noQuorum" : pass.Judge(view, null) == true ? "adopted" : "rejected", "one");
                if (outcome == "rejected" && gate.Judge(view, null) == true)
                    (outcome, round) = (bridge.Judge(view, null) == true && failIf.Judge(view, null) != true ? "adopted" : "rejected", "two");
            }

            var decision = RuleEvaluator.Decide(pack, election.ToElection());
            return decision.Outcome.Word() == outcome && decision.Round == round;
        }, iter: 4000);

    [Fact]
    public void Scaling_every_weight_changes_nothing()
        => Gen.Select(Gen.Int, Gen.Int[1, 999], Gen.Int[1, 999]).Sample((seed, p, q) =>
        {
            var random = new Random(seed);
            var rule = new RandomRule(random) { Integers = false, OneMeasure = true };
            var pack = Pack($$"""[{"quorum":[{{rule.Condition(1, false).Json}}],"pass":[{{rule.Condition(3, false).Json}}]}]""", s_silences[random.Next(3)]);
            var election = RandomElection.Of(random);
            return RuleEvaluator.Decide(pack, election.ToElection()).Outcome
                == RuleEvaluator.Decide(pack, election.ToElection(area => new Rational((long)area * p, q))).Outcome;
        }, iter: 1500);

    [Fact]
    public void A_yes_more_never_turns_adopted_into_rejected_under_a_monotone_rule()
        => Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var rule = new RandomRule(random) { Monotone = true };
            var pack = Pack($$"""[{"quorum":["participating.area >= 1/3 * all.area"],"pass":[{{rule.Condition(3, false).Json}}]}]""", s_silences[random.Next(2)]);
            var election = RandomElection.Of(random);
            var before = RuleEvaluator.Decide(pack, election.ToElection()).Outcome;
            return before != Outcome.Adopted || Enumerable.Range(0, election.Seats.Count).All(seat =>
                RuleEvaluator.Decide(pack, election.With(seat, "yes").ToElection()).Outcome == Outcome.Adopted);
        }, iter: 1500);

    [Fact]
    public void The_order_of_seats_and_ballots_never_matters()
        => Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var rule = new RandomRule(random);
            var pack = Pack($$"""[{"quorum":[{{rule.Condition(1, false).Json}}],"pass":[{{rule.Condition(3, false).Json}}]}]""", s_silences[random.Next(3)], random.Next(2) == 0 ? "majorityToRest" : "originalOwnerThird");
            var election = RandomElection.Of(random);
            return RuleEvaluator.Decide(pack, election.ToElection()).Outcome == RuleEvaluator.Decide(pack, election.Reversed().ToElection()).Outcome;
        }, iter: 1500);

    [Fact]
    public void Counting_the_seats_first_and_giving_totals_comes_to_the_same()
        => Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var rule = new RandomRule(random);
            var pack = Pack($$"""[{"quorum":[{{rule.Condition(1, false).Json}}],"pass":[{{rule.Condition(3, false).Json}}]}]""", "ignore");
            var election = RandomElection.Of(random);
            var view = election.Look("ignore");
            if (view.IsEmpty)
                return true;

            TallyTotals all = new(), totals = new();
            foreach (var bloc in view.Blocs.Append(null))
            {
                foreach (var measure in (string[])["heads", "area"])
                {
                    all.With(Tally.All, measure, view.Sum("all", bloc, measure), bloc);
                    foreach (var tally in RuleWords.Tallies.Where(tally => tally != Tally.All))
                        totals.With(tally, measure, view.Sum(tally.Word(), bloc, measure), bloc);
                }
            }

            return RuleEvaluator.Decide(pack, Election.OfTotals(all, new ElectionRound { Totals = totals })).Outcome
                == RuleEvaluator.Decide(pack, election.ToElection()).Outcome;
        }, iter: 1500);

    private static RulePack Pack(string rounds, string silence, string? cap = null)
        => RuleFiles.Pack(rounds, (cap is null ? "" : $"\"cap\":\"{cap}\",") + $"\"exclude\":[\"arrears\"],\"silence\":{{\"mode\":\"{silence}\"}},");
}
