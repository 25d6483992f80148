namespace Cohesion.Governance.Domain.Votes;

/// <content>What may happen to a vote, and when.</content>
public sealed partial class Vote
{
    /// <summary>What decides whether a ballot is taken.</summary>
    public BallotWindow BallotWindow => new(Stage, OpensAt, ClosesAt, SettledAt);

    /// <summary>Whether ballots are being taken at this moment.</summary>
    public bool IsOpenAt(DateTimeOffset now) => BallotWindow.RefusalAt(now) is null;

    /// <summary>Whether it has come to its end, counted or cancelled.</summary>
    public bool HasEnded => Stage is VoteStage.Closed or VoteStage.Cancelled;

    /// <summary>The roll is frozen from a version of the register.</summary>
    public Outcome<Done> FreezeRoll(int registerVersion, int seats)
    {
        if (Stage == VoteStage.Cancelled)
        {
            return new VoteWasCancelled();
        }

        if (seats == 0)
        {
            return new RollIsEmpty();
        }

        (Stage, RegisterVersion, RollSize) = (VoteStage.RollFrozen, registerVersion, seats);
        return default(Done);
    }

    /// <summary>Ballots are taken from now on, until a moment that is not included.</summary>
    public Outcome<Done> Open(DateTimeOffset now, DateTimeOffset until)
    {
        if (Stage != VoteStage.RollFrozen)
        {
            return Stage == VoteStage.Cancelled ? new VoteWasCancelled() : new RollNotFrozen();
        }

        (Stage, OpensAt, ClosesAt) = (VoteStage.Open, now, until);
        return default(Done);
    }

    /// <summary>Ends the ballots because none still to come can change the outcome. From here on none is taken, so that it stays so.</summary>
    public void Settle(DateTimeOffset now) => SettledAt = now;

    /// <summary>Whether it may be counted at this moment.</summary>
    public Outcome<Done> MayBeCountedAt(DateTimeOffset now) => Stage switch
    {
        VoteStage.Cancelled => new VoteWasCancelled(),
        VoteStage.Planned or VoteStage.RollFrozen => new VoteNotOpenYet(),
        VoteStage.Open when SettledAt is null && now < ClosesAt => new VoteStillOpen(),
        _ => default(Done),
    };

    /// <summary>Whether the inner envelopes of a secret vote may be opened at this moment: once its ballots have ended and until it is counted.</summary>
    public Outcome<Done> MayOpenEnvelopesAt(DateTimeOffset now) => Stage == VoteStage.Closed ? new VoteHasClosed() : !Secret ? new NoEnvelopes() : MayBeCountedAt(now);

    /// <summary>It was counted.</summary>
    /// <param name="now">When.</param>
    /// <param name="outcome">Adopted, Rejected, NoQuorum or Undecided.</param>
    /// <param name="decisionJson">The decision with its numbers.</param>
    /// <param name="nextSession">The round of a second call, where the rule has one after this outcome.</param>
    /// <param name="confirmWindow">The period in which objections can overturn it, where the rule has one.</param>
    /// <param name="ballotsRoot">The root over the ballots counted.</param>
    public void Close(DateTimeOffset now, string outcome, string decisionJson, string? nextSession, string? confirmWindow, string ballotsRoot)
    {
        (Stage, ClosedAt, Outcome, DecisionJson, BallotsRoot) = (VoteStage.Closed, now, outcome, decisionJson, ballotsRoot);
        (NextSession, ConfirmWindow, AnnouncedCount) = (nextSession, confirmWindow, BallotCount);
    }

    /// <summary>A secret vote that cannot be secret is put by name, by an explicit act and before its roll is frozen.</summary>
    public Outcome<Done> PutByName()
    {
        if (Stage != VoteStage.Planned)
        {
            return Stage == VoteStage.Cancelled ? new VoteWasCancelled() : new SecrecyIsFrozen();
        }

        Secret = false;
        return default(Done);
    }

    /// <summary>It was looked at again with the objections of the confirmation window.</summary>
    public void Confirm(DateTimeOffset now, bool stands, string outcome, string decisionJson) =>
        (ConfirmedAt, Overturned, Outcome, DecisionJson) = (now, !stands, outcome, decisionJson);

    /// <summary>It is called off; its ballots decide nothing.</summary>
    public Outcome<Done> Cancel(DateTimeOffset now, string reason)
    {
        if (Stage == VoteStage.Closed)
        {
            return new VoteHasClosed();
        }

        if (Stage == VoteStage.Cancelled)
        {
            return new VoteWasCancelled();
        }

        (Stage, ClosedAt, CancelReason) = (VoteStage.Cancelled, now, reason);
        return default(Done);
    }

    /// <summary>Why the roll or its facts may not be changed at this moment; null when they may: from the freezing of the roll until the end of the ballots.</summary>
    public Refusal? RollChangeRefusalAt(DateTimeOffset now) => Stage switch
    {
        VoteStage.Planned => new RollNotFrozen(),
        VoteStage.RollFrozen => null,
        _ => BallotWindow.RefusalAt(now),
    };
}

/// <summary>The moments of an open vote at which something happens.</summary>
public enum VoteMoment
{
    /// <summary>Half of the time is over.</summary>
    Half,

    /// <summary>Shortly before the end, usually a day.</summary>
    LastDay,

    /// <summary>The end.</summary>
    Close,
}

/// <summary>When the moments of a vote come.</summary>
public static class VoteMoments
{
    /// <summary>The moment between opening and closing.</summary>
    /// <param name="moment">Which.</param>
    /// <param name="opens">When ballots open.</param>
    /// <param name="closes">When they close.</param>
    /// <param name="before">How long before the end the last reminder is due.</param>
    /// <remarks>In a vote too short for it, the last reminder comes half-way between half time and the end, so that nobody is reminded twice at once.</remarks>
    public static DateTimeOffset Within(this VoteMoment moment, DateTimeOffset opens, DateTimeOffset closes, TimeSpan before)
    {
        var half = opens + ((closes - opens) / 2);
        return moment switch
        {
            VoteMoment.Half => half,
            VoteMoment.LastDay => closes - before > half ? closes - before : half + ((closes - half) / 2),
            VoteMoment.Close => closes,
            _ => throw new ArgumentOutOfRangeException(nameof(moment), moment, "A moment nobody knows"),
        };
    }
}
