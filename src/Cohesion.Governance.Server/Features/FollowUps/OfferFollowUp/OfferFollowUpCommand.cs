using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.FollowUps.OfferFollowUp;

/// <summary>An action is put to its owner, who has a while to accept or decline.</summary>
/// <remarks>Sent again it tells nobody twice.</remarks>
[ProcessOnly]
internal sealed record OfferFollowUpCommand(Guid FollowUpId, TimeSpan Window) : ICommand<Done>, IConcernsFollowUp;
