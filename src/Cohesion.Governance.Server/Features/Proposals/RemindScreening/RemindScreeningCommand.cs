using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Proposals.RemindScreening;

/// <summary>A proposal has waited for the secretary too long; the secretary is reminded, and the convenor sees it too.</summary>
/// <remarks>Answers whether it still waits.</remarks>
[Title("reminds the secretary to screen", "提醒秘书受理")]
[ProcessOnly]
internal sealed record RemindScreeningCommand(Guid ProposalId) : ICommand<bool>, IConcernsProposal;
