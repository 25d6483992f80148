using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.FollowUps.CloseFollowUp;

/// <summary>The promise was kept; its action ends, and with the last one everything the proposal promised.</summary>
[Title("closes the action as kept", "跟进事项办结")]
[ProcessOnly]
internal sealed record CloseFollowUpCommand(Guid FollowUpId) : ICommand<Done>, IConcernsFollowUp;
