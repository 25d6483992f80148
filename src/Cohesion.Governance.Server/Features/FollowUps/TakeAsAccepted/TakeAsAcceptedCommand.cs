using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.FollowUps.TakeAsAccepted;

/// <summary>The owner did not answer in time: the promise stands, and he and the secretary are told.</summary>
[Title("takes the action as accepted", "视为接受跟进事项")]
[ProcessOnly]
internal sealed record TakeAsAcceptedCommand(Guid FollowUpId) : ICommand<Done>, IConcernsFollowUp;
