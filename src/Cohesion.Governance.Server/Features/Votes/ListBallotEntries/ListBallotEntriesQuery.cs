using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.ListBallotEntries;

/// <summary>The paper and visit ballots of a vote that were entered, those that wait for somebody first. What was read is not shown to whoever is to read it again.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="SeatId">A seat that is wanted among those offered.</param>
[Title("lists the ballots entered", "查看录入的选票")]
[RequiresOffice(Office.CouncilSecretary, Office.VisitingWorker, Office.StreetConvenor)]
internal sealed record ListBallotEntriesQuery(Guid VoteId, Guid? SeatId = null) : IQuery<BallotEntriesView>, IConcernsVote;

/// <summary>The entries of a vote.</summary>
/// <param name="Seats">The seats that may vote; of a large roll its first <see cref="MostSeats"/> and the one asked for.</param>
/// <param name="IsTaking">Whether more may be entered.</param>
internal sealed record BallotEntriesView(
    Guid VoteId, Guid CouncilId, LocalText CouncilName, string TimeZone, string Question, VoteStage Stage, DateTimeOffset? ClosesAt, bool IsTaking,
    IReadOnlyList<BallotEntryView> Entries, IReadOnlyList<SeatToEnter> Seats)
{
    /// <summary>Most seats offered at once.</summary>
    public const int MostSeats = 200;

    /// <summary>Whether the vote is secret, so that the entries are outer envelopes and no choice is read.</summary>
    public bool Secret { get; init; }
}

/// <summary>A seat for which a ballot may be entered.</summary>
/// <param name="Signers">Where it is co-owned, those of whom one or all sign; else empty.</param>
/// <param name="Letter">In a secret vote: the letter on its inner envelope; null where all seats are of one group.</param>
internal sealed record SeatToEnter(Guid SeatId, string Label, IReadOnlyList<Signer> Signers, string? Letter = null);

/// <summary>A co-owner.</summary>
internal sealed record Signer(Guid PersonId, LocalText Name);

/// <summary>One entry.</summary>
/// <param name="MayCheck">Whether the reader may read it a second time.</param>
/// <param name="MaySettle">Whether the reader may settle what it says.</param>
/// <param name="Readings">Both readings, for whoever is to settle it; empty for everybody else.</param>
internal sealed record BallotEntryView(
    Guid Id, Guid SeatId, string Seat, BallotChannel Channel, BallotEntryStage Stage, string Place, string? Witness, string? ScanHash, DateTimeOffset TakenAt,
    LocalText EnteredBy, DateTimeOffset EnteredAt, LocalText? CheckedBy, LocalText? SettledBy, string? SettledReason, bool MayCheck, bool MaySettle,
    IReadOnlyList<BallotChoice> Readings)
{
    /// <summary>Of an outer envelope: the letter on its inner one; null where all seats are of one group.</summary>
    public string? Letter { get; init; }

    /// <summary>Of an outer envelope: why it stays unopened; null where it stands or may still.</summary>
    public LocalText? StaysClosed { get; init; }
}
