using System.Text.Json;

namespace Cohesion.Governance.Domain.Rules;

/// <summary>Reads rule packs and refuses what it does not understand: a rule that is silently misread decides wrongly.</summary>
public static class RulePackReader
{
    /// <summary>The packs of one file: a list, one pack, or an object with <c>packs</c>.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="fileName">How the file is named in a refusal.</param>
    /// <exception cref="RuleFormatException">The text is not JSON, or not packs.</exception>
    public static IReadOnlyList<RulePack> Read(string json, string fileName)
    {
        var root = JsonPlace.Parse(json, fileName);
        if (root.Kind == JsonValueKind.Object && root.Find("packs") is { } listed)
        {
            root.AsObject("packs");
            root = listed;
        }

        if (root.Kind == JsonValueKind.Object)
            return [ReadPack(root, null)];

        var packs = new List<RulePack>();
        foreach (var item in root.Items())
        {
            var pack = ReadPack(item, null);
            if (packs.Any(earlier => earlier.Id == pack.Id))
                throw item.At("id").Fault($"the id '{pack.Id}' is used twice", $"编号“{pack.Id}”重复");
            packs.Add(pack);
        }

        return packs;
    }

    /// <summary>Whether a file holds cases, which say what to expect, and no packs.</summary>
    internal static bool HoldsCases(string json, string fileName)
    {
        var root = JsonPlace.Parse(json, fileName);
        return root.Kind == JsonValueKind.Array && root.Items() is [{ Kind: JsonValueKind.Object } first, ..] && first.Find("expect") is not null;
    }

    /// <summary>One pack. A pack written inside a case needs no source of its own and takes <paramref name="inlineId"/> as its id.</summary>
    internal static RulePack ReadPack(JsonPlace place, string? inlineId)
    {
        place.AsObject("id", "jurisdiction", "title", "source", "evidence", "scope", "silence", "cap", "exclude", "casting",
            "proxy", "ballot", "challenge", "notice", "rounds", "note", "notes", "comment", "url", "version", "effective");
        var isInline = inlineId is not null;
        string Stated(string property) => isInline ? place.Find(property)?.Text() ?? "" : place.Need(property).Text();

        var id = place.Find("id")?.Text() ?? inlineId ?? place.Need("id").Text();
        return new RulePack
        {
            Id = id,
            Jurisdiction = Stated("jurisdiction"),
            Title = place.Find("title") is { } title ? ReadTitle(title) : isInline ? new RuleTitle(id, null) : ReadTitle(place.Need("title")),
            Source = place.Find("source") is { } source ? source.Words() : isInline ? LocalText.Same("") : place.Need("source").Words(),
            Evidence = isInline && place.Find("evidence") is null
                ? Evidence.Draft : place.Need("evidence").Word<Evidence>("a level of evidence", "依据等级"),
            Scope = place.Find("scope")?.Text(),
            Silence = place.Find("silence") is { } silence ? ReadSilence(silence) : new SilenceRule(),
            Cap = place.Find("cap") is { } cap ? ReadCap(cap) : HolderCap.None,
            Exclude = place.Find("exclude") is { } exclude ? [.. exclude.Items().Select(ReadExclusion)] : null,
            ChairCasts = place.Find("casting") is { } casting && ReadCasting(casting),
            Change = place.Find("ballot") is { } ballot ? ReadChange(ballot) : BallotChange.UntilClosing,
            Proxy = place.Find("proxy") is { } proxy ? ProxyLimitsReader.Read(proxy) : null,
            Challenge = place.Find("challenge") is { } challenge ? ReadChallenge(challenge) : null,
            Notice = place.Find("notice")?.Period(),
            Rounds = ReadRounds(place.Need("rounds")),
        };
    }

    private static RuleTitle ReadTitle(JsonPlace place)
    {
        if (place.Kind == JsonValueKind.String)
            return new RuleTitle(place.Text(), null);
        place.AsObject("en", "zh");
        return new RuleTitle(place.Need("en").Text(), place.Find("zh")?.Text());
    }

    private static SilenceRule ReadSilence(JsonPlace place)
    {
        place.AsObject("mode", "of", "after", "except", "needs");
        var mode = place.Need("mode").Word<SilenceMode>("a way to take silence", "对未表态的处理方式");
        var of = place.Find("of");
        if (of is { } whom && whom.Text() is not ("deliveredUnreturned" or "absentNotified" or "served"))
            throw whom.Fault($"'{whom.Text()}' is not known; write deliveredUnreturned, absentNotified or served", $"不认识“{whom.Text()}”；可用：deliveredUnreturned、absentNotified、served");
        return new SilenceRule
        {
            Mode = mode,
            AbsentOnly = of?.Text() == "absentNotified",
            After = place.Find("after")?.Period(),
            Except = place.Find("except")?.Names() ?? [],
            Needs = place.Find("needs")?.Names() ?? [],
        };
    }

    private static HolderCap ReadCap(JsonPlace place)
    {
        var cap = place.Word<HolderCap>("a cap", "表决权上限");
        return cap != HolderCap.None ? cap : throw place.Fault("leave 'cap' out where there is none", "没有上限时请删去 cap");
    }

