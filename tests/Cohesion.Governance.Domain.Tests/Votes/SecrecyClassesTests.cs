using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Votes;

/// <summary>What of a secret vote's electorate the rule can tell apart, and that nothing else can change the outcome.</summary>
public sealed class SecrecyClassesTests
{
    private static readonly string[] Rules =
    [
        """ "rounds":[{"pass":["yes.heads > no.heads"]}] """,
        """ "rounds":[{"quorum":["participating.area >= 1/2 * all.area"],"pass":["yes.area > 1/2 * cast.area"]}] """,
        """ "rounds":[{"pass":[{"eachBloc":["yes.heads >= no.heads"]}]}] """,
        """ "rounds":[{"pass":["yes.area >= 2/3 * all.area","yes.heads > no.heads"]}] """,
        """ "silence":{"mode":"followMajority"}, "rounds":[{"pass":["yes.area > 1/2 * all.area","yes.heads > 1/2 * all.heads"]}] """,
        """ "cap":"majorityToRest", "rounds":[{"pass":["yes.area > no.area"]}] """,
        """ "rounds":[{"name":"first","pass":["yes.area > 1/2 * all.area"]},{"name":"bridge","on":["rejected"],"gate":["yes.area >= 1/3 * all.area"],"pass":["yes.heads > no.heads"]}] """,
    ];

    [Fact]
    public void Ballots_of_a_class_may_go_to_its_seats_in_any_order_and_the_decision_is_the_same_to_the_last_number()
    {
        var random = new Random(7);
        var (compared, refused) = (0, 0);
        for (var round = 0; round < 400; round++)
        {
            var pack = Pack(Rules[round % Rules.Length]);
            var classes = new SecrecyClasses(pack);
            var roll = Roll(random, parties: int.MaxValue);
            var voting = roll.Where(_ => random.Next(5) > 0).ToList();
            if (classes.WeaknessOf(roll, voting.Select(s => s.Seat)) is not null)
            {
                refused++;
                continue;
            }

            var said = voting.ConvertAll(s => (s.Seat, Class: classes.ClassOf(s), Choice: (BallotChoice)random.Next(3)));
            var expected = Decide(pack, roll, said.Select(s => (s.Seat, s.Choice)));
            for (var shuffle = 0; shuffle < 3; shuffle++)
            {
                var mixed = said.OrderBy(_ => random.Next()).Select(s => (s.Class, s.Choice));
                var assigned = classes.Assign(roll, voting.Select(s => s.Seat).ToHashSet(StringComparer.Ordinal), mixed);
                Assert.Equal(expected, Decide(pack, roll, assigned!));
                compared++;
            }
        }

        Assert.True(compared > 300 && refused > 10, $"{compared} compared, {refused} refused");
    }

    [Fact]
    public void Where_a_party_has_several_seats_that_the_rule_merges_the_order_would_matter_and_so_it_is_refused()
    {
        var random = new Random(11);
        var pack = Pack(Rules[0]);
        var classes = new SecrecyClasses(pack);
        var (differed, refused) = (0, 0);
        for (var round = 0; round < 200; round++)
        {
            var roll = Roll(random, parties: 4);
            var said = roll.ConvertAll(s => (s.Seat, Class: classes.ClassOf(s), Choice: (BallotChoice)random.Next(3)));
            var assigned = classes.Assign(roll, roll.Select(s => s.Seat).ToHashSet(StringComparer.Ordinal), said.OrderBy(_ => random.Next()).Select(s => (s.Class, s.Choice)));
            var differs = Decide(pack, roll, said.Select(s => (s.Seat, s.Choice))) != Decide(pack, roll, assigned!);
            var weakness = classes.WeaknessOf(roll, roll.Select(s => s.Seat));
            differed += differs ? 1 : 0;
            refused += weakness?.Kind == SecrecyWeaknessKind.SeveralSeats ? 1 : 0;
            Assert.False(differs && weakness is null);
        }

        Assert.True(differed > 0, "The property cannot fail here");
        Assert.True(refused > 0);
    }

    [Fact]
    public void A_class_is_bloc_and_weights_as_far_as_the_rule_looks_at_them()
    {
        var seat = Seat("s1", "p1", "tenants", 4820, heads: null);
        Assert.Equal("*|", new SecrecyClasses(Pack(Rules[0])).ClassOf(seat));
        Assert.Equal("*|area=4820", new SecrecyClasses(Pack(Rules[1])).ClassOf(seat));
        Assert.Equal("tenants|", new SecrecyClasses(Pack(Rules[2])).ClassOf(seat));
        Assert.Equal("*|area=4820;heads=2", new SecrecyClasses(Pack(Rules[3])).ClassOf(Seat("s1", "p1", "tenants", 4820, heads: 2)));
    }

