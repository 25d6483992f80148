using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.LiveTally;

/// <summary>How a vote stands at this moment, in the form watchers are sent. Of a secret vote nothing is told before it is counted.</summary>
[Title("reads the tally", "查看计票")]
[RequiresMembership]
[Refuses<SecretUntilCounted>]
internal sealed record LiveTallyQuery(Guid VoteId) : IQuery<TallyView>, IConcernsVote;
