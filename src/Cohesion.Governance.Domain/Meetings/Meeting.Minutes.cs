namespace Cohesion.Governance.Domain.Meetings;

/// <content>The minutes: drafted, corrected, confirmed, published.</content>
public sealed partial class Meeting
{
    /// <summary>Takes the draft as the first version. Nothing happens where there is one.</summary>
    /// <returns>The version, or null where the minutes exist.</returns>
    public MinutesText? TakeDraft(string text, DateTimeOffset now)
    {
        if (Stage != MeetingStage.Closed)
        {
            return null;
        }

        Stage = MeetingStage.MinutesDrafted;
        return new MinutesText { MeetingId = Id, Number = 1, Text = text, At = now };
    }

    /// <summary>Lets corrections be asked for until a time; a window that is open stays as it is.</summary>
    /// <returns>Until when.</returns>
    public DateTimeOffset OpenCorrections(TimeSpan window, DateTimeOffset now) => CorrectionsUntil ??= now + window;

    /// <summary>Whether a correction may be asked for now.</summary>
    public Outcome<MinutesCorrection> AskForCorrection(Guid id, Guid byPerson, string text, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (Stage != MeetingStage.MinutesDrafted)
        {
            return new MinutesNotInDraft(Stage);
        }

        if (CorrectionsUntil is { } until && now >= until)
        {
            return new CorrectionsClosed(MeetingTime.Say(until, zone));
        }

        return new MinutesCorrection { Id = id, MeetingId = Id, ByPersonId = byPerson, Text = text, At = now };
    }

    /// <summary>Takes a correction up, in a new version of the text, or turns it down with an answer.</summary>
    /// <param name="current">The minutes as they stand.</param>
    /// <param name="onVersion">The version the new text was written from.</param>
    /// <param name="newText">The whole text with the correction in it; null turns the correction down.</param>
    /// <returns>The new version; null where the correction is turned down.</returns>
    public Outcome<MinutesText?> DecideCorrection(
        MinutesCorrection correction, MinutesText current, int? onVersion, string? newText, string answer, Guid byPerson, DateTimeOffset now)
    {
        if (Stage != MeetingStage.MinutesDrafted)
        {
            return new MinutesNotInDraft(Stage);
        }

        if (correction.Accepted is not null)
        {
            return new CorrectionAlreadyDecided();
        }

        if (newText is not null && onVersion != current.Number)
        {
            return new MinutesChangedMeanwhile(current.Number);
        }

        (correction.Accepted, correction.Answer, correction.DecidedAt, correction.DecidedByPersonId) = (newText is not null, answer, now, byPerson);
        return newText is null
            ? (MinutesText?)null
            : new MinutesText { MeetingId = Id, Number = current.Number + 1, Text = newText, ByPersonId = byPerson, At = now };
    }

    /// <summary>Confirms the minutes, after the window and once every correction is dealt with.</summary>
    /// <param name="undecided">Corrections not dealt with.</param>
    public Outcome<Done> ConfirmMinutes(int undecided, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (Stage is MeetingStage.MinutesConfirmed or MeetingStage.MinutesPublished)
        {
            return new MinutesAlreadyConfirmed();
        }

        if (Stage != MeetingStage.MinutesDrafted)
        {
            return new MinutesNotInDraft(Stage);
        }

        if (CorrectionsUntil is { } until && now < until)
        {
            return new CorrectionsStillOpen(MeetingTime.Say(until, zone));
        }

        if (undecided > 0)
        {
            return new CorrectionsUndecided(undecided);
        }

        Stage = MeetingStage.MinutesConfirmed;
        return new Done();
    }

    /// <summary>Publishes confirmed minutes. Nothing happens where they are published.</summary>
    /// <returns>Whether they are published by this.</returns>
    public bool PublishMinutes()
    {
        if (Stage != MeetingStage.MinutesConfirmed)
        {
            return false;
        }

        Stage = MeetingStage.MinutesPublished;
        return true;
    }
}