    private static ExclusionRule ReadExclusion(JsonPlace place)
    {
        if (place.Kind == JsonValueKind.String)
            return ReadExclusionText(place);

        place.AsObject("reason", "seat", "party", "bloc");
        if (place.Properties().Count() != 1)
            throw place.Fault("an exclusion names one of reason, seat, party, bloc", "排除条件须写明 reason、seat、party、bloc 之一");
        return new ExclusionRule
        {
            Reason = place.Find("reason")?.Text(),
            Seat = place.Find("seat")?.Text(),
            Party = place.Find("party")?.Text(),
            Bloc = place.Find("bloc")?.Text(),
        };
    }

    private static ExclusionRule ReadExclusionText(JsonPlace place)
    {
        var words = place.Text().Trim();
        var sign = words.IndexOfAny(['<', '>']);
        if (sign < 0)
            return ConditionParser.IsName(words) ? new ExclusionRule { Reason = words }
                : throw place.Fault($"'{words}' is neither a reason such as arrears nor a column compared with a number", $"“{words}”既不是排除原因（如 arrears），也不是列与数字的比较");

        var length = sign + 1 < words.Length && words[sign + 1] == '=' ? 2 : 1;
        var column = words[..sign].Trim();
        return ConditionParser.IsName(column) && ComparisonOperators.TryParse(words.Substring(sign, length), out var comparison)
            && Rational.TryParse(words[(sign + length)..], out var value)
            ? new ExclusionRule { Column = column, Operator = comparison, Value = value }
            : throw place.Fault($"'{words}' is not a column compared with a number, such as monthsInArrears > 0", $"“{words}”不是列与数字的比较，例如 monthsInArrears > 0");
    }

    private static List<RuleRound> ReadRounds(JsonPlace place)
    {
        var rounds = new List<RuleRound>();
        foreach (var item in place.Items())
        {
            var round = ReadRound(item, rounds.Count);
            if (rounds.Any(earlier => earlier.Name == round.Name))
                throw item.Fault($"a round '{round.Name}' stands before this one; names are unique", $"轮次“{round.Name}”重名");
            rounds.Add(round);
        }

        return rounds.Count > 0 ? rounds : throw place.Fault("a rule has at least one round", "规则至少要有一个轮次");
    }

    private static RuleRound ReadRound(JsonPlace place, int index)
    {
        place.AsObject("name", "on", "gate", "quorum", "pass", "confirm", "note");
        if (index == 0 && (place.Find("gate") ?? place.Find("on")) is { } early)
            throw early.Fault("the first round always runs: nothing comes before it to wait for or to read", "首轮必定进行，之前没有结果可供判断");
        var on = index == 0 ? [] : ReadOutcomes(place.Need("on"));
        return new RuleRound
        {
            Name = place.Find("name")?.Text() ?? Ordinal(index),
            On = on,
            Gate = place.Find("gate") is { } gate ? ConditionReader.ReadList(gate) : [],
            Quorum = place.Find("quorum") is { } quorum ? ConditionReader.ReadList(quorum) : [],
            Pass = ConditionReader.ReadList(place.Need("pass")),
            Confirm = place.Find("confirm") is { } confirm ? ReadConfirm(confirm) : null,
        };
    }

    private static List<Outcome> ReadOutcomes(JsonPlace place)
    {
        var outcomes = place.Items().Select(item => item.Word<Outcome>("an outcome", "表决结果")).ToList();
        if (outcomes.Count == 0)
            throw place.Fault("a later round needs at least one outcome after which it runs", "后续轮次须写明在何种结果之后进行");
        return outcomes.Distinct().Count() == outcomes.Count ? outcomes : throw place.Fault("lists an outcome twice", "结果重复");
    }

    private static ConfirmStage ReadConfirm(JsonPlace place)
    {
        place.AsObject("window", "failIf");
        return new ConfirmStage(place.Need("window").Period(), ConditionReader.ReadList(place.Need("failIf")));
    }

    private static bool ReadCasting(JsonPlace place)
        => place.Text() == "chair" ? true : throw place.Fault($"'{place.Text()}' cannot break a tie; only chair can", $"“{place.Text()}”不能打破平局；只能写 chair");

    private static BallotChange ReadChange(JsonPlace place)
    {
        place.AsObject("change");
        return place.Need("change").Word<BallotChange>("when a ballot may be changed", "选票更改方式");
    }

    private static ChallengePeriod ReadChallenge(JsonPlace place)
    {
        place.AsObject("period", "from", "source", "evidence", "note");
        return new ChallengePeriod
        {
            Period = place.Need("period").Period(),
            From = place.Need("from").Word<ChallengeStart>("from what on a decision can be challenged", "起算时点"),
            Source = place.Need("source").Words(),
            Evidence = place.Need("evidence").Word<Evidence>("a level of evidence", "依据等级"),
        };
    }

    private static string Ordinal(int index) => index switch
    {
        0 => "first",
        1 => "second",
        2 => "third",
        _ => $"round{index + 1}",
    };
}
