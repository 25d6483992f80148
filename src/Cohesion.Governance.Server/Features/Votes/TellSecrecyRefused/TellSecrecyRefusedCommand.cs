using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.TellSecrecyRefused;

/// <summary>Secretary and convenor are told that a vote cannot be secret, and why; until one of them puts it by name or cancels it, it waits. Answers with how many were told; none where
/// the register has changed and it can be secret now.</summary>
[Title("tells that a vote cannot be secret", "告知无法无记名表决")]
[ProcessOnly]
internal sealed record TellSecrecyRefusedCommand(Guid VoteId) : ICommand<int>, IConcernsVote;
