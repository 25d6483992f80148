namespace Cohesion.Governance.Domain.FollowUps;

public sealed partial class FollowUpAction
{
    /// <summary>Whether it still has to be kept, confirmed or ruled on.</summary>
    public bool IsOpen => Stage is not (FollowUpStage.Kept or FollowUpStage.Cancelled);

    /// <summary>Whether its owner is late: the due date is over and no evidence is there.</summary>
    public bool IsOverdue(DateTimeOffset now) =>
        Stage is FollowUpStage.Assigned or FollowUpStage.Declined or FollowUpStage.Accepted && DueAt < now;

    /// <summary>Puts it to its owner, who has until <see cref="StageUntil"/> to answer; never beyond the due date.</summary>
    /// <returns>Whether that is new; false when it lies before the owner already, or he has answered.</returns>
    public bool Offer(TimeSpan window, DateTimeOffset now)
    {
        if (Stage != FollowUpStage.Assigned || StageUntil is not null)
        {
            return false;
        }

        var end = now + window;
        (StageUntil, ToldDueAt) = (end < DueAt ? end : DueAt, DueAt);
        return true;
    }

    /// <summary>Notes that the owner is told the due date that holds now.</summary>
    /// <returns>Whether he needs to be: it is another than he was told.</returns>
    public bool TellDueDate()
    {
        if (Stage != FollowUpStage.Accepted || ToldDueAt == DueAt)
        {
            return false;
        }

        ToldDueAt = DueAt;
        return true;
    }

    /// <summary>The owner promises to do it.</summary>
    public Outcome<Done> Accept(Guid person)
    {
        if (person != OwnerPersonId)
        {
            return new NotTheOwner();
        }

        if (Stage != FollowUpStage.Assigned)
        {
            return new FollowUpAnswered(Stage);
        }

        (Stage, StageUntil) = (FollowUpStage.Accepted, null);
        return default(Done);
    }

    /// <summary>The owner says that it cannot be his, and why.</summary>
    public Outcome<Done> Decline(Guid person, string reason)
    {
        if (person != OwnerPersonId)
        {
            return new NotTheOwner();
        }

        if (Stage != FollowUpStage.Assigned)
        {
            return new FollowUpAnswered(Stage);
        }

        (Stage, StageUntil, DeclineReason) = (FollowUpStage.Declined, null, reason);
        return default(Done);
    }

    /// <summary>The owner was asked and said nothing in time: the promise stands, so that nobody escapes it by silence.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool TakeAsAccepted()
    {
        if (Stage != FollowUpStage.Assigned)
        {
            return false;
        }

        (Stage, StageUntil) = (FollowUpStage.Accepted, null);
        return true;
    }

    /// <summary>Gives it to somebody else, who is asked in turn, with another due date where one is given.</summary>
    public Outcome<Done> Reassign(Guid owner, DateTimeOffset? dueAt, DateTimeOffset now)
    {
        if (Changeable() is { } refusal)
        {
            return refusal;
        }

        if (owner == OwnerPersonId && Stage != FollowUpStage.Declined)
        {
            return new OwnedAlready();
        }

        if ((dueAt ?? DueAt) <= now)
        {
            return new DueDatePassed();
        }

        (Stage, StageUntil, OwnerPersonId, DeclineReason, AssignedAt) = (FollowUpStage.Assigned, null, owner, null, now);
        (DueAt, ToldDueAt, ChaseLevel) = (dueAt ?? DueAt, null, 0);
        return default(Done);
    }

    /// <summary>Gives its owner more time; the chase ladder begins again from the new date.</summary>
    public Outcome<Done> Extend(DateTimeOffset dueAt, DateTimeOffset now)
    {
        if (Changeable() is { } refusal)
        {
            return refusal;
        }

        if (dueAt <= now)
        {
            return new DueDatePassed();
        }

        if (dueAt <= DueAt)
        {
            return new NotAnExtension();
        }

        (DueAt, ChaseLevel) = (dueAt, 0);
        return default(Done);
    }

    /// <summary>Gives it up.</summary>
    public Outcome<Done> Cancel()
    {
        if (Changeable() is { } refusal)
        {
            return refusal;
        }

        (Stage, StageUntil) = (FollowUpStage.Cancelled, null);
        return default(Done);
    }

    /// <summary>Something that shows it was done is handed in, by the owner or by somebody who may act for him.</summary>
    /// <returns>Whether it is the first of its round, which brings it before those who asked.</returns>
    public Outcome<bool> HandIn(Guid person, bool mayActForOwner)
    {
        if (person != OwnerPersonId && !mayActForOwner)
        {
            return new NotTheOwner();
        }

        switch (Stage)
        {
            // Whoever hands in evidence has taken the action on by that.
            case FollowUpStage.Assigned or FollowUpStage.Accepted:
                (Stage, StageUntil, FoundKept) = (FollowUpStage.Evidenced, null, null);
                return true;
            case FollowUpStage.Evidenced when FoundKept is null:
            case FollowUpStage.AwaitingRuling when FoundKept is null:
                return false;
            case FollowUpStage.Evidenced or FollowUpStage.AwaitingRuling:
                return new EvidenceUnderReview();
            default:
                return new FollowUpNotOpen(Stage);
        }
    }

