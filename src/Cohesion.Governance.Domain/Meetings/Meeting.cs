namespace Cohesion.Governance.Domain.Meetings;

/// <summary>A convened session of a council (会议).</summary>
public sealed partial class Meeting : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required int Number { get; init; }
    public required string Title { get; set; }
    public required string Place { get; set; }

    /// <summary>Start of the present call.</summary>
    public required DateTimeOffset StartsAt { get; set; }
    public required Guid ConvenedByPersonId { get; init; }

    /// <summary>1 for the first call, 2 for the second.</summary>
    public int Call { get; set; } = 1;
    public MeetingStage Stage { get; set; }
    public DateTimeOffset? NoticeSentAt { get; set; }
    public DateTimeOffset? OpenedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Who opened it and chairs it; null before.</summary>
    public Guid? ChairPersonId { get; set; }

    /// <summary>The agenda item being dealt with.</summary>
    public Guid? CurrentItemId { get; set; }
    public string? CancelReason { get; set; }

    /// <summary>Counts the changes of what the notice says: time, place, agenda. Calendars know it as SEQUENCE (RFC 5545, 3.8.7.4).</summary>
    public int Revision { get; set; }

    /// <summary>Until when corrections of the minutes may be asked for; null before they are drafted.</summary>
    public DateTimeOffset? CorrectionsUntil { get; set; }

    /// <summary>The occasion last reminded of, so that a step tried again reminds nobody twice.</summary>
    public string? LastReminder { get; set; }
    public int Version { get; set; }
}

public enum MeetingStage
{
    Planned,
    Noticed,
    CheckIn,
    InSession,
    Closed,
    MinutesDrafted,
    MinutesConfirmed,
    MinutesPublished,
    Cancelled,

    /// <summary>Ended without the quorum of its last call.</summary>
    NoQuorum,
}

/// <summary>A point of the agenda.</summary>
public sealed class AgendaItem : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid MeetingId { get; init; }
    public required int Position { get; set; }
    public required string Title { get; init; }

    /// <summary>The proposal dealt with, where it is one.</summary>
    public Guid? ProposalId { get; init; }
    public AgendaDecision Decision { get; set; }

    /// <summary>Whether the meeting sent the proposal to a secret vote.</summary>
    public bool SecretVote { get; set; }
    public string? DecisionNote { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>What a meeting came to about an item.</summary>
public enum AgendaDecision
{
    None,

    /// <summary>The proposal goes to the vote.</summary>
    ToVote,

    /// <summary>Left for a later meeting.</summary>
    Deferred,

    /// <summary>The proposal goes back to be reworked.</summary>
    Rework,

    /// <summary>Whoever raised the proposal took it back.</summary>
    Withdrawn,

    /// <summary>Heard; nothing to decide.</summary>
    Noted,
}

/// <summary>That a seat was there, from when until when, at one call of a meeting.</summary>
public sealed class Attendance : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid MeetingId { get; init; }
    public required int Call { get; init; }
    public required Guid SeatId { get; init; }

    /// <summary>1 for the first time the seat came, 2 where it came back after leaving: two check-ins at once end in one.</summary>
    public required int Stay { get; init; }

    /// <summary>Who came for the seat.</summary>
    public required Guid PersonId { get; init; }
    public required DateTimeOffset ArrivedAt { get; init; }
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>Who recorded it: the person himself, or the secretary.</summary>
    public required Guid RecordedByPersonId { get; init; }
    public int Version { get; set; }
}

/// <summary>A version of a meeting's minutes (纪要); the first is drafted from what happened.</summary>
public sealed class MinutesText
{
    public required Guid MeetingId { get; init; }
    public required int Number { get; init; }

    /// <summary>Markdown.</summary>
    public required string Text { get; init; }
    public Guid? ByPersonId { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A correction asked for while the minutes are a draft.</summary>
public sealed class MinutesCorrection : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid MeetingId { get; init; }
    public required Guid ByPersonId { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Taken up or not, once the secretary has dealt with it.</summary>
    public bool? Accepted { get; set; }

    /// <summary>Why, in words for whoever asked.</summary>
    public string? Answer { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public Guid? DecidedByPersonId { get; set; }
    public int Version { get; set; }
}
