using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Benchmarks;

/// <summary>
/// How much a rule stated as data costs against the same statute written out by hand: Civil Code 278, ordinary matters, in
/// <see cref="BigInteger"/> cross products, which says yes or no and explains nothing.
/// </summary>
internal static class RuleEvaluation
{
    private const string Pack = """
        {"id":"278","jurisdiction":"CN","title":{"en":"Civil Code 278"},"source":"278(2)","evidence":"statute","rounds":[{
          "quorum":["participating.area >= 2/3 * all.area","participating.heads >= 2/3 * all.heads"],
          "pass":["yes.area > 1/2 * participating.area","yes.heads > 1/2 * participating.heads"]}]}
        """;

    /// <summary>Prints evaluations a second with their ratio to the baseline of the same run.</summary>
    public static void Run()
    {
        var pack = RulePackReader.Read(Pack, "278.json")[0];
        var area = Rational.Parse("89.97");
        var all = new TallyTotals().With(Tally.All, "heads", 90).With(Tally.All, "area", area * 90);
        var round = new ElectionRound
        {
            Totals = new TallyTotals().With(Tally.Yes, "heads", 31).With(Tally.Yes, "area", area * 31).With(Tally.No, "heads", 29).With(Tally.No, "area", area * 29),
        };
        var election = Election.OfTotals(all, round);
        BigInteger[] sums = [90, 90 * 8997, 31, 31 * 8997, 29, 29 * 8997];

        Expect(ByHand(sums));
        Expect(RuleEvaluator.Decide(pack, election).Outcome == Outcome.Adopted);
        var byHand = PerSecond(() => Expect(ByHand(sums)));
        var closed = PerSecond(() => Expect(RuleEvaluator.Decide(pack, election).Outcome == Outcome.Adopted));
        var open = PerSecond(() => Expect(RuleEvaluator.Decide(pack, election, open: true).CanStillChange));

        Console.WriteLine("rule evaluation from totals, Civil Code 278 ordinary");
        Print("statute by hand in BigInteger, no explanation (baseline)", byHand, byHand);
        Print("rule pack, every condition explained", closed, byHand);
        Print("rule pack, open vote: explained, least missing, decided early", open, byHand);

        Console.WriteLine("rule evaluation from the roll, one ballot a seat");
        foreach (var seats in (int[])[1_000, 100_000, 1_000_000])
        {
            var (roll, weights) = Roll(seats);
            var baseline = seats * PerSecond(() => Expect(SumByHand(weights)));
            PrintSeats($"{seats:N0} seats, plain sums by hand (baseline)", baseline, baseline);
            PrintSeats($"{seats:N0} seats, owners merged, counted and decided", seats * PerSecond(() => Expect(RuleEvaluator.Decide(pack, roll).Outcome == Outcome.Adopted)), baseline);
        }
    }

    private static bool ByHand(BigInteger[] sums)
    {
        BigInteger heads = sums[2] + sums[4], area = sums[3] + sums[5];
        return 3 * area >= 2 * sums[1] && 3 * heads >= 2 * sums[0] && 2 * sums[3] > area && 2 * sums[2] > heads;
    }

    // What the count cannot avoid: finding each ballot's seat by its id, and adding up.
    private static bool SumByHand((Dictionary<string, long> Areas, List<RuleBallot> Ballots) roll)
    {
        BigInteger all = 0, yes = 0, part = 0;
        foreach (var area in roll.Areas.Values)
            all += area;
        foreach (var ballot in roll.Ballots)
        {
            var area = roll.Areas[ballot.Seat];
            part += area;
            if (ballot.Choice == BallotChoice.Yes)
                yes += area;
        }

        return 3 * part >= 2 * all && 2 * yes > part;
    }

    private static (Election Election, (Dictionary<string, long> Areas, List<RuleBallot> Ballots) ByHand) Roll(int seats)
    {
        var roll = new List<RollSeat>(seats);
        var ballots = new List<RuleBallot>(seats);
        var areas = new Dictionary<string, long>(seats);
        for (var i = 0; i < seats; i++)
        {
            var seat = "seat" + i.ToString(CultureInfo.InvariantCulture);
            var area = 8997 + i % 50;
            areas[seat] = area;
            roll.Add(new RollSeat(seat, ["party" + i.ToString(CultureInfo.InvariantCulture)], "", new Dictionary<string, Rational> { ["area"] = new(area, 100) }));
            if (i % 4 != 3)
                ballots.Add(new RuleBallot(seat, i % 4 == 2 ? BallotChoice.No : BallotChoice.Yes));
        }

        return (Election.OfRoll(roll, new ElectionRound { Ballots = ballots }), (areas, ballots));
    }

    private static double PerSecond(Action action)
    {
        // The compiler optimises what has run for a while, in the background.
        Measure(action, seconds: 2);
        return Measure(action, seconds: 1);
    }

    private static double Measure(Action action, double seconds)
    {
        long count = 0;
        var start = Stopwatch.GetTimestamp();
        var chunk = 1L;
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            for (var i = 0L; i < chunk; i++)
                action();
            count += chunk;
            if (Stopwatch.GetElapsedTime(start).TotalMilliseconds < 100)
                chunk *= 2;
        }

        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Expect(bool held)
    {
        if (!held)
            throw new InvalidOperationException("The benchmark computes a wrong outcome.");
    }

    private static void Print(string what, double perSecond, double baseline)
        => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-64} {perSecond,14:N0}/s  1/{baseline / perSecond,5:0.0} of the baseline"));

    private static void PrintSeats(string what, double perSecond, double baseline)
        => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-64} {perSecond,14:N0} seats/s  1/{baseline / perSecond,5:0.0} of the baseline"));
}
