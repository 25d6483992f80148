using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Proposals.OpenAppraisal;

/// <summary>All actions are kept: those who asked are invited to say, until a time, how satisfied they are.</summary>
[Title("opens the appraisal", "开始评议")]
[ProcessOnly]
internal sealed record OpenAppraisalCommand(Guid ProposalId, DateTimeOffset Until) : ICommand<Done>, IConcernsProposal;
