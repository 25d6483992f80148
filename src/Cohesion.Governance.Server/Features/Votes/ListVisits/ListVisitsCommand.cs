using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.ListVisits;

/// <summary>The seats that have not voted are put on the visit list, and visiting workers and the secretary are told. Answers with the number of seats newly listed;
/// nothing is listed once the ballots have ended.</summary>
[Title("lists the seats to visit", "列出走访名单")]
[ProcessOnly]
internal sealed record ListVisitsCommand(Guid VoteId) : ICommand<int>, IConcernsVote;
