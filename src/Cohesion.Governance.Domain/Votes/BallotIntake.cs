using System.Runtime.InteropServices;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Votes;

/// <summary>A ballot as it comes in, by whatever channel.</summary>
/// <param name="Choice">What it says.</param>
/// <param name="Channel">Online, paper, visit or proxy.</param>
/// <param name="By">Who cast it, or who entered it for the seat.</param>
/// <param name="TakenAt">When the voter gave it.</param>
/// <param name="ReceivedAt">When it reached the council: for paper and visits when it was entered, else now.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ArrivingBallot(BallotChoice Choice, BallotChannel Channel, Guid By, DateTimeOffset TakenAt, DateTimeOffset ReceivedAt);

/// <summary>The ballot that a seat (or one voice of a co-owned seat) has on file.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PresentBallot(BallotChoice Choice, BallotChannel Channel, Guid By, DateTimeOffset TakenAt);

/// <summary>What of a line of the roll decides whether its ballot is taken.</summary>
/// <param name="ExcludedFor">The ground on which it may not vote; null where it may.</param>
/// <param name="ExclusionNote">Why, in words.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RollLine(string? ExcludedFor, string? ExclusionNote);

/// <summary>The terms on which a vote takes ballots; both are frozen with it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct IntakeTerms(DuplicatePolicy Policy, BallotChange Change);

/// <summary>What happens to a ballot that came in. Exactly one of the kinds.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Reason">Why it is set aside.</param>
/// <param name="Refusal">Why it is refused.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct IntakeRuling(IntakeKind Kind, SetAsideReason? Reason = null, Refusal? Refusal = null)
{
    internal static IntakeRuling Refuse(Refusal refusal) => new(IntakeKind.Refused, Refusal: refusal);

    internal static IntakeRuling Aside(SetAsideReason reason) => new(IntakeKind.SetAside, reason);
}

/// <summary>The kinds of rulings on a ballot that comes in.</summary>
public enum IntakeKind
{
    /// <summary>It counts; the seat had none.</summary>
    TakenFirst,

    /// <summary>It counts in the place of the one on file.</summary>
    TakenInstead,

    /// <summary>It is the one on file, sent again.</summary>
    Same,

    /// <summary>It is kept on record and does not count.</summary>
    SetAside,

    /// <summary>Nothing is kept; its sender is told why.</summary>
    Refused,
}

/// <summary>Decides what happens to a ballot that comes in. Pure: the same ballot in the same state always meets the same fate.</summary>
public static class BallotIntake
{
    /// <param name="window">Where the vote stands; it must have been open when the ballot was received, and not be counted or settled since.</param>
    /// <param name="line">The seat's line of the frozen roll; null where it has none.</param>
    /// <param name="present">The ballot on file; null where there is none.</param>
    /// <param name="arriving">The ballot.</param>
    /// <param name="terms">The council's policy on duplicates and the rule's word on changes.</param>
    public static IntakeRuling Decide(BallotWindow window, RollLine? line, PresentBallot? present, ArrivingBallot arriving, IntakeTerms terms)
    {
        if (window.RefusalAt(arriving.ReceivedAt) is { } notTaken)
        {
            return IntakeRuling.Refuse(notTaken);
        }

        if (line is not { } seat)
        {
            return IntakeRuling.Refuse(new SeatNotOnRoll());
        }

        if (seat.ExcludedFor is not null)
        {
            return IntakeRuling.Refuse(new SeatIsExcluded(seat.ExclusionNote ?? string.Empty));
        }

        if (present is not { } onFile)
        {
            return new IntakeRuling(IntakeKind.TakenFirst);
        }

        if (Repeats(arriving, onFile))
        {
            return new IntakeRuling(IntakeKind.Same);
        }

        if (arriving.Channel == BallotChannel.Proxy && onFile.Channel != BallotChannel.Proxy)
        {
            return IntakeRuling.Refuse(new SeatVotedItself());
        }

        if (terms.Change == BallotChange.Never)
        {
            // A paper exists and cannot be sent back: it is kept. Whoever casts himself is told at once.
            return IsSigned(arriving.Channel) ? IntakeRuling.Aside(SetAsideReason.Irrevocable) : IntakeRuling.Refuse(new BallotIsIrrevocable());
        }

        var isChange = arriving.Channel == onFile.Channel && !IsSigned(arriving.Channel);
        return isChange ? new IntakeRuling(IntakeKind.TakenInstead) : OfDuplicates(onFile, arriving, terms.Policy);
    }

    /// <summary>Whether a ballot of this channel was signed by the voter and entered by somebody else.</summary>
    public static bool IsSigned(BallotChannel channel) => channel is BallotChannel.Paper or BallotChannel.Visit;

    private static IntakeRuling OfDuplicates(PresentBallot onFile, ArrivingBallot arriving, DuplicatePolicy policy)
    {
        if (policy == DuplicatePolicy.FirstValidWins)
        {
            return IntakeRuling.Aside(SetAsideReason.FirstStands);
        }

        if (onFile.Channel == BallotChannel.Proxy)
        {
            return new IntakeRuling(IntakeKind.TakenInstead);
        }

        return (policy, IsSigned(onFile.Channel), IsSigned(arriving.Channel)) switch
        {
            (DuplicatePolicy.PaperPrevails, true, false) => IntakeRuling.Aside(SetAsideReason.PaperStands),
            (DuplicatePolicy.PaperPrevails, false, true) => new IntakeRuling(IntakeKind.TakenInstead),
            (DuplicatePolicy.OnlinePrevails, false, true) => IntakeRuling.Aside(SetAsideReason.OnlineStands),
            (DuplicatePolicy.OnlinePrevails, true, false) => new IntakeRuling(IntakeKind.TakenInstead),
            _ => arriving.TakenAt >= onFile.TakenAt
                ? new IntakeRuling(IntakeKind.TakenInstead)
                : IntakeRuling.Aside(SetAsideReason.OlderThanStanding),
        };
    }

    // A signed ballot is the same whoever enters it; one cast by somebody himself is the same whenever he sends it again.
    private static bool Repeats(ArrivingBallot arriving, PresentBallot onFile) =>
        arriving.Choice == onFile.Choice && arriving.Channel == onFile.Channel
            && (IsSigned(arriving.Channel) ? arriving.TakenAt == onFile.TakenAt : arriving.By == onFile.By);
}
