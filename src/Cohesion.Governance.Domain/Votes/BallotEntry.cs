using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Votes;

/// <summary>A ballot from paper or from the door, entered by one person and checked by another who does not see the first entry.</summary>
/// <remarks>It becomes a ballot only when both read the same, or when a third person has settled what it says. In a secret vote it is an outer envelope (外信封), of which
/// nobody knows what is in it.</remarks>
public sealed partial class BallotEntry : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid VoteId { get; init; }
    public required Guid SeatId { get; init; }

    /// <summary>Paper or visit.</summary>
    public required BallotChannel Channel { get; init; }

    /// <summary>For a co-owned seat: the co-owner who signed; null where all of them did.</summary>
    public Guid? SignedByPersonId { get; init; }

    /// <summary>What the first person read; null for the outer envelope of a secret vote, which nobody opens.</summary>
    public required BallotChoice? Choice { get; init; }

    /// <summary>SHA-256 of the scan of the paper, 64 hexadecimal digits in small letters; a visit may do without a scan.</summary>
    public string? ScanHash { get; init; }

    /// <summary>Who saw it being given; a visit needs one.</summary>
    public string? Witness { get; init; }

    /// <summary>Where it was given.</summary>
    public required string Place { get; init; }

    /// <summary>When the voter gave it.</summary>
    public required DateTimeOffset TakenAt { get; init; }
    public required Guid EnteredByPersonId { get; init; }
    public required DateTimeOffset EnteredAt { get; init; }
    public BallotEntryStage Stage { get; set; }

    /// <summary>What the second person read.</summary>
    public BallotChoice? SecondChoice { get; set; }
    public Guid? CheckedByPersonId { get; set; }
    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>What a third person found that it says; null where he found it void, and where nobody had to.</summary>
    public BallotChoice? SettledChoice { get; set; }
    public Guid? SettledByPersonId { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
    public string? SettledReason { get; set; }

    /// <summary>Receipt of the ballot it became.</summary>
    public string? Receipt { get; set; }

    /// <summary>Of an outer envelope: why it does not stand beside another ballot of the seat, so that it stays unopened; null where it stands, and of named votes, whose
    /// ballots say it themselves (<see cref="BallotRecord.SetAsideFor"/>).</summary>
    public SetAsideReason? SetAsideFor { get; set; }
    public int Version { get; set; }

    /// <summary>Whether somebody still has to do something about it.</summary>
    public bool IsWaiting => Stage is BallotEntryStage.AwaitingCheck or BallotEntryStage.Disputed;

    /// <summary>Somebody reads the paper a second time. Answers whether both read the same.</summary>
    public Outcome<bool> Check(Guid person, BallotChoice choice, DateTimeOffset now)
    {
        if (person == EnteredByPersonId)
        {
            return new SomebodyElseChecks();
        }

        if (Stage != BallotEntryStage.AwaitingCheck)
        {
            return new EntryNotWaiting();
        }

        (SecondChoice, CheckedByPersonId, CheckedAt) = (choice, person, now);
        Stage = choice == Choice ? BallotEntryStage.Entered : BallotEntryStage.Disputed;
        return choice == Choice;
    }

    /// <summary>A third person decides what a paper says that two have read differently.</summary>
    /// <param name="person">Neither who entered nor who checked it.</param>
    /// <param name="choice">What it says; null where it says nothing valid.</param>
    /// <param name="reason">Why, for everybody to read.</param>
    /// <param name="now">When.</param>
    public Outcome<Done> Settle(Guid person, BallotChoice? choice, string reason, DateTimeOffset now)
    {
        if (person == EnteredByPersonId || person == CheckedByPersonId)
        {
            return new SettlerWasInvolved();
        }

        if (Stage != BallotEntryStage.Disputed)
        {
            return new EntryNotDisputed();
        }

        (SettledChoice, SettledByPersonId, SettledAt, SettledReason) = (choice, person, now, reason);
        Stage = choice is null ? BallotEntryStage.Void : BallotEntryStage.Entered;
        return default(Done);
    }

    /// <summary>The vote was counted while somebody still had to check or settle it.</summary>
    public void LeaveUncounted() => Stage = Stage == BallotEntryStage.Disputed ? BallotEntryStage.NotSettledInTime : BallotEntryStage.NotCheckedInTime;

    /// <summary>Why it does not count; null where it became a ballot or still may.</summary>
    public static LocalText? WhyNotCounted(BallotEntryStage stage) => stage switch
    {
        BallotEntryStage.NotCheckedInTime => new("Nobody checked it before the vote was counted.", "计票前无人复核。"),
        BallotEntryStage.NotSettledInTime => new("Two people read it differently and nobody settled it before the vote was counted.", "两人录入不一致，计票前未认定。"),
        BallotEntryStage.Void => new("It was found to say nothing valid.", "经认定为无效票。"),
        _ => null,
    };
}

/// <summary>Where an entry stands.</summary>
public enum BallotEntryStage
{
    /// <summary>Entered by one; nobody else has read it yet.</summary>
    AwaitingCheck,

    /// <summary>Two have read it differently.</summary>
    Disputed,

    /// <summary>It became a ballot, which counts or was set aside like any other.</summary>
    Entered,

    /// <summary>A third person found that it says nothing valid.</summary>
    Void,

    /// <summary>The vote was counted before anybody checked it.</summary>
    NotCheckedInTime,

    /// <summary>The vote was counted before anybody settled what it says.</summary>
    NotSettledInTime,
}
