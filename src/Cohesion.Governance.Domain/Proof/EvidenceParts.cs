using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>A line of the log of a ballot paper's service.</summary>
/// <param name="Kind">What became of bringing it.</param>
/// <param name="At">When it happened.</param>
/// <param name="Proof">What proves it.</param>
/// <param name="ScanHash">SHA-256 of the proof's scan; null where there is none.</param>
/// <param name="RecordedBy">The officer who wrote it down.</param>
public sealed record ExportedDelivery(
    Guid SeatId, DeliveryKind Kind, DateTimeOffset At, string Proof, string? ScanHash, string? Witness, string? Place, Guid RecordedBy, DateTimeOffset RecordedAt);

/// <summary>A ballot from paper or from the door as two officers read it.</summary>
/// <param name="Voice">Of a co-owned seat: whose voice it is, numbered within the seat; 0 where all co-owners signed. Null where the seat is not co-owned.</param>
/// <param name="TakenAt">When the voter gave it.</param>
/// <param name="Choice">What the first officer read.</param>
/// <param name="SecondChoice">What the second read.</param>
/// <param name="SettledChoice">What a third found where they differed; null where he found it void.</param>
/// <param name="Receipt">SHA-256 of the receipt of the ballot it became; null where it became none.</param>
public sealed record ExportedPaper(
    Guid SeatId, BallotChannel Channel, int? Voice, DateTimeOffset TakenAt, string Place, string? Witness, string? ScanHash,
    BallotChoice Choice, Guid EnteredBy, DateTimeOffset EnteredAt, BallotChoice? SecondChoice, Guid? CheckedBy, DateTimeOffset? CheckedAt,
    BallotChoice? SettledChoice, Guid? SettledBy, DateTimeOffset? SettledAt, string? SettledReason, BallotEntryStage Stage, string? Receipt);

/// <summary>A mandate that could serve in the vote.</summary>
/// <param name="Voice">Of a co-owned seat: the co-owner who gave it, numbered within the seat; 0 where all did. Null where the seat is not co-owned.</param>
/// <param name="ByGiver">Whether the giver entered it himself; otherwise an officer recorded his paper.</param>
/// <param name="VoteId">The vote it is for, where it is for one.</param>
/// <param name="MeetingId">The meeting it is for, where it is for one.</param>
/// <param name="Until">Up to, but not at, this moment, where it is until a date.</param>
/// <param name="DocumentHash">SHA-256 of the written mandate; null where there is none.</param>
/// <param name="UsedAt">When a ballot was last cast under it, in whatever vote.</param>
/// <param name="Offices">Offices the holder held in the council or its street when he last used it, else when it was given.</param>
/// <param name="OwnSeats">Seats he acted for himself at that time, ascending.</param>
/// <param name="Receipts">SHA-256 of the receipts of the ballots cast under it in this vote, ascending.</param>
public sealed record ExportedMandate(
    Guid Id, Guid SeatId, int? Voice, Guid HolderId, LocalText HolderName, bool ByGiver, MandateScope Scope, Guid? VoteId, Guid? MeetingId, DateTimeOffset? Until,
    DateTimeOffset GivenAt, DateTimeOffset? UsedAt, DateTimeOffset? RevokedAt, string? DocumentHash, IReadOnlyList<Office> Offices, IReadOnlyList<Guid> OwnSeats,
    IReadOnlyList<string> Receipts);

/// <summary>Whose voice a ballot of a co-owned seat is.</summary>
/// <param name="Voice">Numbered within the seat from 1, so that nobody is named; 0 for what all said together.</param>
/// <param name="Receipt">SHA-256 of the receipt of the ballot.</param>
/// <param name="Agreement">How the secretary knew of the agreement he recorded; null for a voice.</param>
/// <param name="DocumentHash">SHA-256 of the document of the agreement; null where there is none.</param>
public sealed record ExportedVoice(Guid SeatId, int Voice, string Receipt, string? Agreement, string? DocumentHash);

/// <summary>Why a ballot was set aside when it came in.</summary>
/// <param name="Receipt">SHA-256 of the receipt of the ballot.</param>
public sealed record ExportedSetAside(Guid SeatId, string Receipt, SetAsideReason Reason);
