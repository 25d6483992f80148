using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.FollowUps.OfferFollowUp;

/// <summary>An action is put to its owner, who has a while to accept or decline.</summary>
/// <remarks>Sent again it tells nobody twice.</remarks>
[Title("offers the action to its owner", "请责任人接受跟进事项")]
[ProcessOnly]
internal sealed record OfferFollowUpCommand(Guid FollowUpId, TimeSpan Window) : ICommand<Done>, IConcernsFollowUp;