    [Fact]
    public void A_class_of_two_parties_is_too_small_and_one_of_three_is_not()
    {
        var classes = new SecrecyClasses(Pack(Rules[1]));
        List<RollSeat> roll = [.. Enumerable.Range(1, 6).Select(n => Seat($"s{n}", $"p{n}", "b", n <= 3 ? 100 : 200, null))];
        Assert.Null(classes.WeaknessOf(roll, roll.Select(s => s.Seat)));

        var small = classes.WeaknessOf(roll, roll.Take(5).Select(s => s.Seat));
        Assert.Equal((SecrecyWeaknessKind.SmallClass, "*|area=200", 2), (small!.Kind, small.Class, small.Parties));

        // Three seats of two parties are two voters.
        List<RollSeat> shared = [.. roll.Take(5), Seat("s6", "p5", "b", 200, null)];
        Assert.Equal(2, classes.WeaknessOf(shared, shared.Select(s => s.Seat))!.Parties);

        // Of a class nobody voted of nothing is published.
        Assert.Null(classes.WeaknessOf(roll, roll.Take(3).Select(s => s.Seat)));
    }

    [Fact]
    public void A_holder_that_a_cap_cuts_down_is_the_only_one_of_his_weight()
    {
        var classes = new SecrecyClasses(Pack(Rules[5]));
        List<RollSeat> roll = [.. Enumerable.Range(1, 4).Select(n => Seat($"s{n}", $"p{n}", "b", 100, null)), .. Enumerable.Range(5, 3).Select(n => Seat($"s{n}", "large", "b", 1000, null))];
        Assert.Equal(SecrecyWeaknessKind.CappedHolder, classes.WeaknessOf(roll, roll.Select(s => s.Seat))!.Kind);
    }

    [Fact]
    public void Ballots_that_are_not_as_many_as_the_marks_of_their_class_are_not_assigned()
    {
        var classes = new SecrecyClasses(Pack(Rules[1]));
        List<RollSeat> roll = [.. Enumerable.Range(1, 6).Select(n => Seat($"s{n}", $"p{n}", "b", n <= 3 ? 100 : 200, null))];
        var marked = roll.Select(s => s.Seat).ToHashSet(StringComparer.Ordinal);
        (string, BallotChoice)[] right = [.. roll.Select(s => (classes.ClassOf(s), BallotChoice.Yes))];
        Assert.NotNull(classes.Assign(roll, marked, right));
        Assert.Null(classes.Assign(roll, marked, right[1..]));
        Assert.Null(classes.Assign(roll, marked, [.. right, right[0]]));
        Assert.Null(classes.Assign(roll, marked, [("*|area=200", BallotChoice.Yes), .. right[1..]]));
        Assert.Null(classes.Assign(roll, marked, [("*|area=300", BallotChoice.Yes), .. right[1..]]));
    }

    private static RulePack Pack(string properties) => RulePackReader.Read(
        $$"""{ "id": "test.rule", "jurisdiction": "COUNCIL", "title": {"en": "Test"}, "source": "charter", "evidence": "draft", {{properties}} }""", "test")[0];

    private static RollSeat Seat(string seat, string party, string bloc, int area, int? heads)
    {
        var measures = new Dictionary<string, Rational>(StringComparer.Ordinal) { ["area"] = area };
        if (heads is { } number)
        {
            measures["heads"] = number;
        }

        return new RollSeat(seat, [party], bloc, measures);
    }

    private static List<RollSeat> Roll(Random random, int parties) => [.. Enumerable.Range(0, 6 + random.Next(14)).Select(n => Seat(
        $"s{n:00}", $"p{(parties == int.MaxValue ? n : random.Next(parties))}", random.Next(2) == 0 ? "north" : "south", random.Next(2) == 0 ? 100 : 250, null))];

    private static string Decide(RulePack pack, List<RollSeat> roll, IEnumerable<(string Seat, BallotChoice Choice)> ballots)
    {
        var rounds = new ElectionRound[pack.Rounds.Count];
        Array.Fill(rounds, new ElectionRound());
        rounds[0] = new ElectionRound
        {
            Ballots = [.. ballots.Select(b => new RuleBallot(b.Seat, b.Choice, BallotChannel.Online))],
            Attending = [.. roll.Take(3).Select(s => new Attendance(s.Seat, InPerson: true))],
        };
        return RuleEvaluator.Decide(pack, Election.OfRoll(roll, rounds)).ToJson();
    }
}
