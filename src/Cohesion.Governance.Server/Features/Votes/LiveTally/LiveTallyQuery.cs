using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.LiveTally;

/// <summary>How a vote stands at this moment, in the form watchers are sent.</summary>
[Title("reads the tally", "查看计票")]
[RequiresMembership]
internal sealed record LiveTallyQuery(Guid VoteId) : IQuery<TallyView>, IConcernsVote;
