using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Proposals.CloseProposal;

/// <summary>The course of a proposal is over: its needs are met, free again or not met, and those who asked are told.</summary>
[Title("closes the proposal", "议题结束")]
[ProcessOnly]
internal sealed record CloseProposalCommand(Guid ProposalId, ProposalResult Result) : ICommand<Done>, IConcernsProposal;
