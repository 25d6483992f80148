namespace Cohesion.Governance.Domain.Votes;

/// <content>The outer envelope of a secret vote: what is checked is that it is the seat's, signed and given in time, never what lies in it.</content>
public sealed partial class BallotEntry
{
    /// <summary>Somebody holds the outer envelope against its entry. Answers whether it stands.</summary>
    /// <param name="person">Not who entered it.</param>
    /// <param name="isFaulty">Whether it is not as entered: another seat's, unsigned, torn open.</param>
    /// <param name="now">When.</param>
    public Outcome<bool> CheckEnvelope(Guid person, bool isFaulty, DateTimeOffset now)
    {
        if (person == EnteredByPersonId)
        {
            return new SomebodyElseChecks();
        }

        if (Stage != BallotEntryStage.AwaitingCheck)
        {
            return new EntryNotWaiting();
        }

        (CheckedByPersonId, CheckedAt) = (person, now);
        Stage = isFaulty ? BallotEntryStage.Disputed : BallotEntryStage.Entered;
        return !isFaulty;
    }

    /// <summary>A third person decides whether an outer envelope stands that the second found faulty.</summary>
    /// <param name="person">Neither who entered nor who checked it.</param>
    /// <param name="stands">Whether it stands.</param>
    /// <param name="reason">Why, for everybody to read.</param>
    /// <param name="now">When.</param>
    public Outcome<Done> SettleEnvelope(Guid person, bool stands, string reason, DateTimeOffset now)
    {
        if (Settle(person, null, reason, now).Refused(out var refusal))
        {
            return refusal;
        }

        Stage = stands ? BallotEntryStage.Entered : BallotEntryStage.Void;
        return default(Done);
    }
}
