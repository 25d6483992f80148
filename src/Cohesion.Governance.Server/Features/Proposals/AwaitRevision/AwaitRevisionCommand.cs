using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Proposals.AwaitRevision;

/// <summary>The process waits for a new version until a time; whoever raised the proposal is told.</summary>
[Title("waits for a revised text", "等待修改文本")]
[ProcessOnly]
internal sealed record AwaitRevisionCommand(Guid ProposalId, DateTimeOffset Until) : ICommand<Done>, IConcernsProposal;
