using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.CountVote;

/// <summary>A vote whose ballots have ended is counted by its rule and closed; everybody is told. A vote counted before answers with the outcome it has.</summary>
[Title("counts the vote", "计票")]
[ProcessOnly]
[Refuses<VoteNotOpenYet>]
[Refuses<VoteStillOpen>]
[Refuses<VoteWasCancelled>]
[Refuses<EnvelopesStillClosed>]
[Refuses<EnvelopeTotalsDamaged>]
[Refuses<WrongEnvelopeGroups>]
[Refuses<EnvelopeTotalsDiffer>]
[Refuses<SecretKeyLost>]
[Refuses<SecretBallotDamaged>]
internal sealed record CountVoteCommand(Guid VoteId) : ICommand<CountedVote>, IConcernsVote;

/// <summary>What a vote came to.</summary>
/// <param name="Outcome">Adopted, Rejected, NoQuorum or Undecided.</param>
/// <param name="NextSession">The rule's round for a second call, where it has one after this outcome.</param>
/// <param name="BallotsRoot">The root of the Merkle tree over the ballots counted, 64 hexadecimal digits.</param>
/// <param name="ReceiptsRoot">Of a secret vote: the root over the commitments to its receipts.</param>
internal sealed record CountedVote(string Outcome, string? NextSession, string BallotsRoot, string? ReceiptsRoot = null) : IKeptInJournal;
