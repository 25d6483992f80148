using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.MeetingPage;

/// <summary>Everything the page of a meeting shows.</summary>
[Title("reads a meeting", "查看会议")]
[RequiresMembership]
internal sealed record MeetingPageQuery(Guid MeetingId) : IQuery<MeetingView>, IConcernsMeeting;

/// <summary>A meeting as its page shows it.</summary>
/// <param name="TimeZone">IANA zone of the council, in which all times are meant to be shown.</param>
/// <param name="Blocs">How many seats of each bloc are there.</param>
/// <param name="MySeats">Seats the reader acts for, to check in with.</param>
/// <param name="Minutes">The latest version of the minutes, once there is one.</param>
/// <param name="MayChair">Whether the reader may open, conduct, close and call off the meeting.</param>
/// <param name="MayRecordOthers">Whether the reader may check in other people's seats and decide on corrections.</param>
internal sealed record MeetingView(
    Guid Id, Guid CouncilId, LocalText Council, string TimeZone, int Number, string Title, string Place, DateTimeOffset StartsAt, int Call,
    MeetingStage Stage, LocalText ConvenedBy, LocalText? Chair, DateTimeOffset? NoticeSentAt, DateTimeOffset? OpenedAt, DateTimeOffset? ClosedAt,
    string? CancelReason, Guid? CurrentItemId, IReadOnlyList<AgendaLine> Agenda, QuorumReading Quorum, IReadOnlyList<BlocAttendance> Blocs,
    IReadOnlyList<MySeat> MySeats, MinutesView? Minutes, IReadOnlyList<CorrectionLine> Corrections, DateTimeOffset? CorrectionsUntil,
    bool MayChair, bool MayRecordOthers)
{
    /// <summary>Who speaks and who waits to, about what the meeting is dealing with; who speaks first.</summary>
    public IReadOnlyList<SpeakerLine> Speakers { get; init; } = [];
}

/// <summary>A line of the speakers' list.</summary>
/// <param name="BeganAt">Since when it has the floor; null while it waits.</param>
internal sealed record SpeakerLine(Guid SeatId, string Seat, LocalText Person, DateTimeOffset AskedAt, DateTimeOffset? BeganAt);

/// <summary>An item of the agenda.</summary>
internal sealed record AgendaLine(
    Guid Id, int Position, string Title, Guid? ProposalId, int? ProposalNumber, AgendaDecision Decision, string? Note, DateTimeOffset? DecidedAt)
{
    /// <summary>The vote on its proposal that takes ballots now; null where there is none.</summary>
    public Guid? OpenVoteId { get; init; }
}

/// <summary>How much of a bloc is there.</summary>
internal sealed record BlocAttendance(string Code, LocalText Name, int Present, int Seats);

/// <summary>A seat of the reader.</summary>
internal sealed record MySeat(Guid SeatId, string Label, bool IsPresent);

/// <summary>A version of the minutes.</summary>
/// <param name="Text">Markdown.</param>
internal sealed record MinutesView(int Version, string Text, DateTimeOffset At);

/// <summary>A correction asked for.</summary>
internal sealed record CorrectionLine(Guid Id, LocalText By, string Text, DateTimeOffset At, bool? Accepted, string? Answer);