    /// <summary>Notes that somebody is asked again to decide, after <paramref name="again"/>.</summary>
    /// <param name="stage">Where the action waits for him.</param>
    /// <param name="again">When he is to be asked once more.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whether he is to be asked now; false when he was, and the time is not over.</returns>
    public bool AskToDecide(FollowUpStage stage, TimeSpan again, DateTimeOffset now)
    {
        if (Stage != stage || FoundKept is not null || StageUntil > now)
        {
            return false;
        }

        StageUntil = now + again;
        return true;
    }

    /// <summary>Asks those who asked for their word until a time.</summary>
    /// <returns>Whether that is new.</returns>
    public bool AskForWord(TimeSpan window, DateTimeOffset now)
    {
        if (Stage != FollowUpStage.Evidenced || StageUntil is not null)
        {
            return false;
        }

        StageUntil = now + window;
        return true;
    }

    /// <summary>One of those who asked says whether it is so.</summary>
    /// <param name="person">Whose word it is.</param>
    /// <param name="kept">The word.</param>
    /// <param name="asked">All who asked.</param>
    /// <param name="given">Words of this round so far: who, and whether kept.</param>
    /// <returns>Whether the matter is settled by it: one "no" returns it, the last "yes" keeps it.</returns>
    public Outcome<bool> Confirm(Guid person, bool kept, IReadOnlyCollection<Guid> asked, IReadOnlyDictionary<Guid, bool> given)
    {
        if (!asked.Contains(person))
        {
            return new NotAmongThoseWhoAsked();
        }

        if (given.ContainsKey(person))
        {
            return new ConfirmedAlready();
        }

        if (Stage != FollowUpStage.Evidenced || FoundKept is not null)
        {
            return new NothingToConfirm(Stage);
        }

        if (!kept)
        {
            FoundKept = false;
        }
        else if (asked.All(a => a == person || given.ContainsKey(a)))
        {
            FoundKept = true;
        }

        return FoundKept is not null;
    }

    /// <summary>The time for confirming is over: the word of those who spoke counts; where nobody did, it is left to the secretary.</summary>
    /// <returns>Whether it goes to the secretary now.</returns>
    public bool EndConfirmation(bool anybodySpoke)
    {
        if (Stage != FollowUpStage.Evidenced || FoundKept is not null)
        {
            return false;
        }

        StageUntil = null;
        if (anybodySpoke)
        {
            FoundKept = true;
            return false;
        }

        Stage = FollowUpStage.AwaitingRuling;
        return true;
    }

    /// <summary>The secretary decides, since those who asked said nothing. Nobody rules on his own promise.</summary>
    public Outcome<Done> Rule(Guid person, bool kept)
    {
        if (Stage != FollowUpStage.AwaitingRuling || FoundKept is not null)
        {
            return new NotForRuling(Stage);
        }

        if (person == OwnerPersonId)
        {
            return new OwnPromise();
        }

        FoundKept = kept;
        return default(Done);
    }

    /// <summary>It goes back to its owner, with at least <paramref name="grace"/> to put it right, and counts as reopened.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool Reopen(TimeSpan grace, DateTimeOffset now)
    {
        if (FoundKept is not false)
        {
            return false;
        }

        (Stage, StageUntil, FoundKept, ChaseLevel) = (FollowUpStage.Accepted, null, null, 0);
        Reopened++;
        if (DueAt < now + grace)
        {
            DueAt = now + grace;
        }

        return true;
    }

    /// <summary>It was kept, and ends.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool Close(DateTimeOffset now)
    {
        if (FoundKept is not true || Stage == FollowUpStage.Kept)
        {
            return false;
        }

        (Stage, StageUntil, KeptAt) = (FollowUpStage.Kept, null, now);
        return true;
    }

    /// <summary>Takes a rung of the chase ladder (督办).</summary>
    /// <returns>False when there is nobody to chase: evidence is there, or it has ended.</returns>
    public bool Chase(int level)
    {
        if (Stage != FollowUpStage.Accepted)
        {
            return false;
        }

        ChaseLevel = Math.Max(ChaseLevel, level);
        return true;
    }

    private Refusal? Changeable() => Stage switch
    {
        FollowUpStage.Assigned or FollowUpStage.Declined or FollowUpStage.Accepted => null,
        FollowUpStage.Evidenced or FollowUpStage.AwaitingRuling => new EvidenceUnderReview(),
        _ => new FollowUpNotOpen(Stage),
    };
}
