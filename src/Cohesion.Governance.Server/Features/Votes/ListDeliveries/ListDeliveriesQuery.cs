using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.ListDeliveries;

/// <summary>The log of the service of a vote's ballot papers, line by line in the order in which it happened.</summary>
[Title("reads the log of service", "查看送达记录")]
[RequiresMembership]
internal sealed record ListDeliveriesQuery(Guid VoteId) : IQuery<IReadOnlyList<DeliveryView>>, IConcernsVote;

/// <summary>A line of the log.</summary>
/// <param name="RecordedBy">Who wrote it down.</param>
internal sealed record DeliveryView(
    Guid SeatId, string Seat, DeliveryKind Kind, string Proof, string? ScanHash, string? Witness, string? Place, DateTimeOffset At, LocalText RecordedBy,
    DateTimeOffset RecordedAt);
