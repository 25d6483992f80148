using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.AnnounceTally;

/// <summary>Tells watchers how a vote stands, if they have not been told since the last change. Not a change of anything's state, so it stands in no journal.
/// Answers whether they were told.</summary>
[Title("announces the tally", "发布计票")]
[ProcessOnly]
internal sealed record AnnounceTallyCommand(Guid VoteId) : IAttempt<bool>, IConcernsVote;
