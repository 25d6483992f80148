using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Tests.Rules;

/// <summary>A tiny random roll with acts, which knows its sums by walking the seats one by one.</summary>
internal sealed class RandomElection
{
    public sealed record SeatState(string Seat, string Party, string Bloc, int Area, string Act, bool Attends, bool InPerson, bool Objects, bool Served, bool Excluded);

    private RandomElection(IReadOnlyList<SeatState> seats) => Seats = seats;

    public IReadOnlyList<SeatState> Seats { get; }

    public static RandomElection Of(Random random, int atMost = 7, bool attendance = true, bool silentOften = false)
    {
        string[] acts = silentOften ? ["yes", "no", "abstain", "", "", ""] : ["yes", "yes", "no", "no", "abstain", ""];
        return new([.. Enumerable.Range(0, random.Next(1, atMost + 1)).Select(i =>
        {
            var act = acts[random.Next(acts.Length)];
            var attends = attendance && (act.Length > 0 || random.Next(4) == 0);
            return new SeatState($"s{i}", $"p{random.Next(5)}", RandomRule.Blocs[random.Next(random.Next(2) == 0 ? 1 : 3)], random.Next(0, 6),
                act, attends, attends && random.Next(2) == 0, random.Next(4) == 0, random.Next(3) > 0, random.Next(8) == 0);
        })]);
    }

    public RandomElection With(int index, string act)
        => new([.. Seats.Select((seat, i) => i == index ? seat with { Act = act, Attends = seat.Attends || act.Length > 0 } : seat)]);

    public RandomElection Consenting(Func<SeatState, bool> which)
        => new([.. Seats.Select(seat => seat.Act.Length == 0 && which(seat) ? seat with { Act = "yes", Attends = true, InPerson = true } : seat)]);

    public RandomElection Reversed() => new([.. Seats.Reverse()]);

    public Election ToElection(Func<int, Rational>? area = null) => Election.OfRoll(
        [.. Seats.Select(seat => new RollSeat(seat.Seat, [seat.Party], seat.Bloc,
            new Dictionary<string, Rational> { ["area"] = area?.Invoke(seat.Area) ?? seat.Area }, seat.Excluded ? new Exclusion("arrears") : null))],
        new ElectionRound
        {
            Ballots = [.. Seats.Where(seat => seat.Act.Length > 0).Select(seat => new RuleBallot(
                seat.Seat, seat.Act == "yes" ? BallotChoice.Yes : seat.Act == "no" ? BallotChoice.No : BallotChoice.Abstain, InPerson: seat.InPerson))],
            Attending = [.. Seats.Where(seat => seat.Act.Length == 0 && seat.Attends).Select(seat => new Attendance(seat.Seat, seat.InPerson))],
            Served = Seats.Where(seat => seat.Served).Select(seat => seat.Seat).ToHashSet(),
            Objections = [.. Seats.Where(seat => seat.Objects).Select(seat => seat.Seat)],
        });

    public View Look(string silence) => new(this, silence);

    /// <summary>The sums of an election under a way to take silence, by the definitions and nothing else.</summary>
    public sealed class View
    {
        private readonly List<SeatState> _seats;
        private readonly string _deemed = "";

        public View(RandomElection election, string silence)
        {
            _seats = [.. election.Seats.Where(seat => !seat.Excluded)];
            if (silence == "assent")
                _deemed = "yes";
            if (silence == "followMajority" && _seats.Exists(seat => MayBeDeemed(seat)
                && (seat.Area > 0 || _seats.TrueForAll(other => other.Party != seat.Party || other.Bloc != seat.Bloc || other.Act.Length == 0))))
            {
                long heads = Sum("yes", null, "heads") - Sum("no", null, "heads"), area = Sum("yes", null, "area") - Sum("no", null, "area");
                Disagree = heads * area < 0;
                _deemed = heads > 0 ? "yes" : heads < 0 ? "no" : "";
            }
        }

        public bool IsEmpty => _seats.Count == 0;

        /// <summary>Whether heads and area have opposite majorities for silence to follow.</summary>
        public bool Disagree { get; }

        public List<string> Blocs => [.. _seats.Select(seat => seat.Bloc).Distinct()];

        public long Sum(string tally, string? bloc, string measure)
        {
            var here = _seats.Where(seat => bloc is null || seat.Bloc == bloc).ToList();
            return measure == "area"
                ? here.Where(seat => Is([seat], tally)).Sum(seat => (long)seat.Area)
                : here.GroupBy(seat => seat.Party).Count(party => Is([.. party], tally));
        }

        private bool Is(IReadOnlyList<SeatState> seats, string tally) => tally switch
        {
            "all" => true,
            "present" => seats.Any(seat => seat.Attends || seat.Act.Length > 0),
            "inPerson" => seats.Any(seat => seat.InPerson),
            "objected" => seats.Any(seat => seat.Objects),
            "participating" => Side(seats) != "silent",
            "cast" => Side(seats) is "yes" or "no",
            _ => Side(seats) == tally,
        };

        private string Side(IReadOnlyList<SeatState> seats)
        {
            var said = seats.Select(seat => seat.Act).Where(act => act.Length > 0).Distinct().ToList();
            if (said.Count == 0)
                return _deemed.Length > 0 && seats.Any(MayBeDeemed) ? _deemed : "silent";
            said.Remove("abstain");
            return said.Count == 1 ? said[0] : "abstain";
        }

        private static bool MayBeDeemed(SeatState seat) => seat.Act.Length == 0 && seat.Served;
    }
}
