namespace Cohesion.Governance.Domain.Votes;

/// <summary>Which of two ballots counts that reached the council for one seat by different ways. A council has one; a vote keeps the one it was created under.</summary>
/// <remarks>Changing one's mind is another matter: a ballot cast again by the same way is a change, and the decision rule says whether that is possible.
/// What a proxy cast never takes the place of what the seat said itself. Why the first is the default stands in docs/decisions.</remarks>
public enum DuplicatePolicy
{
    /// <summary>What the seat cast online itself stands; papers and visits do not replace it, and it replaces them.</summary>
    OnlinePrevails,

    /// <summary>What the seat signed, on paper or at the door, stands; online ballots do not replace it, and it replaces them.</summary>
    PaperPrevails,

    /// <summary>The first that was valid stands. A paper is valid once it has been checked.</summary>
    FirstValidWins,

    /// <summary>What the seat said last stands, by the time at which the voter gave it, not at which it was entered.</summary>
    LatestWins,
}

/// <summary>Why a ballot is kept on record without counting.</summary>
public enum SetAsideReason
{
    /// <summary>The seat had a valid ballot before, and the council counts the first.</summary>
    FirstStands,

    /// <summary>The seat has a ballot on paper or from a visit, which prevails in this council.</summary>
    PaperStands,

    /// <summary>The seat has cast its own ballot online, which prevails in this council.</summary>
    OnlineStands,

    /// <summary>The voter gave it before the ballot that counts.</summary>
    OlderThanStanding,

    /// <summary>Under the decision rule a ballot is irrevocable on receipt, and the seat had one.</summary>
    Irrevocable,
}

/// <summary>Says why ballots were set aside, and what policies mean.</summary>
public static class IntakeWords
{
    /// <summary>The reason as a sentence for whoever has the receipt.</summary>
    public static LocalText Of(SetAsideReason reason) => reason switch
    {
        SetAsideReason.FirstStands => new(
            "The seat had a valid ballot already, and in this council the first valid ballot counts.", "该席位此前已有有效选票，本议事会以先到的有效选票为准。"),
        SetAsideReason.PaperStands => new(
            "The seat has a signed ballot, and in this council paper prevails over online.", "该席位已有签字的纸质或上门选票，本议事会以纸质为准。"),
        SetAsideReason.OnlineStands => new(
            "The seat has cast its own ballot online, and in this council that one counts.", "该席位代表已自行在线投票，本议事会以在线为准。"),
        SetAsideReason.OlderThanStanding => new(
            "The voter gave this ballot before the one that counts.", "这张选票早于目前计入的那一张。"),
        SetAsideReason.Irrevocable => new(
            "Under the rule of this vote a ballot cannot be changed once it was received, and the seat had one.", "按本次表决的规则，选票一经收到不得更改，该席位此前已投票。"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason without words"),
    };

    /// <summary>The policy in a sentence, for pages.</summary>
    public static LocalText Of(DuplicatePolicy policy) => policy switch
    {
        DuplicatePolicy.OnlinePrevails => new("Of two ballots of a seat, what it cast online itself counts.", "同一席位重复投票的，以其自行在线投出的为准。"),
        DuplicatePolicy.PaperPrevails => new("Of two ballots of a seat, the signed one (paper or visit) counts.", "同一席位重复投票的，以签字的纸质或上门选票为准。"),
        DuplicatePolicy.FirstValidWins => new("Of two ballots of a seat, the first valid one counts.", "同一席位重复投票的，以先到的有效选票为准。"),
        DuplicatePolicy.LatestWins => new("Of two ballots of a seat, the one given last counts.", "同一席位重复投票的，以最后表达的为准。"),
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "A policy without words"),
    };
}
