using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Proposals.AwaitReconsideration;

/// <summary>A vote did not adopt the proposal; its author or the secretary may have it reworked until a time.</summary>
[Title("waits for reconsideration", "等待重新考虑")]
[ProcessOnly]
internal sealed record AwaitReconsiderationCommand(Guid ProposalId, DateTimeOffset Until) : ICommand<Done>, IConcernsProposal;
