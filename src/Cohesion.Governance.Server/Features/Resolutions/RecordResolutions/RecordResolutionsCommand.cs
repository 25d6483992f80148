using Cohesion.Governance.Domain.Resolutions;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Resolutions.RecordResolutions;

/// <summary>What was adopted becomes binding: one resolution for each item of the adopted text. Sent again, it answers with the same ones.</summary>
[Title("records the resolutions", "形成决议")]
[ProcessOnly]
[Refuses<NotAdopted>]
[Refuses<NothingToResolve>]
internal sealed record RecordResolutionsCommand(Guid ProposalId) : ICommand<IReadOnlyList<Guid>>, IConcernsProposal;
