using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.CheckReceipt;

/// <summary>A voter asks what became of the ballot he has a receipt of.</summary>
[Title("checks a receipt", "核对回执")]
[RequiresMembership]
[Refuses<ReceiptUnknown>]
[Refuses<SecretBallotsDestroyed>]
internal sealed record CheckReceiptQuery(Guid VoteId, string Receipt) : IQuery<ReceiptCheck>, IConcernsVote;

/// <summary>What became of a ballot.</summary>
/// <param name="State">Whether it counts.</param>
/// <param name="Seat">Whose it is; of a secret ballot nobody can tell, nor choice, channel and time.</param>
/// <param name="ReplacedAt">When another took its place.</param>
/// <param name="Why">Why it does not count, where it was set aside or is contested.</param>
internal sealed record ReceiptCheck(
    string Receipt, ReceiptState State, string? Seat, BallotChoice? Choice, BallotChannel? Channel, DateTimeOffset? CastAt, DateTimeOffset? ReplacedAt,
    LocalText? Why = null);
