using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Proposals.OpenConsultation;

/// <summary>A proposal is open to comments and to the positions of the blocs until a time.</summary>
[Title("opens the consultation", "开始征求意见")]
[ProcessOnly]
internal sealed record OpenConsultationCommand(Guid ProposalId, DateTimeOffset Until) : ICommand<Done>, IConcernsProposal;
