namespace Cohesion.Governance.Domain.Meetings;

/// <summary>A line of the speakers' list (发言名单): a seat that asked to speak about what the meeting is dealing with, and whether it has.</summary>
/// <remarks>The order is that of asking; the chair may depart from it, and then the times show that he did (Robert's Rules of Order, newly revised, section 42:
/// the chair assigns the floor).</remarks>
public sealed class SpeakerTurn : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid MeetingId { get; init; }

    /// <summary>The agenda item it is about; null where none had been taken up.</summary>
    public Guid? ItemId { get; init; }
    public required Guid SeatId { get; init; }

    /// <summary>1 for the first time the seat asked in this meeting: two requests at once end in one.</summary>
    public required int Number { get; init; }

    /// <summary>Who is at the meeting for the seat.</summary>
    public required Guid PersonId { get; init; }
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When the chair gave it the floor; null while it waits.</summary>
    public DateTimeOffset? BeganAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When it took itself off the list, or was taken off.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
    public int Version { get; set; }

    public bool IsWaiting => BeganAt is null && WithdrawnAt is null;

    public bool IsSpeaking => BeganAt is not null && EndedAt is null;
}
