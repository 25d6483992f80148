using System.Text.Json;

namespace Cohesion.Governance.Domain.Rules;

/// <summary>Reads a case that gives seats and ballots.</summary>
internal static class RollCaseReader
{
    // Words people use for the channel; none of them changes the count.
    private static readonly Dictionary<string, BallotChannel> s_channels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["online"] = BallotChannel.Online,
        ["app"] = BallotChannel.Online,
        ["phone"] = BallotChannel.Online,
        ["paper"] = BallotChannel.Paper,
        ["post"] = BallotChannel.Paper,
        ["postal"] = BallotChannel.Paper,
        ["mail"] = BallotChannel.Paper,
        ["visit"] = BallotChannel.Visit,
        ["door"] = BallotChannel.Visit,
        ["proxy"] = BallotChannel.Proxy,
        ["meeting"] = BallotChannel.Meeting,
        ["hand"] = BallotChannel.Meeting,
        ["inPerson"] = BallotChannel.Meeting,
    };

    public static Election Read(JsonPlace place, JsonPlace rollPlace)
    {
        foreach (var property in (string[])["all", "largestHolder", "steps"])
        {
            if (place.Find(property) is { } stray)
                throw stray.Fault($"'{property}' belongs to a case with totals; this one has a roll to take it from", $"“{property}”只用于给出合计数的案例；本案例以名册为准");
        }

        var roll = rollPlace.Items().Select(ReadSeat).ToList();
        Exclude(place, roll);
        var seats = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < roll.Count; i++)
        {
            if (!seats.Add(roll[i].Seat))
                throw rollPlace.Items()[i].Fault($"the seat '{roll[i].Seat}' stands twice on the roll", $"席位“{roll[i].Seat}”在名册上重复");
        }

        return Election.OfRoll(roll, ReadRounds(place, seats)) with
        {
            Facts = DecisionCaseReader.ReadFacts(place),
            BlocColumns = DecisionCaseReader.ReadBlocColumns(place),
        };
    }

    // Seats taken out may also be listed beside the roll.
    private static void Exclude(JsonPlace place, List<RollSeat> roll)
    {
        foreach (var item in place.Find("excluded")?.Items() ?? [])
        {
            var isText = item.Kind == JsonValueKind.String;
            var named = isText ? item : item.AsObject("seat", "reason", "note").Need("seat");
            var reason = isText ? "excluded" : item.Find("reason")?.Text() ?? "excluded";
            var index = roll.FindIndex(seat => seat.Seat == named.Text());
            if (index < 0)
                throw named.Fault($"'{named.Text()}' is no seat of the roll", $"名册上没有席位“{named.Text()}”");
            roll[index] = roll[index] with { Exclusion = new Exclusion([.. roll[index].Exclusion?.Reasons ?? [], reason]) };
        }
    }

    // What stands at the top of the case is the first session; `rounds` then are those after it, or all of them where
    // nothing stands at the top. A first round left empty keeps its place.
    private static List<ElectionRound> ReadRounds(JsonPlace place, HashSet<string> seats)
    {
        var listed = place.Find("rounds")?.Items() ?? [];
        var shared = ReadRound(place, seats);
        var rounds = listed.Select(round => ReadRound(
            round.AsObject("name", "note", "ballots", "present", "service", "objections", "objected", "casting", "castingVote", "chair"), seats)).ToList();
        if (listed.Count > 0 && place.Find("ballots") is null && place.Find("present") is null)
        {
            rounds = rounds.ConvertAll(round => round with { Served = round.Served ?? shared.Served });
            rounds[0] = rounds[0] with
            {
                CastingVote = rounds[0].CastingVote ?? shared.CastingVote,
                Objections = rounds[0].Objections.Count > 0 ? rounds[0].Objections : shared.Objections,
            };
            return rounds;
        }

        if (rounds.Count > 0 && !rounds[0].WasHeld)
            rounds.RemoveAt(0);
        rounds.Insert(0, shared);
        return rounds;
    }

    private static ElectionRound ReadRound(JsonPlace place, HashSet<string> seats)
    {
        var ballots = place.Find("ballots") is { } listed ? ReadBallots(listed, seats) : null;
        return new ElectionRound
        {
            Ballots = ballots,
            Attending = place.Find("present") is { } present ? [.. present.Items().Select(item => ReadAttendance(item, seats))] : [],
            Served = place.Find("service") is { } service ? ReadServed(service, seats) : null,
            Objections = (place.Find("objections") ?? place.Find("objected")) is { } objections ? [.. objections.Items().Select(item => ReadSeatName(item, seats))] : [],
            CastingVote = place.Find("chair") is { Kind: JsonValueKind.String } chair && seats.Contains(chair.Text())
                // The chair named by seat casts as it voted.
                ? ballots?.Find(ballot => ballot.Seat == chair.Text())?.Choice
                : DecisionCaseReader.ReadCastingVote(place),
        };
    }

    private static RollSeat ReadSeat(JsonPlace place)
    {
        var reasons = new List<string>();
        foreach (var (name, value) in place.Properties())
        {
            if (name is "excluded" or "exclusion")
                reasons.AddRange(ReadReasons(value));
            // A mark of the roll such as "arrears": true is a reason for exclusion where the rule names it.
            else if (value.Kind is JsonValueKind.True or JsonValueKind.False)
            {
                if (value.Flag())
                    reasons.Add(name);
            }
            else if (name is not ("seat" or "party" or "coOwners" or "bloc" or "measures" or "note"))
                throw value.Fault($"unknown property '{name}' of a seat; known are seat, party, coOwners, bloc, measures, excluded", $"席位没有“{name}”这一属性");
        }

        List<string> parties = [.. ReadParties(place.Find("party")), .. ReadParties(place.Find("coOwners"))];
        return new RollSeat(
            place.Need("seat").Text(),
            parties,
            place.Find("bloc")?.Text() ?? "",
            place.Find("measures") is { } measures ? DecisionCaseReader.ReadWeights(measures) : new Dictionary<string, Rational>(),
            reasons.Count > 0 ? new Exclusion(reasons) : null);
    }

    private static IReadOnlyList<string> ReadReasons(JsonPlace place) => place.Kind switch
    {
        JsonValueKind.True => ["excluded"],
        JsonValueKind.False => [],
        JsonValueKind.Array => place.Names(),
        JsonValueKind.Object => [place.AsObject("reason", "note").Need("reason").Text()],
        _ => [place.Text()],
    };

    private static IReadOnlyList<string> ReadParties(JsonPlace? place) => place is not { } given ? []
        : given.Kind == JsonValueKind.Array ? given.Names() : [given.Text()];

    private static List<RuleBallot> ReadBallots(JsonPlace place, HashSet<string> seats)
    {
        var ballots = new List<RuleBallot>();
        var voted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in place.Items())
        {
            item.AsObject("seat", "choice", "channel", "inPerson", "note");
            var seat = ReadKnownSeat(item.Need("seat"), seats);
            if (!voted.Add(seat))
                throw item.Fault($"the seat '{seat}' has two ballots in one session", $"席位“{seat}”在同一次会议中有两张选票");
            ballots.Add(new RuleBallot(
                seat,
                item.Need("choice").Word<BallotChoice>("a choice", "表决意见"),
                item.Find("channel") is { } channel ? ReadChannel(channel) : BallotChannel.Unstated,
                item.Find("inPerson")?.Flag() ?? false));
        }

        return ballots;
    }

    private static BallotChannel ReadChannel(JsonPlace place)
        => s_channels.TryGetValue(place.Text(), out var channel) ? channel
            : throw place.Fault($"'{place.Text()}' is not a channel; known are {string.Join(", ", s_channels.Keys)}", $"“{place.Text()}”不是渠道");

    // Who is merely named as present came; a proxy is written with inPerson false.
    private static Attendance ReadAttendance(JsonPlace place, HashSet<string> seats)
    {
        if (place.Kind == JsonValueKind.String)
            return new Attendance(ReadKnownSeat(place, seats), true);
        place.AsObject("seat", "inPerson", "note");
        return new Attendance(ReadKnownSeat(place.Need("seat"), seats), place.Find("inPerson")?.Flag() ?? true);
    }

    private static HashSet<string> ReadServed(JsonPlace place, HashSet<string> seats)
    {
        HashSet<string> served = new(StringComparer.Ordinal), notServed = new(StringComparer.Ordinal);
        if (place.Kind == JsonValueKind.Object)
        {
            foreach (var (seat, value) in place.Properties())
                (value.Flag() ? served : notServed).Add(seats.Contains(seat) ? seat : throw value.Fault($"'{seat}' is no seat of the roll", $"名册上没有席位“{seat}”"));
        }

        foreach (var item in place.Kind == JsonValueKind.Object ? [] : place.Items())
        {
            if (item.Kind == JsonValueKind.String)
            {
                served.Add(ReadKnownSeat(item, seats));
                continue;
            }

            item.AsObject("seat", "served", "note", "proof", "at", "channel");
            (item.Find("served")?.Flag() != false ? served : notServed).Add(ReadKnownSeat(item.Need("seat"), seats));
        }

        // A list that names only those who were not reached says that the others were.
        return served.Count > 0 || notServed.Count == 0 ? served : [.. seats.Except(notServed)];
    }

    private static string ReadSeatName(JsonPlace place, HashSet<string> seats)
        => ReadKnownSeat(place.Kind == JsonValueKind.String ? place : place.AsObject("seat", "note", "reason", "why").Need("seat"), seats);

    private static string ReadKnownSeat(JsonPlace place, HashSet<string> seats)
    {
        var seat = place.Text();
        return seats.Contains(seat) ? seat : throw place.Fault($"'{seat}' is no seat of the roll", $"名册上没有席位“{seat}”");
    }
}
