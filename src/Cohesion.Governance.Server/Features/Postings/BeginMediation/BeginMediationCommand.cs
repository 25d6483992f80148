using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Postings.BeginMediation;

/// <summary>Objections to a posted result are dealt with; whoever objected, the secretary and the convenor are told.</summary>
[Title("begins mediation", "开始调解")]
[ProcessOnly]
internal sealed record BeginMediationCommand(Guid ProposalId) : ICommand<MediationState>, IConcernsProposal;

/// <summary>How mediation stands.</summary>
/// <param name="Open">Objections not settled yet.</param>
/// <param name="Upheld">Whether one was upheld, so that the proposal must be reworked.</param>
internal sealed record MediationState(int Open, bool Upheld);
