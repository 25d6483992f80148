using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.FollowUps.AcceptFollowUp;

/// <summary>The owner takes an action on.</summary>
[Title("accepts the action", "接受跟进事项")]
[RequiresMembership]
[Refuses<NotTheOwner>]
[Refuses<FollowUpAnswered>]
internal sealed record AcceptFollowUpCommand(Guid FollowUpId) : ICommand<Done>, IConcernsFollowUp;
