using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.SettleVote;

/// <summary>Ends the ballots of a vote early, where the council's rules let it and no ballot still to come can change the outcome. Ballots cast count as they stand: whoever may
/// still change his has until then. No ballot is taken afterwards, so that what was settled stays so until it is counted.
/// It waits for papers that were entered: each is checked and settled first.</summary>
[Title("finds the outcome settled", "认定结果已定")]
[ProcessOnly]
[Refuses<EarlyDecisionNotAllowed>]
[Refuses<OutcomeCanStillChange>]
[Refuses<PapersStillWait>]
[Refuses<VoteNotOpenYet>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record SettleVoteCommand(Guid VoteId) : ICommand<Done>, IConcernsVote;
