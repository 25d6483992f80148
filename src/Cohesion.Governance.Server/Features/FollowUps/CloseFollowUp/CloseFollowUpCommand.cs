using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.FollowUps.CloseFollowUp;

/// <summary>The promise was kept; its action ends, and with the last one everything the proposal promised.</summary>
[ProcessOnly]
internal sealed record CloseFollowUpCommand(Guid FollowUpId) : ICommand<Done>, IConcernsFollowUp;
