using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.ReceiptProof;

/// <summary>A voter asks for the proof that the ballot of his receipt is among those counted.</summary>
[Title("asks for the proof of a ballot", "查看选票计入证明")]
[RequiresMembership]
[Refuses<ReceiptUnknown>]
[Refuses<VoteNotCounted>]
[Refuses<ReceiptNotCounted>]
[Refuses<BallotsDisagree>]
[Refuses<SecretBallotsDestroyed>]
internal sealed record ReceiptProofQuery(Guid VoteId, string Receipt) : IQuery<InclusionProof>, IConcernsVote;

/// <summary>That a ballot is one of those counted: whoever hashes the leaf and then each step of the path in turn comes to the published root (RFC 9162).</summary>
/// <param name="TimeZone">IANA time zone of the council.</param>
/// <param name="Seat">What the seat is called; of a secret vote null, as are choice, channel and time: the leaf is that of the receipt.</param>
/// <param name="Leaf">The canonical bytes of the ballot (docs/recount.md), hexadecimal.</param>
/// <param name="LeafHash">SHA-256 over 0x00 and the leaf.</param>
/// <param name="Index">Number of the leaf, from 0.</param>
/// <param name="Size">How many ballots count.</param>
/// <param name="Path">The hashes to the root, from the leaf's sibling up.</param>
/// <param name="Root">The root published with the result.</param>
/// <param name="Meaning">What this proves and what not, in words.</param>
internal sealed record InclusionProof(
    Guid VoteId, Guid CouncilId, LocalText CouncilName, string TimeZone, string Question, string Outcome, DateTimeOffset CountedAt, string Receipt, string? Seat,
    BallotChoice? Choice, BallotChannel? Channel, DateTimeOffset? CastAt, string Leaf, string LeafHash, int Index, int Size, IReadOnlyList<string> Path, string Root,
    LocalText Meaning);
